namespace Capsule.Generators.Parsing.Computed;

/// <summary>An expression of TypeScript.</summary>
/// <param name="Text">As it is written where nothing stands beside it.</param>
/// <param name="IsAtom">Whether it needs no parentheses beside an operator or in front of a member.</param>
internal readonly record struct Script(string Text, bool IsAtom = true)
{
    public static readonly Script Null = new("null");

    /// <summary>The expression as an operand.</summary>
    public string Atom => IsAtom ? Text : $"({Text})";

    /// <summary>Whether it is cheap to write it twice: names and dots.</summary>
    public bool IsPath => Text.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_');

    /// <summary>An expression with operators.</summary>
    public static Script Operation(string text) => new(text, IsAtom: false);

    /// <summary>A call of a function of <c>capsule-client/computed</c>.</summary>
    public static Script Call(string function, params string[] arguments) => new($"computed.{function}({string.Join(", ", arguments)})");

    public override string ToString() => Text;
}
