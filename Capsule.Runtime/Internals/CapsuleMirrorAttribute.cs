using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>
/// Carries the mirror of one model, its TypeScript class, inside the compiled assembly. The generator writes it; the build
/// reads it from the assembly's metadata and writes the files, and the host serves the JavaScript to pages without a toolchain.
/// </summary>
/// <remarks>The bodies have neither header nor import lines: whoever writes a file puts those in front. What is not for everybody to know is marked in all texts, names of imports included,
/// and whoever gives one to somebody cuts it first.</remarks>
/// <param name="name">The name of the mirror in TypeScript, unique in an application.</param>
/// <param name="model">The full name of the C# class.</param>
/// <param name="imports">The names of the other mirrors that the bodies use, and <c>computed</c> where they use <c>capsule-client/computed</c>.</param>
/// <param name="typeScript">The mirror in TypeScript.</param>
/// <param name="javaScript">The mirror in JavaScript.</param>
/// <param name="declarations">The TypeScript declarations of <paramref name="javaScript"/>.</param>
/// <param name="hash">Of the model's own schema: 16 hexadecimal digits; empty for an abstract one.</param>
/// <param name="below">The names of the mirrors of what can stand right below the model.</param>
/// <param name="requirements">What it takes to be told of the marked parts, by number: roles with commas between, of which one is needed, and on a second line a policy, if there is one.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CapsuleMirrorAttribute(
    string name, string model, string[] imports, string typeScript, string javaScript, string declarations,
    string hash = "", string[]? below = null, string[]? requirements = null) : Attribute
{
    /// <summary>The name of the mirror in TypeScript, unique in an application.</summary>
    public string Name { get; } = name;

    /// <summary>The full name of the C# class.</summary>
    public string Model { get; } = model;

    /// <summary>The names of the other mirrors that the bodies use, and <c>computed</c> where they use <c>capsule-client/computed</c>.</summary>
    public string[] Imports { get; } = imports;

    /// <summary>The mirror in TypeScript.</summary>
    public string TypeScript { get; } = typeScript;

    /// <summary>The mirror in JavaScript.</summary>
    public string JavaScript { get; } = javaScript;

    /// <summary>The TypeScript declarations of <see cref="JavaScript"/>.</summary>
    public string Declarations { get; } = declarations;

    /// <summary>Of the model's own schema: 16 hexadecimal digits; empty for an abstract one.</summary>
    public string Hash { get; } = hash;

    /// <summary>The names of the mirrors of what can stand right below the model.</summary>
    public string[] Below { get; } = below ?? [];

    /// <summary>What it takes to be told of the marked parts, by number: roles with commas between, of which one is needed, and on a second line a policy, if there is one.</summary>
    public string[] Requirements { get; } = requirements ?? [];
}
