namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>
/// Regular expressions of .NET → those of JavaScript with the flag <c>u</c>, where both say the same of every text without surrogates.
/// What is not on the list is left to the server: there is no way to be nearly right here.
/// </summary>
internal sealed class PatternTranslator
{
    private const string Space = "\\t-\\r\\u0085\\p{Z}";

    private readonly string _pattern;
    private int _next;

    private PatternTranslator(string pattern) => _pattern = pattern;

    private bool IsAtEnd => _next == _pattern.Length;

    private char Current => _pattern[_next];

    /// <summary>The expression in JavaScript; null where only the server can tell.</summary>
    public static string? Translate(string pattern)
    {
        var translator = new PatternTranslator(pattern);
        try
        {
            string translated = translator.Alternatives(out _);
            return translator.IsAtEnd ? translated : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <param name="canBeEmpty">Whether it matches the empty text, so that repeating it differs between the two.</param>
    private string Alternatives(out bool canBeEmpty)
    {
        string text = Sequence(out canBeEmpty);
        while (!IsAtEnd && Current == '|')
        {
            _next++;
            text += "|" + Sequence(out bool other);
            canBeEmpty |= other;
        }

        return text;
    }

    private string Sequence(out bool canBeEmpty)
    {
        string text = "";
        canBeEmpty = true;
        while (!IsAtEnd && Current is not ('|' or ')'))
        {
            string atom = Atom(out bool isEmpty);
            string quantifier = Quantifier(out bool isOptional);
            if (quantifier.Length > 0 && isEmpty)
            {
                throw new NotSupportedException();
            }

            text += atom + quantifier;
            canBeEmpty &= isEmpty || isOptional;
        }

        return text;
    }

    private string Quantifier(out bool isOptional)
    {
        isOptional = false;
        if (IsAtEnd || Current is not ('*' or '+' or '?' or '{'))
        {
            return "";
        }

        isOptional = Current is '*' or '?';
        string text = Current == '{' ? Count(out isOptional) : Take().ToString();
        if (!IsAtEnd && Current == '?')
        {
            text += Take();
        }

        return IsAtEnd || Current is not ('*' or '+' or '?' or '{') ? text : throw new NotSupportedException();
    }

    private string Count(out bool isOptional)
    {
        int end = _pattern.IndexOf('}', _next);
        string text = end < 0 ? throw new NotSupportedException() : _pattern.Substring(_next, end - _next + 1);
        string[] bounds = text.Trim('{', '}').Split(',');
        if (bounds.Length > 2 || !IsNumber(bounds[0]) || (bounds.Length == 2 && bounds[1].Length > 0 && !IsNumber(bounds[1])))
        {
            throw new NotSupportedException();
        }

        isOptional = bounds[0].Trim('0').Length == 0;
        _next = end + 1;
        return text;

        static bool IsNumber(string digits) => digits.Length is > 0 and < 6 && digits.All(static digit => digit is >= '0' and <= '9');
    }

    private string Atom(out bool canBeEmpty)
    {
        canBeEmpty = Current is '^' or '$';
        switch (Take())
        {
            case '(':
                return Group(out canBeEmpty);
            case '[':
                return Class();
            case '\\':
                return Escape(ref canBeEmpty);
            case '.':
                return "[^\\n]";
            case '^':
                return "^";
            case '$':
                return "(?=\\n?$)";
            case '*' or '+' or '?' or '{':
                throw new NotSupportedException();
            default:
                return Literal(_pattern[_next - 1]);
        }
    }

    private string Group(out bool canBeEmpty)
    {
        string opening = "(";
        if (!IsAtEnd && Current == '?')
        {
            _next++;
            opening = IsAtEnd ? throw new NotSupportedException() : Take() switch
            {
                ':' => "(?:",
                '=' => "(?=",
                '!' => "(?!",
                _ => throw new NotSupportedException(),
            };
        }

        string inside = Alternatives(out canBeEmpty);
        canBeEmpty |= opening is "(?=" or "(?!";
        return !IsAtEnd && Take() == ')' ? opening + inside + ")" : throw new NotSupportedException();
    }

    private string Class()
    {
        string text = "[";
        if (!IsAtEnd && Current == '^')
        {
            text += Take();
        }

        for (bool isFirst = true; IsAtEnd || Current != ']' || isFirst; isFirst = false)
        {
            if (IsAtEnd || Current is '[' or ']')
            {
                throw new NotSupportedException();
            }

            char letter = Take();
            text += letter switch
            {
                '\\' => ClassEscape(),
                '-' when isFirst || (!IsAtEnd && Current == ']') => "\\-",
                '-' => "-",
                '^' => "\\^",
                _ => Literal(letter),
            };
        }

        _next++;
        return IsRangeOfSets(text) ? throw new NotSupportedException() : text + "]";
    }

    /// <summary>A range from or to a set of characters, or one that follows upon a range, means something else in each of the two.</summary>
    private static bool IsRangeOfSets(string text)
    {
        for (int index = 1; index < text.Length; index++)
        {
            if (text[index] == '-' && text[index - 1] != '\\' && !IsPlainRange(text, index))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlainRange(string text, int dash) =>
        dash >= 2 && dash + 1 < text.Length && IsLetterOrDigit(text[dash - 1]) && IsLetterOrDigit(text[dash + 1])
        && text[dash - 2] is not ('-' or '\\')
        && (dash + 2 >= text.Length || text[dash + 2] != '-')
        || IsSpace(text, dash);

    private static bool IsSpace(string text, int dash) => dash >= 2 && string.CompareOrdinal(text, dash - 2, Space, 0, Space.Length) == 0;

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private string ClassEscape() => IsAtEnd ? throw new NotSupportedException() : Take() switch
    {
        'd' => "\\p{Nd}",
        'D' => "\\P{Nd}",
        'w' => Word,
        's' => Space,
        '-' => "\\-",
        _ => Character(_pattern[_next - 1]),
    };

    private string Escape(ref bool canBeEmpty)
    {
        if (IsAtEnd)
        {
            throw new NotSupportedException();
        }

        char letter = Take();
        canBeEmpty = letter is 'A' or 'z' or 'Z';
        return letter switch
        {
            'd' => "\\p{Nd}",
            'D' => "\\P{Nd}",
            'w' => $"[{Word}]",
            'W' => $"[^{Word}]",
            's' => $"[{Space}]",
            'S' => $"[^{Space}]",
            'A' => "^",
            'z' => "$",
            'Z' => "(?=\\n?$)",
            _ => Character(letter),
        };
    }

    private const string Word = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}";

    /// <summary>An escape that means one character.</summary>
    private static string Character(char letter) => letter is 't' or 'n' or 'r' or 'f' or 'v' ? "\\" + letter
        : letter < 128 && !char.IsLetterOrDigit(letter) && letter != '_' ? Literal(letter)
        : throw new NotSupportedException();

    private static string Literal(char letter) => char.IsSurrogate(letter) ? throw new NotSupportedException()
        : "^$\\.*+?()[]{}|/".IndexOf(letter) >= 0 ? "\\" + letter
        : letter.ToString();

    private char Take() => _pattern[_next++];
}
