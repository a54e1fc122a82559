namespace Capsule.Generators.Tests.Harness;

/// <summary>Models that several tests look at.</summary>
internal static partial class Examples
{
    /// <summary>The example with this name, so that a test is named after it and not after its text.</summary>
    public static string Of(string name) => (string)typeof(Examples).GetField(name)!.GetRawConstantValue()!;

    public const string Card = """
        namespace Taskboard;

        /// <summary>How soon.</summary>
        public enum Priority
        {
            /// <summary>Some day.</summary>
            Low,

            /// <summary>Today.</summary>
            VeryHigh,
        }

        /// <summary>A card of the board.</summary>
        [CapsuleModel]
        public partial class Card
        {
            /// <summary>What is to be done.</summary>
            [ClientEditable]
            public partial string Title { get; set; }

            /// <summary>How much work it is; see <see cref="Title"/>.</summary>
            [ClientEditable]
            public partial int Points { get; set; } = 3;

            /// <summary>
            /// Words to find it by.
            /// <para>Replaced as a whole, never <see langword="null"/>.</para>
            /// </summary>
            [ClientEditable, JsonPropertyName("labels")]
            public partial IReadOnlyList<string> Tags { get; set; }

            /// <summary>When it must be done.</summary>
            public partial DateTimeOffset? DueAt { get; set; }

            /// <summary>How soon it should be done.</summary>
            [ClientEditable]
            public partial Priority Priority { get; set; }

            /// <summary>Who has it, for the server alone.</summary>
            [ServerOnly]
            public partial string? OwnerId { get; private set; }

            /// <summary>The remark that settles it.</summary>
            [ClientEditable, Reference]
            public partial Comment? Answer { get; set; }

            /// <summary>What was said about it.</summary>
            [ChildCollection]
            public partial ModelCollection<Comment> Comments { get; }

            /// <summary>Who wrote it.</summary>
            [ChildModel]
            public partial Author Author { get; }

            /// <summary>Puts it away.</summary>
            [Exposed]
            public int Archive(string reason, TurnContext turn)
            {
                Title = reason;
                return Points;
            }
        }

        /// <summary>A remark.</summary>
        [CapsuleModel]
        public partial class Comment
        {
            /// <summary>Whether it stands above all others.</summary>
            [ClientEditable, Radio]
            public partial bool Pinned { get; set; }

            /// <summary>What was said.</summary>
            [ClientEditable]
            public partial string Text { get; set; }
        }

        /// <summary>Someone who writes.</summary>
        [CapsuleModel]
        public partial class Author
        {
            /// <summary>What they are called.</summary>
            public partial string Name { get; set; } = "nobody";
        }
        """;

    public const string EveryType = """
        namespace Sample;

        /// <summary>Names.</summary>
        public enum Level
        {
            /// <summary>1.</summary>
            Low,

            /// <summary>2.</summary>
            VeryHigh,

            /// <summary>3.</summary>
            HTTPError,
        }

        /// <summary>An attribute of every type.</summary>
        [CapsuleModel]
        public partial class Everything
        {
            /// <summary>A.</summary>
            [ClientEditable] public partial bool Flag { get; set; }
            /// <summary>B.</summary>
            public partial bool? MaybeFlag { get; set; }
            /// <summary>C.</summary>
            public partial int Count { get; set; }
            /// <summary>D.</summary>
            public partial int? MaybeCount { get; set; }
            /// <summary>E.</summary>
            public partial double Weight { get; set; } = 1.5;
            /// <summary>F.</summary>
            public partial double? MaybeWeight { get; set; }
            /// <summary>G.</summary>
            public partial string Text { get; set; } = "text";
            /// <summary>H.</summary>
            public partial string? MaybeText { get; set; }
            /// <summary>I.</summary>
            public partial Guid Token { get; set; }
            /// <summary>J.</summary>
            public partial Guid? MaybeToken { get; set; }
            /// <summary>K.</summary>
            public partial DateTimeOffset At { get; set; }
            /// <summary>L.</summary>
            public partial DateTimeOffset? MaybeAt { get; set; }
            /// <summary>M.</summary>
            public partial Level Level { get; set; }
            /// <summary>N.</summary>
            [ClientEditable] public partial Level? MaybeLevel { get; set; }
            /// <summary>O.</summary>
            public partial IReadOnlyList<string> List { get; set; } = ["a", "b"];
            /// <summary>P.</summary>
            public partial IReadOnlyList<string>? MaybeList { get; set; }

            /// <summary>Q.</summary>
            [Exposed]
            public Level? Method(
                TurnContext context, bool flag, int? count, double weight, string? text, Guid token, DateTimeOffset at, Level level, IReadOnlyList<string> list)
            {
                Flag = flag;
                return level;
            }

            /// <summary>R.</summary>
            [Exposed]
            public void Nothing() => Flag = true;

            /// <summary>R, left out.</summary>
            [Exposed]
            public void Optional(
                int count, string? text = null, string name = "a\"b", Level level = Level.VeryHigh, Level? maybe = Level.VeryHigh, decimal price = -1.50m, char sign = '\'',
                double weight = 0.5, Guid token = default, DateTimeOffset? at = null, long id = long.MinValue, bool flag = true) => Flag = flag;

            /// <summary>For servers, as <see cref="Hidden"/> says.</summary>
            [ServerCallable]
            public HiddenResult Hidden(HiddenArgument argument) => new(argument.Count);

            /// <summary>T.</summary>
            public record HiddenArgument(int Count);

            /// <summary>U.</summary>
            public record HiddenResult(int Count);

            /// <summary>S.</summary>
            [Exposed]
            public DateTimeOffset When() => At;
        }
        """;

    public const string OddNames = """
        namespace Odd.@namespace;

        /// <summary>Around.</summary>
        public partial class Outer
        {
            internal partial struct Middle
            {
                /// <summary>Nested, with keywords for names, and names that generated code uses for its locals.</summary>
                [CapsuleModel("inner")]
                internal partial class @event
                {
                    public partial string @class { get; set; }
                    public partial int value { get; set; }
                    public partial int field { get; set; }
                    public partial double change { get; set; }
                    public partial bool Clear { get; set; }
                    public partial IReadOnlyList<string> reader { get; set; }
                    public partial int @by { get; set; }
                    [Exposed] public int @return(int result, string turn, TurnContext method, int model, int @default) => result + value + model + @default + turn.Length + method.ToString()!.Length;
                    protected override bool CanEdit(CapsuleUser user) => true;
                }
            }

            [CapsuleModel("secret")]
            private partial class Private
            {
                private enum Kind { One }
                private partial Kind Value { get; set; }
                internal void Use() => Value = Kind.One;
                [Exposed] public string Say(string word) => word + Value;
                protected override bool CanEdit(CapsuleUser user) => true;
            }
        }
        """;

    public const string SameNames = """
        namespace First
        {
            public enum State { On, Off }

            [CapsuleModel]
            public partial class Item
            {
                public partial State State { get; set; }
                public partial Second.State Other { get; set; }
                [ChildCollection] public partial ModelCollection<Second.Item> Items { get; }
                [Exposed] public void Go(State state, Second.State other) => (State, Other) = (state, other);
            }
        }

        namespace Second
        {
            public enum State { Open, Closed }

            [CapsuleModel("secondItem")]
            public partial class Item
            {
                public partial State State { get; set; }
            }

            [CapsuleModel("thirdItem")]
            public partial class ITEM
            {
                public partial State State { get; set; }
            }
        }
        """;

    public const string Empty = """
        [CapsuleModel]
        public partial class Empty;
        """;
}
