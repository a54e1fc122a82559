using System.ComponentModel;
using System.Runtime.CompilerServices;
using Capsule.Internals;

namespace Capsule;

/// <summary>What generated setters call: the kinds that most attributes have by name (the compiler finds one by its name sooner than it infers a type), all
/// others through <c>Set</c>.</summary>
public abstract partial class CapsuleModel
{
    /// <summary>Sets an attribute, and keeps what it was before the turn.</summary>
    /// <param name="field">Where it lives.</param>
    /// <param name="value">What it is to be.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="attribute">Its number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Set<T>(ref T field, T value, ValueKind<T> kind, int attribute)
    {
        if (kind.Same(field, value))
        {
            return;
        }

        value = kind.Hold(value);
        if ((_kept & (1UL << attribute)) != 0)
        {
            field = value;
        }
        else
        {
            SetAndKeep(ref field, value, kind, attribute);
        }
    }

    /// <summary>As <see cref="Set"/>, of an <see cref="ImmutableAttribute"/> attribute.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetOnce<T>(ref T field, T value, ValueKind<T> kind, int attribute)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!kind.Same(field, value))
        {
            DemandMutable(attribute, kind.IsNothing(field));
            Set(ref field, value, kind, attribute);
        }
    }

    /// <summary>As <see cref="Set"/>, of a <see cref="RadioAttribute"/> attribute.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetRadio(ref bool field, bool value, int attribute)
    {
        if (field == value)
        {
            return;
        }

        bool isOwnTurn = (_kept & (1UL << attribute)) == 0 && Keep(field, attribute);
        field = value;
        if (value)
        {
            BecomeChosen(attribute);
        }

        if (isOwnTurn)
        {
            OwningTree!.Commit();
        }
    }

#pragma warning disable CS1591 // As Set, each called after its type.
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetBoolean(ref bool field, bool value, int attribute) => Set(ref field, value, ValueKinds.Boolean, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetNullableBoolean(ref bool? field, bool? value, int attribute) => Set(ref field, value, ValueKinds.NullableBoolean, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetInt32(ref int field, int value, int attribute) => Set(ref field, value, ValueKinds.Int32, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetNullableInt32(ref int? field, int? value, int attribute) => Set(ref field, value, ValueKinds.NullableInt32, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetInt64(ref long field, long value, int attribute) => Set(ref field, value, ValueKinds.Int64, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetDouble(ref double field, double value, int attribute) => Set(ref field, value, ValueKinds.Double, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetNullableDouble(ref double? field, double? value, int attribute) => Set(ref field, value, ValueKinds.NullableDouble, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetDecimal(ref decimal field, decimal value, int attribute) => Set(ref field, value, ValueKinds.Decimal, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetString(ref string field, string value, int attribute) => Set(ref field, value, ValueKinds.String, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetNullableString(ref string? field, string? value, int attribute) => Set(ref field, value, ValueKinds.NullableString, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetGuid(ref Guid field, Guid value, int attribute) => Set(ref field, value, ValueKinds.Guid, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetDateTimeOffset(ref DateTimeOffset field, DateTimeOffset value, int attribute) =>
        Set(ref field, value, ValueKinds.DateTimeOffset, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetNullableDateTimeOffset(ref DateTimeOffset? field, DateTimeOffset? value, int attribute) =>
        Set(ref field, value, ValueKinds.NullableDateTimeOffset, attribute);

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetStrings(ref IReadOnlyList<string> field, IReadOnlyList<string> value, int attribute) =>
        Set(ref field, value, ValueKinds.Strings, attribute);
#pragma warning restore CS1591

    /// <summary>The first change of the attribute in the turn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetAndKeep<T>(ref T field, T value, ValueKind<T> kind, int attribute)
    {
        bool isOwnTurn = Keep(kind.Got(field), attribute);
        field = value;
        if (isOwnTurn)
        {
            OwningTree!.Commit();
        }
    }
}
