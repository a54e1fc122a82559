using System.Globalization;
using System.Text;

namespace Capsule.Generators.Ledger;

/// <summary>Reads a JSON text with the places of its values.</summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 16;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonReader(string text) => _text = text;

    /// <exception cref="LedgerFormatException">It is no JSON.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        JsonValue value = reader.Value();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Unexpected("the end");
    }

    private JsonValue Value()
    {
        SkipSpace();
        return Current switch
        {
            '{' => Nested(Object),
            '[' => Nested(Array),
            '"' => Text(),
            '-' or (>= '0' and <= '9') => Number(),
            't' => Boolean("true", isTrue: true),
            'f' => Boolean("false", isTrue: false),
            _ => throw Unexpected("a value"),
        };
    }

    private JsonValue Nested(Func<JsonValue> read)
    {
        if (++_depth > MaxDepth)
        {
            throw Unexpected("less within less");
        }

        JsonValue value = read();
        _depth--;
        return value;
    }

    private JsonObject Object()
    {
        int start = _at;
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        Items('}', () =>
        {
            SkipSpace();
            JsonText name = Current == '"' ? Text() : throw Unexpected("a name in quotes");
            if (!names.Add(name.Text))
            {
                throw new LedgerFormatException($"'{name.Text}' is there twice.", name.Start, name.End);
            }

            SkipSpace();
            Take(':');
            members.Add(new(name, Value()));
        });
        return new(members, start, _at);
    }

    private JsonArray Array()
    {
        int start = _at;
        var items = new List<JsonValue>();
        Items(']', () => items.Add(Value()));
        return new(items, start, _at);
    }

    private void Items(char closing, Action readOne)
    {
        _at++;
        SkipSpace();
        if (Current == closing)
        {
            _at++;
            return;
        }

        while (true)
        {
            readOne();
            SkipSpace();
            if (Current == closing)
            {
                _at++;
                return;
            }

            Take(',');
        }
    }

    private JsonText Text()
    {
        int start = _at++;
        var text = new StringBuilder();
        while (Current != '"')
        {
            if (Current < ' ')
            {
                throw Unexpected("the end of the text that begins here", start);
            }

            text.Append(Current == '\\' ? Escaped() : _text[_at++]);
        }

        _at++;
        return new(text.ToString(), start, _at);
    }

    private char Escaped()
    {
        int start = _at++;
        char escape = Current;
        _at++;
        if (escape == 'u' && _at + 4 <= _text.Length
            && ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            _at += 4;
            return (char)code;
        }

        return escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new LedgerFormatException("JSON has no such escape.", start, Math.Min(start + 2, _text.Length)),
        };
    }

    private JsonNumber Number()
    {
        int start = _at;
        while (Current is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
        {
            _at++;
        }

        return int.TryParse(_text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? new(number, start, _at)
            : throw new LedgerFormatException("A number in a ledger is a whole one.", start, _at);
    }

    private JsonBoolean Boolean(string word, bool isTrue)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Unexpected("a value");
        }

        _at += word.Length;
        return new(isTrue, _at - word.Length, _at);
    }

    /// <summary>The character at which the reader stands; none at the end.</summary>
    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            _at++;
        }
    }

    private void Take(char expected)
    {
        if (Current != expected)
        {
            throw Unexpected($"'{expected}'");
        }

        _at++;
    }

    private LedgerFormatException Unexpected(string expected, int? start = null) =>
        new($"Expected {expected}.", start ?? Math.Min(_at, _text.Length), Math.Min((start ?? _at) + 1, _text.Length));
}
