using System.Collections.Concurrent;
using System.Reflection;
using Capsule.AspNetCore.Identity;
using Capsule.Internals;
using Capsule.Mirrors;
using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>The mirrors of all models that this server serves, as one module. Each user is sent what such a user may be told; those who meet the same requirements are sent the same, made once.</summary>
internal sealed class ModelFiles
{
    public const string Script = "models.js";
    public const string Types = "models.d.ts";
    private const string Import = "import * as capsule from \"./client.js\";\n\n";
    private const string ComputedImport = "import * as computed from \"./computed.js\";\n";
    private readonly FileAuthentication _authentication;
    private readonly MirrorParts[] _mirrors;
    private readonly string[] _roots;
    private readonly (string Text, Requirement Requirement)[] _requirements;
    private readonly string[] _policies;

    /// <summary>By a digit for each requirement: whether it is met.</summary>
    private readonly ConcurrentDictionary<string, (ClientFile Script, ClientFile Types)> _files = new(StringComparer.Ordinal);

    public ModelFiles(ICapsuleHost host, FileAuthentication authentication)
    {
        _authentication = authentication;
        (string Model, MirrorParts Parts)[] mirrors = [.. MirrorsOf(host)];
        HashSet<string> roots = [.. host.Roots.Values.SelectMany(root => WithBases(root.Type)).Select(type => type.ClrType.FullName!)];
        _mirrors = [.. mirrors.Select(mirror => mirror.Parts)];
        _roots = [.. mirrors.Where(mirror => roots.Contains(mirror.Model)).Select(mirror => mirror.Parts.Name)];
        _requirements = [.. _mirrors.SelectMany(mirror => mirror.Requirements).Distinct(StringComparer.Ordinal).Select(text => (text, Parse(text)))];
        _policies = [.. _requirements.Select(one => one.Requirement.Policy).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public async Task ServeScriptAsync(HttpContext context) => await (await FilesForAsync(context).ConfigureAwait(false)).Script.ServeAsync(context).ConfigureAwait(false);

    public async Task ServeTypesAsync(HttpContext context) => await (await FilesForAsync(context).ConfigureAwait(false)).Types.ServeAsync(context).ConfigureAwait(false);

    private async Task<(ClientFile Script, ClientFile Types)> FilesForAsync(HttpContext context)
    {
        CapsuleUser user = _requirements.Length == 0 ? CapsuleUser.Anonymous : await _authentication.FindAsync(context, _policies).ConfigureAwait(false);
        return _files.GetOrAdd(string.Concat(_requirements.Select(one => one.Requirement.IsMetBy(user) ? '1' : '0')), Make);
    }

    private (ClientFile Script, ClientFile Types) Make(string met)
    {
        HashSet<string> told = [.. _requirements.Where((_, number) => met[number] == '1').Select(one => one.Text)];
        IReadOnlyList<MirrorParts> mirrors = Narrowing.Of(_mirrors, told.Contains, _roots);
        string imports = (mirrors.Any(mirror => mirror.Imports.Contains("computed")) ? ComputedImport : "") + Import;
        bool isForSome = _requirements.Length > 0;
        return (
            new ClientFile(Script, ClientFiles.JavaScript, imports + string.Join('\n', mirrors.Select(mirror => mirror.Texts[0])), isForSome),
            new ClientFile(Types, ClientFiles.Declarations, Import + string.Join('\n', mirrors.Select(mirror => mirror.Texts[1])), isForSome));
    }

    /// <summary>Each mirror that a root reaches, in the order of names. This reads attributes of assemblies, at the start only.</summary>
    private static IEnumerable<(string Model, MirrorParts Parts)> MirrorsOf(ICapsuleHost host)
    {
        HashSet<Type> served = [.. host.Roots.Values.SelectMany(root => root.Type.Reachable()).SelectMany(WithBases).Select(type => type.ClrType)];
        HashSet<string> names = [.. served.Select(type => type.FullName!)];
        return served.Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetCustomAttributes<CapsuleMirrorAttribute>())
            .Where(mirror => names.Contains(mirror.Model))
            .OrderBy(mirror => mirror.Name, StringComparer.Ordinal)
            .Select(mirror => (mirror.Model, new MirrorParts(mirror.Name, mirror.Hash, mirror.Requirements, mirror.Below, mirror.Imports, [mirror.JavaScript, mirror.Declarations])));
    }

    /// <summary>Of an abstract class the mirror is a type only, to which others refer.</summary>
    private static IEnumerable<ModelType> WithBases(ModelType type)
    {
        for (ModelType? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static Requirement Parse(string text)
    {
        var needed = new RequirementText(text);
        return new([.. needed.Roles], needed.Policy);
    }
}
