using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Capsule.Build.Tasks;

/// <summary>The little that is read of the code of an assembly. A reference assembly has none, and then nothing is known.</summary>
internal sealed class MethodBodies(PEReader image, MetadataReader metadata)
{
    private const byte Nop = 0x00;
    private const byte PushFalse = 0x16;
    private const byte PushTrue = 0x17;
    private const byte Pop = 0x26;
    private const byte Call = 0x28;
    private const byte Return = 0x2a;
    private const int TokenSize = 4;

    /// <summary>What a method returns that does nothing but return true or false.</summary>
    public bool? ConstantOf(MethodDefinition method)
    {
        byte[] code = Of(method);
        return code.Length == 2 && code[0] is PushFalse or PushTrue && code[1] == Return ? code[0] == PushTrue : null;
    }

    /// <summary>Whether a setter is one that was generated for an attribute: its last act is to call a setter of the runtime's model, which no other code does.</summary>
    public bool Tracks(MethodDefinitionHandle setter)
    {
        if (setter.IsNil) return false;

        byte[] code = Of(metadata.GetMethodDefinition(setter));
        int end = code.Length;
        while (end > 0 && code[end - 1] is Return or Nop or Pop) end--;
        int call = end - TokenSize - 1;
        return call >= 0 && code[call] == Call && IsOfRuntime(BitConverter.ToInt32(code, call + 1));
    }

    private byte[] Of(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? [] : image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];

    private bool IsOfRuntime(int token)
    {
        EntityHandle handle = System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token);
        if (handle.Kind == HandleKind.MethodSpecification) handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind != HandleKind.MemberReference) return false;

        MemberReference called = metadata.GetMemberReference((MemberReferenceHandle)handle);
        return metadata.GetString(called.Name).StartsWith("Set", StringComparison.Ordinal) && TypeNames.Of(metadata, called.Parent).FullName == "Capsule.CapsuleModel";
    }
}
