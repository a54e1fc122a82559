namespace Capsule.Protocol;

/// <summary>Where in a message something stands. It is put into words only when an error needs it.</summary>
/// <param name="Path">The members that lead there, such as <c>ops</c>; empty for the message itself.</param>
/// <param name="Index">The index in the list that <paramref name="Path"/> names; null where that is no list.</param>
/// <param name="Op">The index of the op in its turn, for the error's own member; null outside of ops.</param>
internal readonly record struct Location(string Path, int? Index = null, int? Op = null)
{
    public static Location Message { get; } = new("");

    /// <summary>Such as <c>ops[2].before</c>.</summary>
    public override string ToString() => Index is null ? Path : $"{Path}[{Index}]";

    public Location Member(string name)
    {
        string path = ToString();
        return new(path.Length == 0 ? name : $"{path}.{name}", null, Op);
    }

    public ProtocolException Refuse(string reason, ErrorCode code = ErrorCode.Invalid)
    {
        string path = ToString();
        return new(new ProtocolError(code, path.Length == 0 ? reason : $"{path}: {reason}", Op));
    }
}
