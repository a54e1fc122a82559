using System.ComponentModel;
using System.Text.Json;
using Capsule.Access.Seeing;
using Capsule.Changes;

namespace Capsule.Internals;

#pragma warning disable CS8500 // The address of what holds references: a ref struct stands on the stack and does not move.

/// <summary>
/// One visit to one attribute: generated code shows the value and its kind, and sets the attribute to what comes back, which is the same value where nothing
/// is to change. So a model says once, in one line for each attribute, what export, import, comparison, rollback and ops need to know.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe ref partial struct AttributeExchange
{
    private readonly AttributeUse _use;

    /// <summary>Where the reader is: a reference to a ref struct cannot be a field. It is always on the stack, and outlives the exchange.</summary>
    private void* _reader;

    private Utf8JsonWriter? _writer;
    private Sight? _sight;
    private bool _isStored;
    private JsonEncodedText _name;
    private KeptValues? _kept;
    private int _entry;

    private AttributeExchange(AttributeUse use) => _use = use;

    /// <summary>The value as an object, where it is shown or put.</summary>
    internal object? Shown { get; private set; }

    /// <summary>What a comparison found.</summary>
    internal bool Differs { get; private set; }

    /// <summary>Of a reference that was read: the id of its target, empty for none. It is found when all has been read; until then, the attribute stays as it is.</summary>
    internal ModelId? Named { get; private set; }

    /// <summary>Whether what was to be put is of a class that the attribute cannot refer to.</summary>
    internal bool Misfits { get; private set; }

    private readonly ref Utf8JsonReader Reader => ref *(Utf8JsonReader*)_reader;

    /// <summary>Shows the value of an attribute, and gives the one that it is to have.</summary>
    public T Value<T>(T value, ValueKind<T> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        switch (_use)
        {
            case AttributeUse.Write:
                kind.Write(_writer!, _name, value);
                return value;
            case AttributeUse.Read:
                return kind.Read(ref Reader);
            case AttributeUse.Increment:
                return kind.Increment(value, ref Reader);
            case AttributeUse.CompareWithKept:
                Differs = !kind.Same(_kept!.Get<T>(_entry), value);
                return value;
            case AttributeUse.Restore:
                return _kept!.Get<T>(_entry);
            case AttributeUse.Show:
                Shown = value;
                return value;
            case AttributeUse.ShowKept:
                Shown = _kept!.Get<T>(_entry);
                return value;
            case AttributeUse.CompareWithShown:
                Differs = !kind.Same((T)Shown!, value);
                return value;
            default:
                return (T)Shown!;
        }
    }

    internal static AttributeExchange To(Utf8JsonWriter writer, Sight? sight = null, bool isStored = false) =>
        new(AttributeUse.Write) { _writer = writer, _sight = sight, _isStored = isStored };

    internal static AttributeExchange From(ref Utf8JsonReader reader) => new(AttributeUse.Read) { _reader = AddressOf(ref reader) };

    internal static AttributeExchange By(ref Utf8JsonReader reader) => new(AttributeUse.Increment) { _reader = AddressOf(ref reader) };

    internal static AttributeExchange With(KeptValues kept, AttributeUse use) => new(use) { _kept = kept };

    internal static AttributeExchange With(object? value, AttributeUse use) => new(use) { Shown = value };

    /// <summary>The next value is written as this member.</summary>
    internal void Name(JsonEncodedText name) => _name = name;

    /// <summary>The next value was kept here.</summary>
    internal void Entry(int entry) => _entry = entry;

    private static void* AddressOf(ref Utf8JsonReader reader)
    {
        fixed (Utf8JsonReader* address = &reader)
        {
            return address;
        }
    }
}
