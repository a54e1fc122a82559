using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Internals;
using Capsule.Snapshots;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>The model and all below it as JSON, in the shape of Capsule 0.2.2: <c>{ "attrs": {…}, "collections": {…}, "models": {…} }</c>.</summary>
    public string Xport(XportOptions? options = null)
    {
        using var buffer = new ExportBuffer();
        Xport(buffer, options);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>As <see cref="Xport(XportOptions?)"/>, in UTF-8.</summary>
    public ReadOnlyMemory<byte> XportUtf8(XportOptions? options = null)
    {
        using var buffer = new ExportBuffer();
        Xport(buffer, options);
        return buffer.Written.ToArray();
    }

    /// <summary>As <see cref="Xport(XportOptions?)"/>, to a stream, in UTF-8.</summary>
    public void Xport(Stream stream, XportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new ExportBuffer();
        Xport(buffer, options);
        stream.Write(buffer.Written);
    }

    /// <summary>As <see cref="Xport(XportOptions?)"/>, as one value of a larger document.</summary>
    public void Xport(Utf8JsonWriter writer, XportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        options ??= XportOptions.Default;
        Freshen(options);
        XportWriter.Write(writer, this, options);
    }

    private void Xport(ExportBuffer buffer, XportOptions? options)
    {
        using var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        Xport(writer, options);
    }

    /// <summary>
    /// Takes an export in: what is known by its id is updated, what is not is added, nothing is removed unless
    /// <see cref="MportOptions.Replace"/> says so. All in one turn: if the data are wrong anywhere, nothing changes.
    /// </summary>
    /// <returns>What the data held that no member of the models could take.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the data do not fit. <see cref="ErrorCode.Conflict"/>: an id is
    /// another's, or differs from one that can no longer change.</exception>
    public MportResult Mport(string json, MportOptions? options = null) => Mport(Encoding.UTF8.GetBytes(json), options);

    /// <inheritdoc cref="Mport(string, MportOptions?)"/>
    public MportResult Mport(ReadOnlySpan<byte> utf8, MportOptions? options = null)
    {
        var reader = new Utf8JsonReader(utf8, CapsuleJson.ReaderOptions);
        return MportReader.Read(ref reader, this, options ?? MportOptions.Default, wholeDocument: true);
    }

    /// <inheritdoc cref="Mport(string, MportOptions?)"/>
    /// <remarks>The stream is read to its end before anything is taken in; a byte order mark is passed over.</remarks>
    public MportResult Mport(Stream stream, MportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        ReadOnlySpan<byte> utf8 = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        return Mport(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8, options);
    }

    /// <inheritdoc cref="Mport(string, MportOptions?)"/>
    /// <remarks>The reader stands before the value or on its first token, and afterwards on its last. It must hold the whole value.</remarks>
    public MportResult Mport(ref Utf8JsonReader reader, MportOptions? options = null) =>
        MportReader.Read(ref reader, this, options ?? MportOptions.Default, wholeDocument: false);

    /// <summary>Writes the attributes whose bits are set, as members.</summary>
    /// <param name="writer">Stands in an object.</param>
    /// <param name="attributes">Those whose values are written.</param>
    /// <param name="sight">What those see who get it: a reference to something else is null. Null: everything.</param>
    /// <param name="nulls">Those that are written as null.</param>
    /// <param name="isStored">Whether they are for a store: a reference to something that is not stored is null.</param>
    internal void WriteAttributes(Utf8JsonWriter writer, ulong attributes, Sight? sight = null, ulong nulls = 0, bool isStored = false)
    {
        ImmutableArray<AttributeInfo> all = ModelType.Attributes;
        var exchange = AttributeExchange.To(writer, sight, isStored);
        for (ulong rest = attributes | nulls; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            if ((nulls & (1UL << attribute)) != 0)
            {
                writer.WriteNull(all[attribute].EncodedName);
                continue;
            }

            exchange.Name(all[attribute].EncodedName);
            Exchange(attribute, ref exchange);
        }
    }

    /// <summary>Sets the attribute to the value that the reader stands on.</summary>
    /// <returns>Of a reference the id that it names, empty for none: whoever reads finds the target when all has been read.</returns>
    internal ModelId? ReadAttribute(int attribute, ref Utf8JsonReader reader)
    {
        var exchange = AttributeExchange.From(ref reader);
        Exchange(attribute, ref exchange);
        return exchange.Named;
    }

    /// <summary>Adds to a numeric attribute the number that the reader stands on.</summary>
    internal void IncrementAttribute(int attribute, ref Utf8JsonReader by)
    {
        var exchange = AttributeExchange.By(ref by);
        Exchange(attribute, ref exchange);
    }

    /// <summary>Runs the exposed method with this number; the reader stands before its first argument, and the result is written as one value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Call(int method, ref Utf8JsonReader arguments, TurnContext turn, Utf8JsonWriter result) =>
        throw new ArgumentOutOfRangeException(nameof(method));

    /// <summary>Reads the arguments of the asynchronous method with this number; what is given back runs it, outside of any turn.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual Func<AsyncCall, Utf8JsonWriter, Task> PrepareCall(int method, ref Utf8JsonReader arguments) =>
        throw new ArgumentOutOfRangeException(nameof(method));
}
