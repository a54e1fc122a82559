namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    public const string Transients = """
        namespace Play;

        /// <summary>A table at which people play.</summary>
        [CapsuleModel]
        public partial class Table
        {
            /// <summary>What is played.</summary>
            [ClientEditable] public partial string Game { get; set; }

            /// <summary>Whose turn it is, as long as the server runs.</summary>
            [Transient] public partial string? Next { get; set; }

            /// <summary>Who looks on.</summary>
            [Transient, ServerOnly] public partial int Watchers { get; set; } = 0;

            /// <summary>Where people point.</summary>
            [ChildCollection, Transient, SessionOwned] public partial ModelCollection<Hand> Hands { get; }

            /// <summary>Who has a seat.</summary>
            [ChildCollection(Roles = "host"), SessionOwned] public partial ModelCollection<Hand> Seats { get; }

            /// <summary>How many point somewhere.</summary>
            [Computed(OnServer = true)] public int Pointing => Hands.Count;

            /// <summary>A die shows a number.</summary>
            [Broadcast] public partial void Rolled(int value, string @by, Face? face = null, global::System.Collections.Generic.IReadOnlyList<Throw>? before = null);

            [Broadcast] internal partial void @new();

            /// <summary>Rolls.</summary>
            [Exposed] public void Roll(TurnContext turn) => Rolled(4, turn.User.ToString());

            /// <summary>All do.</summary>
            protected override bool CanEdit(CapsuleUser user) => true;
        }

        /// <summary>Somebody's hand.</summary>
        [CapsuleModel]
        public partial class Hand
        {
            /// <summary>Where.</summary>
            [ClientEditable] public partial double X { get; set; }
        }

        /// <summary>A side of a die.</summary>
        public enum Face
        {
            /// <summary>Up.</summary>
            Up,

            /// <summary>Down.</summary>
            Down,
        }

        /// <summary>One throw.</summary>
        public sealed record Throw(int Value, global::System.DateTimeOffset At);
        """;
}
