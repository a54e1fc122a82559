namespace Capsule.Internals;

public static partial class AttributeValue
{
    /// <summary>A record that is of its declared type: of one that derives from it, a part would be lost on the wire.</summary>
    /// <exception cref="ArgumentException">It is of another.</exception>
    public static TRecord Exact<TRecord>(TRecord value)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.GetType() == typeof(TRecord)
            ? value
            : throw new ArgumentException(
                $"A {value.GetType().Name} is more than a {typeof(TRecord).Name}, and what it adds would be lost: only the members of the declared record are stored and sent. "
                + $"Give a {typeof(TRecord).Name} itself, or declare a record that has all members and derives from none.",
                nameof(value));
    }
}
