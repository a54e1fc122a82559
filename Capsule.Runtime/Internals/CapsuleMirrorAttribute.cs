using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>
/// Carries the mirror of one model, its TypeScript class, inside the compiled assembly. The generator writes it; the build
/// reads it from the assembly's metadata and writes the files, and the host serves the JavaScript to pages without a toolchain.
/// </summary>
/// <remarks>The bodies have neither header nor import lines: whoever writes a file puts those in front.</remarks>
/// <param name="name">The name of the mirror in TypeScript, unique in an application.</param>
/// <param name="model">The full name of the C# class.</param>
/// <param name="imports">The names of the other mirrors that the bodies use, and <c>computed</c> where they use <c>capsule-client/computed</c>.</param>
/// <param name="typeScript">The mirror in TypeScript.</param>
/// <param name="javaScript">The mirror in JavaScript.</param>
/// <param name="declarations">The TypeScript declarations of <paramref name="javaScript"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CapsuleMirrorAttribute(
    string name, string model, string[] imports, string typeScript, string javaScript, string declarations) : Attribute
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
}
