#pragma warning disable CA1309, CA1865 // Each way to write it is here, not the best alone.

using System.Globalization;

namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public int Length => Text.Length;

    [Computed] public char FirstLetter => Text[0];

    [Computed] public char LastLetter => Text[^1];

    [Computed] public string Middle => Text[1..^1];

    [Computed] public string Beginning => Text[..2] + Other[1..];

    [Computed] public string From => Text.Substring(A);

    [Computed] public string Part => Text.Substring(1, 2);

    [Computed] public bool Contained => Text.Contains(Other) || Text.Contains('a');

    [Computed] public bool ContainedIgnoring => Text.Contains("ST", StringComparison.OrdinalIgnoreCase);

    [Computed] public bool Started => Text.StartsWith(Other, StringComparison.Ordinal) || Text.StartsWith('a');

    [Computed] public bool Ended => Text.EndsWith("b", StringComparison.Ordinal) || Text.EndsWith('B') || Text.EndsWith(Other, StringComparison.OrdinalIgnoreCase);

    [Computed] public bool StartedIgnoring => Text.StartsWith("A", StringComparison.OrdinalIgnoreCase);

    [Computed] public bool EndedOrdinal => Text.EndsWith(Other, StringComparison.Ordinal);

    [Computed] public int Index => Text.IndexOf('a') + Text.IndexOf(Other, StringComparison.Ordinal);

    [Computed] public int LastIndex => Text.LastIndexOf('a') - Text.LastIndexOf("b", StringComparison.Ordinal);

    [Computed] public string Replaced => Text.Replace('a', 'e').Replace("b", "--");

    [Computed] public string ReplacedBy => Text.Replace(Other, Note);

    [Computed] public string Trimmed => Text.Trim() + "|" + Other.TrimStart() + "|" + Other.TrimEnd();

    [Computed] public string TrimmedLetters => Text.Trim('a') + Text.TrimEnd('b') + Text.TrimStart(' ');

    [Computed] public string Padded => Text.PadLeft(6) + Other.PadRight(B % 20, '.');

    [Computed] public string PaddedMore => Other.PadLeft(5, '0') + Text.PadRight(4);

    [Computed] public string Inserted => Text.Insert(1, Other);

    [Computed] public string Removed => Text.Remove(1) + Other.Remove(0, 1);

    [Computed] public string Upper => Text.ToUpperInvariant() + char.ToUpperInvariant(Letter);

    [Computed] public string Lower => Text.ToLowerInvariant() + char.ToLowerInvariant(Letter);

    [Computed] public bool Empty => string.IsNullOrEmpty(Note) || string.IsNullOrEmpty(Text);

    [Computed] public bool Blank => string.IsNullOrWhiteSpace(Note) && string.IsNullOrWhiteSpace(Text);

    [Computed] public bool EqualOrdinal => Text.Equals(Other) || string.Equals(Note, Text, StringComparison.OrdinalIgnoreCase);

    [Computed] public bool EqualIgnoring => Text.Equals(Other, StringComparison.OrdinalIgnoreCase) || string.Equals(Text, Note);

    [Computed] public bool Before => string.CompareOrdinal(Text, Other) < 0;

    [Computed] public bool BeforeNote => string.Compare(Text, Note, StringComparison.Ordinal) >= 0;

    [Computed] public string Joined => string.Join(", ", Tags) + string.Join('-', Text, Other, Note);

    [Computed] public string Concatenated => string.Concat(Text, Other, Note) + string.Concat(Tags);

    [Computed] public int Parts => Text.Split(' ').Length + Text.Split("a", StringSplitOptions.RemoveEmptyEntries).Length;

    [Computed] public string SecondPart => Text.Split('a', StringSplitOptions.TrimEntries)[1];

    [Computed] public bool Letters => char.IsDigit(Letter) || char.IsLetter(Letter) && char.IsUpper(Letter) || char.IsWhiteSpace(Letter);

    [Computed] public bool LettersOfText => Text.Any(letter => char.IsLower(letter)) && Text.All(letter => char.IsLetterOrDigit(letter));

    [Computed] public int Digits => Text.Count(letter => letter >= '0' && letter <= '9');

    [Computed] public string Interpolated => $"{Text}/{Letter}/{Yes}/{Level}/{MaybeLevel}/{Note}/{Key}";

    [Computed] public string Aligned => $"[{Text,8}|{Yes,-7}|{Letter,3}]";

    [Computed] public string InvariantNumbers => string.Create(CultureInfo.InvariantCulture, $"{A} {L} {U} {P} {Byte} {MaybeInt} {MaybeDecimal}");

    [Computed] public string InvariantReals => FormattableString.Invariant($"{D}; {E}; {F}; {MaybeDouble}; {G,12}");

    [Computed] public string InvariantDates => string.Create(CultureInfo.InvariantCulture, $"{At} {Start} {Day} {Time} {Span} {MaybeAt}");

    [Computed] public string Written => A.ToString(CultureInfo.InvariantCulture) + D.ToString(CultureInfo.InvariantCulture) + P.ToString(CultureInfo.InvariantCulture);

    [Computed] public string WrittenMore => Yes.ToString() + Level.ToString() + Letter.ToString() + Key.ToString() + Note;

    [Computed] public string Added => Text + Letter + Yes + Note + Level;

    [Computed] public string Constant => "a\n\"\u2028\\" + nameof(Text);

    [Computed] public bool SameKey => Key == Guid.Empty || Key != Key;
}
