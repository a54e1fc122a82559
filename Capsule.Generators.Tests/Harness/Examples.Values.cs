namespace Capsule.Generators.Tests.Harness;

/// <summary>Models of every further type.</summary>
internal static partial class Examples
{
    public const string EveryValue = """
        namespace Sample;

        /// <summary>Names.</summary>
        public enum Currency
        {
            /// <summary>1.</summary>
            Euro,

            /// <summary>2.</summary>
            Yen,
        }

        /// <summary>So much of a currency.</summary>
        /// <param name="Amount">How much.</param>
        /// <param name="Currency">Of what.</param>
        public sealed record Money(decimal Amount, Currency Currency);

        /// <summary>What is sent where.</summary>
        /// <param name="Lines">The lines of the address.</param>
        public record Order(IReadOnlyList<string> Lines)
        {
            /// <summary>What it costs.</summary>
            public required Money Total { get; init; }

            /// <summary>When it was paid.</summary>
            public DateTime? PaidAt { get; init; }

            /// <summary>What it weighs.</summary>
            public IReadOnlyDictionary<string, float> Weights { get; init; } = new Dictionary<string, float>();
        }

        /// <summary>An attribute of every further type.</summary>
        [CapsuleModel]
        public partial class Values
        {
            /// <summary>A Byte.</summary>
            [ClientEditable] public partial byte AByte { get; set; }
            /// <summary>A Byte, or none.</summary>
            public partial byte? MaybeByte { get; set; }
            /// <summary>A SByte.</summary>
            [ClientEditable] public partial sbyte ASByte { get; set; }
            /// <summary>A SByte, or none.</summary>
            public partial sbyte? MaybeSByte { get; set; }
            /// <summary>A Short.</summary>
            [ClientEditable] public partial short AShort { get; set; }
            /// <summary>A Short, or none.</summary>
            public partial short? MaybeShort { get; set; }
            /// <summary>A UShort.</summary>
            [ClientEditable] public partial ushort AUShort { get; set; }
            /// <summary>A UShort, or none.</summary>
            public partial ushort? MaybeUShort { get; set; }
            /// <summary>A UInt.</summary>
            [ClientEditable] public partial uint AUInt { get; set; }
            /// <summary>A UInt, or none.</summary>
            public partial uint? MaybeUInt { get; set; }
            /// <summary>A Long.</summary>
            [ClientEditable] public partial long ALong { get; set; }
            /// <summary>A Long, or none.</summary>
            public partial long? MaybeLong { get; set; }
            /// <summary>A ULong.</summary>
            [ClientEditable] public partial ulong AULong { get; set; }
            /// <summary>A ULong, or none.</summary>
            public partial ulong? MaybeULong { get; set; }
            /// <summary>A Single.</summary>
            [ClientEditable] public partial float ASingle { get; set; }
            /// <summary>A Single, or none.</summary>
            public partial float? MaybeSingle { get; set; }
            /// <summary>A Decimal.</summary>
            [ClientEditable] public partial decimal ADecimal { get; set; }
            /// <summary>A Decimal, or none.</summary>
            public partial decimal? MaybeDecimal { get; set; }
            /// <summary>A Letter.</summary>
            [ClientEditable] public partial char ALetter { get; set; }
            /// <summary>A Letter, or none.</summary>
            public partial char? MaybeLetter { get; set; }
            /// <summary>A Moment.</summary>
            [ClientEditable] public partial DateTime AMoment { get; set; }
            /// <summary>A Moment, or none.</summary>
            public partial DateTime? MaybeMoment { get; set; }
            /// <summary>A Day.</summary>
            [ClientEditable] public partial DateOnly ADay { get; set; }
            /// <summary>A Day, or none.</summary>
            public partial DateOnly? MaybeDay { get; set; }
            /// <summary>A Clock.</summary>
            [ClientEditable] public partial TimeOnly AClock { get; set; }
            /// <summary>A Clock, or none.</summary>
            public partial TimeOnly? MaybeClock { get; set; }
            /// <summary>A Span.</summary>
            [ClientEditable] public partial TimeSpan ASpan { get; set; }
            /// <summary>A Span, or none.</summary>
            public partial TimeSpan? MaybeSpan { get; set; }
            /// <summary>A Bytes.</summary>
            [ClientEditable] public partial ReadOnlyMemory<byte> ABytes { get; set; }
            /// <summary>A Bytes, or none.</summary>
            public partial ReadOnlyMemory<byte>? MaybeBytes { get; set; }
            /// <summary>An address.</summary>
            public partial Uri Address { get; set; } = new("https://example.org/");
            /// <summary>An address, or none.</summary>
            public partial Uri? MaybeAddress { get; set; }
            /// <summary>Numbers.</summary>
            public partial IReadOnlyList<long> Numbers { get; set; }
            /// <summary>Lists in lists.</summary>
            [ClientEditable] public partial IReadOnlyList<IReadOnlyList<double?>>? Table { get; set; }
            /// <summary>By name.</summary>
            public partial IReadOnlyDictionary<string, decimal> Prices { get; set; }
            /// <summary>By name, or none.</summary>
            public partial IReadOnlyDictionary<string, IReadOnlyList<string?>>? MaybeWords { get; set; }
            /// <summary>A record.</summary>
            [ClientEditable] public partial Money Price { get; set; } = new(1.00m, Currency.Euro);
            /// <summary>A record, or none.</summary>
            public partial Order? MaybeOrder { get; set; }
            /// <summary>Records.</summary>
            public partial IReadOnlyList<Money> All { get; set; }

            /// <summary>Takes and gives records.</summary>
            [Exposed] public Order? Send(Order order, IReadOnlyList<Money?> moneys, DateOnly? day, ReadOnlyMemory<byte> bytes) => order;
            /// <summary>Gives a dictionary.</summary>
            [Exposed] public IReadOnlyDictionary<string, DateTime?> Times(long number, decimal? amount) => new Dictionary<string, DateTime?>();
        }
        """;
}
