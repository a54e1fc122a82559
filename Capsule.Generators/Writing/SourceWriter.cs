using System.Text;

namespace Capsule.Generators.Writing;

/// <summary>Takes text in blocks and owns its indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter(int indentSize)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Where the lines of <see cref="Mark"/> begin that stand at the end; -1 if there are none.</summary>
    private int _marks = -1;

    /// <summary>Writes an empty line, but never two, and none after a line that opens a block.</summary>
    public SourceWriter Separate()
    {
        if (!EndsWith("\n\n") && !EndsWith("{\n") && _text.Length > 0)
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes one or more lines at the current depth.</summary>
    public SourceWriter Write(string block)
    {
        int start = 0;
        while (start <= block.Length)
        {
            int end = block.IndexOf('\n', start);
            end = end < 0 ? block.Length : end;
            WriteLine(block, start, end - start);
            start = end + 1;
        }

        return this;
    }

    /// <summary>Writes a line that says something about the lines around it, and is none of them.</summary>
    public SourceWriter Mark(string line)
    {
        int marks = _marks < 0 ? _text.Length : _marks;
        Write(line);
        _marks = marks;
        return this;
    }

    /// <summary>Writes the opening line and goes one step deeper.</summary>
    public SourceWriter Open(string opening = "{")
    {
        Write(opening);
        _depth++;
        return this;
    }

    /// <summary>Goes one step back and writes the closing line.</summary>
    public SourceWriter Close(string closing = "}")
    {
        _depth--;
        return Write(closing);
    }

    /// <summary>Goes one step back without a line of its own.</summary>
    public SourceWriter Dedent()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();

    private void WriteLine(string block, int start, int length)
    {
        while (length > 0 && block[start + length - 1] is '\r' or ' ')
        {
            length--;
        }

        if (length > 0)
        {
            _text.Append(' ', _depth * indentSize).Append(block, start, length);
        }

        _text.Append('\n');
        _marks = -1;
    }

    private bool EndsWith(string ending)
    {
        int length = _marks < 0 ? _text.Length : _marks;
        return length >= ending.Length && _text.ToString(length - ending.Length, ending.Length) == ending;
    }
}
