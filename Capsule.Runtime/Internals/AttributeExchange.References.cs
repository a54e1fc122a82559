namespace Capsule.Internals;

public ref partial struct AttributeExchange
{
    /// <summary>As <see cref="Value"/>, of a <see cref="ReferenceAttribute"/> attribute.</summary>
    public TModel? Reference<TModel>(TModel? value)
        where TModel : CapsuleModel
    {
        switch (_use)
        {
            case AttributeUse.Write:
                WriteReference(value);
                return value;
            case AttributeUse.Read:
                Named = AttributeJson.ReadReference(ref Reader);
                return value;
            case AttributeUse.Increment:
                throw new CapsuleException(ErrorCode.Invalid, "Only a number can be incremented.");
            case AttributeUse.CompareWithKept:
                Differs = !IsSame(_kept!.Get<TModel?>(_entry), value);
                return value;
            case AttributeUse.Restore:
                return _kept!.Get<TModel?>(_entry);
            case AttributeUse.Show:
                Shown = value;
                return value;
            case AttributeUse.ShowKept:
                Shown = _kept!.Get<TModel?>(_entry);
                return value;
            case AttributeUse.CompareWithShown:
                Differs = !IsSame((TModel?)Shown, value);
                return value;
            default:
                Misfits = Shown is not (null or TModel);
                return Misfits ? value : (TModel?)Shown;
        }
    }

    /// <summary>For everybody else they are the same if they have the same id: one can have taken the place of the other.</summary>
    private static bool IsSame(CapsuleModel? left, CapsuleModel? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.Id == right.Id);

    private readonly void WriteReference(CapsuleModel? target)
    {
        _writer!.WritePropertyName(_name);
        if (target is null || _sight?.Sees(target) == false || (_isStored && target.IsTransient))
        {
            _writer.WriteNullValue();
        }
        else
        {
            _writer.WriteStringValue(target.Id.Value);
        }
    }
}
