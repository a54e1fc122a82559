using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>How child models look in TypeScript.</summary>
internal static class ChildType
{
    public static string Of(ChildSpec child) => child.ChildMirror + (child.IsNullable ? " | null" : "");
}
