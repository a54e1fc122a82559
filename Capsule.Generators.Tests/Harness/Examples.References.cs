namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    public const string References = """
        namespace Work
        {
            /// <summary>A team.</summary>
            [CapsuleModel]
            public partial class Team
            {
                /// <summary>All of them.</summary>
                [ChildCollection] public partial ModelCollection<Staff.@event> People { get; }

                /// <summary>Work.</summary>
                [ChildCollection] public partial ModelCollection<Task> Tasks { get; }

                /// <summary>Rooms.</summary>
                [ChildCollection] public partial ModelCollection<Room> Rooms { get; }

                /// <summary>Things.</summary>
                [ChildCollection] public partial ModelCollection<Thing> Things { get; }
            }

            /// <summary>Work.</summary>
            [CapsuleModel]
            public partial class Task
            {
                /// <summary>Who does it.</summary>
                [ClientEditable, System.ComponentModel.DataAnnotations.Required, Reference] public partial Staff.@event? Assignee { get; set; }

                /// <summary>Who wanted it.</summary>
                [ClientEditable, Immutable, Reference] public partial Staff.@event? @author { get; set; }

                /// <summary>What comes before it.</summary>
                [Reference, JsonPropertyName("previous")] public partial Task? Before { get; private set; }

                /// <summary>Where it is done, which no client knows.</summary>
                [ServerOnly, Reference] internal partial Room? Place { get; set; }

                /// <summary>What it is done with.</summary>
                [ClientEditable, Reference] public partial Thing? Thing { get; set; }

                /// <summary>Goes on.</summary>
                public void Follow(Task other) => Before = other;
            }

            /// <summary>A room.</summary>
            [CapsuleModel]
            public partial class Room;

            /// <summary>Whatever one needs.</summary>
            [CapsuleModel]
            public abstract partial class Thing;

            /// <summary>One kind.</summary>
            [CapsuleModel]
            public partial class Desk : Thing;

            /// <summary>Another kind.</summary>
            [CapsuleModel]
            public partial class Tool : Thing;
        }

        namespace Work.Staff
        {
            /// <summary>Somebody.</summary>
            [CapsuleModel("person")]
            public partial class @event
            {
                /// <summary>What to say.</summary>
                public partial string Name { get; set; }
            }
        }
        """;
}
