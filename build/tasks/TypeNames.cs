using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Capsule.Build.Tasks;

/// <summary>Names types of signatures and of the arguments of attributes.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<TypeName, object?>, ICustomAttributeTypeProvider<TypeName>
{
    public static readonly TypeNames Instance = new();

    private static readonly TypeName Other = new("");

    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } around
            ? Of(metadata, around) + "." + Plain(metadata.GetString(type.Name))
            : Joined(metadata.GetString(type.Namespace), Plain(metadata.GetString(type.Name)));
    }

    public static string Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Of(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + Plain(metadata.GetString(type.Name))
            : Joined(metadata.GetString(type.Namespace), Plain(metadata.GetString(type.Name)));
    }

    /// <summary>Whatever a class derives from, or where a method is declared.</summary>
    public static TypeName Of(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition when !handle.IsNil => new(Of(metadata, (TypeDefinitionHandle)handle)),
        HandleKind.TypeReference when !handle.IsNil => new(Of(metadata, (TypeReferenceHandle)handle)),
        HandleKind.TypeSpecification when !handle.IsNil => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Instance, null),
        _ => Other,
    };

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => new(Of(reader, handle));

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => new(Of(reader, handle));

    public TypeName GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeName GetGenericInstantiation(TypeName genericType, ImmutableArray<TypeName> typeArguments) => genericType with { Arguments = typeArguments };

    public TypeName GetPrimitiveType(PrimitiveTypeCode typeCode) => new($"System.{typeCode}");

    public TypeName GetModifiedType(TypeName modifier, TypeName unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeName GetPinnedType(TypeName elementType) => elementType;

    public TypeName GetSystemType() => new("System.Type");

    public bool IsSystemType(TypeName type) => type.FullName == "System.Type";

    public TypeName GetTypeFromSerializedName(string name) => new(name.Split(',')[0].Replace('+', '.'));

    /// <summary>Of the attributes that are read, none takes an enum.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(TypeName type) => PrimitiveTypeCode.Int32;

    public TypeName GetArrayType(TypeName elementType, ArrayShape shape) => Other;

    public TypeName GetByReferenceType(TypeName elementType) => Other;

    public TypeName GetFunctionPointerType(MethodSignature<TypeName> signature) => Other;

    public TypeName GetGenericMethodParameter(object? genericContext, int index) => Other;

    public TypeName GetGenericTypeParameter(object? genericContext, int index) => Other;

    public TypeName GetPointerType(TypeName elementType) => Other;

    public TypeName GetSZArrayType(TypeName elementType) => Other;

    private static string Joined(string @namespace, string name) => @namespace.Length == 0 ? name : @namespace + "." + name;

    /// <summary>A generic type's name without the number of its arguments.</summary>
    private static string Plain(string name) => name.Split('`')[0];
}
