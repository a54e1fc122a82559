using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Capsule.Build.Tasks;

/// <summary>
/// Reads the models of an assembly, with what their annotations and rules say of who may see and do what, from its metadata; the assembly is not loaded, and carries nothing for this.
/// </summary>
internal sealed class AccessReader
{
    private const string Runtime = "Capsule.Runtime";

    /// <summary>What the names of the generated properties begin with that hold what the server computes.</summary>
    private const string Kept = "CapsuleKept";

    private static readonly string[] RuleNames = ["CanRead", "CanEdit", "CanAdd", "CanMove", "CanRemove", "CanCall"];

    private readonly MetadataReader _metadata;
    private readonly MethodBodies _bodies;

    private AccessReader(PEReader image)
    {
        _metadata = image.GetMetadataReader();
        _bodies = new(image, _metadata);
    }

    /// <summary>All classes of the assembly that can have something to do with models.</summary>
    public static IReadOnlyList<AccessType> Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using PEReader image = new(file);
            return image.HasMetadata ? new AccessReader(image).Read() : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new AccessException("CAPSB008", path, $"The models of '{path}' cannot be read: {exception.Message} Build it again.");
        }
    }

    private IReadOnlyList<AccessType> Read() =>
        _metadata.AssemblyReferences.Any(handle => _metadata.StringComparer.Equals(_metadata.GetAssemblyReference(handle).Name, Runtime))
            ? [.. _metadata.TypeDefinitions.Where(IsClass).Select(Read)]
            : [];

    private bool IsClass(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.Interface) == 0 && !type.BaseType.IsNil;
    }

    private AccessType Read(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        string fullName = TypeNames.Of(_metadata, handle);
        string name = fullName.Substring(_metadata.GetString(OutermostOf(type).Namespace) is { Length: > 0 and int length } ? length + 1 : 0);
        bool isModel = Annotations.Of(_metadata, type.GetCustomAttributes()).Has("CapsuleModel");
        return new(
            fullName,
            name,
            TypeNames.Of(_metadata, type.BaseType),
            isModel,
            (type.Attributes & TypeAttributes.Abstract) != 0,
            isModel ? [.. type.GetProperties().Select(ReadProperty).Concat(type.GetMethods().Select(ReadMethod)).OfType<AccessMember>()] : [],
            type.GetMethods().Select(method => ReadRule(method, name)).OfType<AccessRule>().GroupBy(rule => rule.Method).ToDictionary(group => group.Key, group => group.First()));
    }

    private TypeDefinition OutermostOf(TypeDefinition type) =>
        type.GetDeclaringType() is { IsNil: false } around ? OutermostOf(_metadata.GetTypeDefinition(around)) : type;

    private AccessMember? ReadProperty(PropertyDefinitionHandle handle)
    {
        PropertyDefinition property = _metadata.GetPropertyDefinition(handle);
        string name = _metadata.GetString(property.Name);
        Annotations annotations = Annotations.Of(_metadata, property.GetCustomAttributes());
        bool isOnServer = annotations.Argument("Computed", "OnServer") is true;
        AccessKind? kind = annotations.Has("ChildCollection") ? AccessKind.Collection
            : annotations.Has("ChildModel") ? AccessKind.Child
            : annotations.Has("Computed") ? AccessKind.Computed
            : annotations.Has("ClientEditable") || annotations.Has("ServerOnly") || annotations.Has("VisibleTo") || _bodies.Tracks(property.GetAccessors().Setter) ? AccessKind.Attribute
            : null;
        return kind is null || name.StartsWith(Kept, StringComparison.Ordinal) ? null : new AccessMember(name, kind.Value)
        {
            Type = property.DecodeSignature(TypeNames.Instance, null).ReturnType,
            IsServerOnly = annotations.Has("ServerOnly"),
            IsNarrowed = annotations.Has("VisibleTo"),
            SeenBy = annotations.Requirement("VisibleTo"),
            SeeingRule = annotations.FirstText("VisibleTo"),
            HasSetter = !property.GetAccessors().Setter.IsNil,
            IsForClients = annotations.Has("ClientEditable"),
            DoneBy = annotations.Requirement(kind == AccessKind.Collection ? "ChildCollection" : "ClientEditable"),
            IsImmutable = annotations.Has("Immutable"),
            IsOnServer = isOnServer,
        };
    }

    private AccessMember? ReadMethod(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _metadata.GetMethodDefinition(handle);
        Annotations annotations = Annotations.Of(_metadata, method.GetCustomAttributes());
        bool isExposed = annotations.Has("Exposed");
        return isExposed || annotations.Has("ServerCallable")
            ? new AccessMember(_metadata.GetString(method.Name), AccessKind.Method) { IsForClients = isExposed, DoneBy = annotations.Requirement("Exposed") }
            : null;
    }

    private AccessRule? ReadRule(MethodDefinitionHandle handle, string type)
    {
        MethodDefinition method = _metadata.GetMethodDefinition(handle);
        string name = _metadata.GetString(method.Name);
        return (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual
            && RuleNames.Contains(name)
            && method.DecodeSignature(TypeNames.Instance, null).ParameterTypes.FirstOrDefault()?.FullName == "Capsule.CapsuleUser"
            ? new(name, type, _bodies.ConstantOf(method))
            : null;
    }
}
