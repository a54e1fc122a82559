namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    /// <summary>Models that derive from others, and places for several of them.</summary>
    public const string Family = """
        using System.ComponentModel.DataAnnotations;

        namespace Whiteboards;

        public record Point(double X, double Y);

        /// <summary>Where things are drawn.</summary>
        [CapsuleModel]
        public partial class Whiteboard
        {
            [ChildCollection]
            public partial ModelCollection<Shape> Shapes { get; }

            [ChildCollection]
            public partial ModelCollection<Note> Notes { get; }

            [ChildModel]
            public partial Shape? Cursor { get; set; }

            protected override bool CanEdit(CapsuleUser user) => true;
        }

        /// <summary>Anything that has a place.</summary>
        [CapsuleModel]
        public abstract partial class Shape
        {
            /// <summary>Where it is.</summary>
            [ClientEditable]
            public partial Point At { get; set; } = new(0, 0);

            [ClientEditable, StringLength(20)]
            public partial string Name { get; set; }

            [Exposed]
            public void MoveTo(Point at) => At = at;
        }

        /// <summary>A round one.</summary>
        [CapsuleModel]
        public partial class Circle : Shape
        {
            [ClientEditable, Range(0.5, 100)]
            public partial double Radius { get; set; } = 1;
        }

        /// <summary>Shapes that belong together.</summary>
        [CapsuleModel("frame")]
        public partial class Group : Shape
        {
            [ChildCollection]
            public partial ModelCollection<Shape> Inner { get; }

            [Exposed]
            public int Ungroup() => Inner.Count;
        }

        [CapsuleModel]
        public partial class Note
        {
            [ClientEditable]
            public partial string Text { get; set; }
        }

        [CapsuleModel]
        public partial class Todo : Note
        {
            [ClientEditable]
            public partial bool Done { get; set; }
        }
        """;
}
