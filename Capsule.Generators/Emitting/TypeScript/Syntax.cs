namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The three forms of a mirror.</summary>
internal enum Syntax
{
    TypeScript,
    JavaScript,
    Declarations,
}
