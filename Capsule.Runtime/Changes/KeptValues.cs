using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Capsule.Changes;

/// <summary>
/// The values that attributes had before the running turn, in the order in which they were first set: one array for all models of a tree, so that a turn
/// writes through memory from front to back and allocates nothing once the array is large enough. The values of one model are a chain from the newest to the oldest.
/// </summary>
internal sealed class KeptValues
{
    /// <summary>What has no follower, and the head of a chain without values.</summary>
    public const int None = -1;

    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <summary>Keeps a value.</summary>
    /// <param name="attribute">The attribute's number.</param>
    /// <param name="head">The model's chain, which it becomes the head of.</param>
    public void Add<T>(int attribute, T value, ref int head)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _count);
        }

        ref Entry entry = ref _entries[_count];
        entry.Attribute = attribute;
        entry.Next = head;
        if (FitsInPlace<T>())
        {
            Unsafe.As<Bits, T>(ref entry.Bits) = value;
        }
        else
        {
            entry.Reference = value;
        }

        head = _count++;
    }

    public T Get<T>(int entry) => FitsInPlace<T>() ? Unsafe.As<Bits, T>(ref _entries[entry].Bits) : (T)_entries[entry].Reference!;

    public int AttributeOf(int entry) => _entries[entry].Attribute;

    public int After(int entry) => _entries[entry].Next;

    /// <summary>The entry of an attribute in a chain that has it.</summary>
    public int Find(int attribute, int head)
    {
        int entry = head;
        while (_entries[entry].Attribute != attribute)
        {
            entry = _entries[entry].Next;
        }

        return entry;
    }

    /// <summary>Forgets all, and lets go of what it held.</summary>
    public void Clear()
    {
        _entries.AsSpan(0, _count).Clear();
        _count = 0;
    }

    /// <summary>Numbers, dates and ids; what holds references must be one where the garbage collector looks.</summary>
    private static bool FitsInPlace<T>() => !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() <= Bits.Size;

    [StructLayout(LayoutKind.Sequential, Size = Size)]
    private struct Bits
    {
        /// <summary>As many bytes as a decimal that may be null takes.</summary>
        public const int Size = 24;

        private readonly long _first;
    }

    private struct Entry
    {
        public object? Reference;
        public Bits Bits;
        public int Attribute;
        public int Next;
    }
}
