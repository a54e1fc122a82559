namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    /// <summary>A board with something of everything that a model can say.</summary>
    public const string Board = """
        using System.ComponentModel.DataAnnotations;

        namespace Boards;

        [CapsuleModel]
        public partial class Board
        {
            [ClientEditable, StringLength(80, MinimumLength = 1)]
            public partial string Title { get; set; } = "Untitled";

            [ChildCollection]
            public partial ModelCollection<Lane> Lanes { get; }

            [ChildModel]
            public partial ActivityLog Activity { get; }

            [ServerOnly]
            public partial string OwnerId { get; set; }

            protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

            protected override bool CanEdit(CapsuleUser user) => user.Is("member");
        }

        [CapsuleModel]
        public partial class Lane
        {
            [ChildCollection]
            public partial ModelCollection<Card> Cards { get; }
        }

        [CapsuleModel]
        public partial class Card
        {
            [ClientEditable, Required, StringLength(200)]
            public partial string Title { get; set; }

            [ClientEditable]
            public partial int Points { get; set; }

            [ClientEditable]
            public partial IReadOnlyList<string> Tags { get; set; }

            [ClientEditable]
            public partial bool Done { get; set; }

            [ClientEditable, Reference]
            public partial Person? Assignee { get; set; }

            [ClientEditable, Radio]
            public partial bool Pinned { get; set; }

            [Computed]
            public bool IsStuck => !Done && Points >= 8 && Comments.Count == 0;

            [ChildCollection]
            public partial ModelCollection<Comment> Comments { get; }

            [Exposed]
            public void Archive(string reason, TurnContext turn)
            {
                Done = true;
                Comments.Add(new Comment { Text = $"{reason} ({turn.User.Name})", At = turn.Now });
            }
        }

        [CapsuleModel]
        public partial class Comment
        {
            public partial string Text { get; set; }

            public partial DateTimeOffset At { get; set; }
        }

        [CapsuleModel]
        public partial class ActivityLog
        {
            [ChildCollection]
            public partial ModelCollection<Person> People { get; }
        }

        [CapsuleModel]
        public partial class Person
        {
            public partial string Name { get; set; }
        }
        """;
}
