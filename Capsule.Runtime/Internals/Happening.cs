using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>What a generated <see cref="BroadcastAttribute"/> method tells: its arguments, as members of an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Happening : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly CapsuleModel _model;
    private readonly string _name;

    /// <summary>Opens the object.</summary>
    public Happening(CapsuleModel model, string name)
    {
        _model = model;
        _name = name;
        Writer = new Utf8JsonWriter(_buffer, CapsuleJson.WriterOptions);
        Writer.WriteStartObject();
    }

    /// <summary>Takes the members.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Closes the object, and tells it with what else the turn does; outside of a turn, in one of its own.</summary>
    public void Tell()
    {
        Writer.WriteEndObject();
        Writer.Flush();
        ModelTree tree = _model.TrackingTree;
        tree.Turn(() => tree.Log.Broadcasts.Add(new(_model, _name, new RawJson(_buffer.WrittenMemory))));
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();
}
