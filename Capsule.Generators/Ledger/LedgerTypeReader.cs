using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>Reads types and signatures as they are spelled. What it cannot read is null, and can then only be compared as a text.</summary>
internal sealed class LedgerTypeReader
{
    public const string Optional = "optional";

    private readonly string _text;
    private int _at;

    private LedgerTypeReader(string text) => _text = text;

    public static LedgerType? ReadType(string text)
    {
        var reader = new LedgerTypeReader(text);
        return reader.Type() is { } type && reader.IsAtEnd ? type : null;
    }

    public static LedgerSignature? ReadSignature(string text)
    {
        var reader = new LedgerTypeReader(text);
        return reader.Signature() is { } signature && reader.IsAtEnd ? signature : null;
    }

    private bool IsAtEnd => _at == _text.Length;

    private LedgerSignature? Signature()
    {
        var arguments = new List<LedgerArgument>();
        if (!Take("("))
        {
            return null;
        }

        while (!Take(")"))
        {
            if ((arguments.Count > 0 && !Take(", ")) || Type() is not { } type)
            {
                return null;
            }

            arguments.Add(new(type, Take(" " + Optional)));
        }

        return Take(": ") && Type() is { } result ? new(arguments.ToEquatableArray(), result) : null;
    }

    private LedgerType? Type()
    {
        string name = Name();
        var type = new LedgerType(name);
        LedgerType? whole = name.Length == 0 ? null
            : Take("(") ? Values() is { Count: > 0 } values ? type with { Values = values.ToEquatableArray() } : null
            : Take("<") ? Type() is { } element && Take(">") ? type with { Element = element } : null
            : Take("{") ? Fields() is { Count: > 0 } fields ? type with { Fields = fields.ToEquatableArray() } : null
            : type;
        return whole is not null && Take("?") ? whole with { IsNullable = true } : whole;
    }

    private List<string> Values()
    {
        var values = new List<string>();
        do
        {
            values.Add(Name());
        }
        while (Take("|"));
        return Take(")") && !values.Contains("") ? values : [];
    }

    private List<LedgerField> Fields()
    {
        var fields = new List<LedgerField>();
        do
        {
            string name = Name();
            if (name.Length == 0 || !Take(": ") || Type() is not { } type)
            {
                return [];
            }

            fields.Add(new(name, type));
        }
        while (Take(", "));
        return Take("}") ? fields : [];
    }

    private string Name()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private bool Take(string expected)
    {
        bool isThere = string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;
        _at += isThere ? expected.Length : 0;
        return isThere;
    }
}
