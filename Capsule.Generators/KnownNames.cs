namespace Capsule.Generators;

/// <summary>What the generator knows of the runtime: names.</summary>
internal static class KnownNames
{
    public const string Namespace = "Capsule";

    public const string CapsuleModelAttribute = "Capsule.CapsuleModelAttribute";

    public const string CapsuleModelName = "CapsuleModelAttribute";

    public const string CapsuleModel = "Capsule.CapsuleModel";

    public const string ChildCollection = "ChildCollectionAttribute";

    public const string ChildModel = "ChildModelAttribute";

    public const string ClientEditable = "ClientEditableAttribute";

    public const string VisibleTo = "VisibleToAttribute";

    public const string ServerOnly = "ServerOnlyAttribute";

    public const string Immutable = "ImmutableAttribute";

    public const string Radio = "RadioAttribute";

    public const string Transient = "TransientAttribute";

    public const string Broadcast = "BroadcastAttribute";

    public const string SessionOwned = "SessionOwnedAttribute";

    public const string Renamed = "RenamedAttribute";

    public const string Reference = "ReferenceAttribute";

    public const string Computed = "ComputedAttribute";

    public const string Exposed = "ExposedAttribute";

    public const string ServerCallable = "ServerCallableAttribute";

    public const string CapsuleFamily = "CapsuleFamilyAttribute";

    public const string ModelCollection = "ModelCollection";

    public const string TurnContext = "TurnContext";

    public const string TreeHandle = "TreeHandle`1";

    public const string ModelId = "ModelId";

    public const string CapsuleUser = "CapsuleUser";

    public const string FromServices = "FromServicesAttribute";

    public const string JsonPropertyName = "JsonPropertyNameAttribute";
}
