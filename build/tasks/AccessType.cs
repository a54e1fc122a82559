namespace Capsule.Build.Tasks;

/// <summary>A class of which something is said in the access report, or by which something in it is decided: a model, a collection's class, or one that stands above such.</summary>
/// <param name="FullName">With dots between all its parts.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Base">What it derives from.</param>
/// <param name="IsModel">Whether it is a model.</param>
/// <param name="IsAbstract">Whether only what derives from it can be somewhere.</param>
/// <param name="Members">What it declares.</param>
/// <param name="Rules">The rules that it overrides, by the name of the method.</param>
internal sealed record AccessType(
    string FullName, string Name, TypeName Base, bool IsModel, bool IsAbstract, IReadOnlyList<AccessMember> Members, IReadOnlyDictionary<string, AccessRule> Rules);
