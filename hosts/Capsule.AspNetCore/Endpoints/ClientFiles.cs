using System.Reflection;
using Capsule.Internals;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>The files for pages without a toolchain: the client, and the mirrors of all models that this server serves. Made once.</summary>
internal sealed class ClientFiles
{
    private const string JavaScript = "text/javascript; charset=utf-8";
    private const string Declarations = "application/typescript; charset=utf-8";
    private const string Import = "import * as capsule from \"./client.js\";\n\n";

    public ClientFiles(ICapsuleHost host)
    {
        IReadOnlyList<CapsuleMirrorAttribute> mirrors = MirrorsOf(host);
        All =
        [
            new ClientFile("client.js", JavaScript, Embedded("capsule-client.js")),
            new ClientFile("client.d.ts", Declarations, Embedded("capsule-client.d.ts")),
            new ClientFile("models.js", JavaScript, Import + string.Join('\n', mirrors.Select(mirror => mirror.JavaScript))),
            new ClientFile("models.d.ts", Declarations, Import + string.Join('\n', mirrors.Select(mirror => mirror.Declarations))),
        ];
    }

    public IReadOnlyList<ClientFile> All { get; }

    /// <summary>Each mirror that a root reaches, in the order of names. This reads attributes of assemblies, at the start only.</summary>
    private static IReadOnlyList<CapsuleMirrorAttribute> MirrorsOf(ICapsuleHost host)
    {
        HashSet<Type> served = [.. host.Roots.Values.SelectMany(root => root.Type.Reachable()).SelectMany(WithBases).Select(type => type.ClrType)];
        HashSet<string> names = [.. served.Select(type => type.FullName!)];
        return
        [
            .. served.Select(type => type.Assembly).Distinct()
                .SelectMany(assembly => assembly.GetCustomAttributes<CapsuleMirrorAttribute>())
                .Where(mirror => names.Contains(mirror.Model))
                .OrderBy(mirror => mirror.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Of an abstract class the mirror is a type only, to which others refer.</summary>
    private static IEnumerable<ModelType> WithBases(ModelType type)
    {
        for (ModelType? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static string Embedded(string name)
    {
        using Stream stream = typeof(ClientFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly: it was built without the client. Build again with Node installed.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
