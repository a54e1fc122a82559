namespace Capsule;

public sealed partial class ModelType
{
    private readonly Lazy<TransientMembers> _transients;

    /// <summary>One bit for each attribute that says that it is sent and not stored.</summary>
    internal ulong TransientAttributes { get; }

    /// <summary>What is not stored in trees with this class of root.</summary>
    internal TransientMembers Transients => _transients.Value;
}
