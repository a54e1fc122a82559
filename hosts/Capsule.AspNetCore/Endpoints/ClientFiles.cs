using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>The files for pages without a toolchain: the client, and the mirrors of all models that this server serves.</summary>
internal sealed class ClientFiles(ModelFiles models)
{
    internal const string JavaScript = "text/javascript; charset=utf-8";
    internal const string Declarations = "application/typescript; charset=utf-8";

    /// <summary>The same of every server in the process.</summary>
    private static readonly Lazy<(string Name, RequestDelegate Serve)[]> _client = new(static () =>
    [
        Always(new("client.js", JavaScript, Embedded("capsule-client.js"))),
        Always(new("client.d.ts", Declarations, Embedded("capsule-client.d.ts"))),
        Always(new("computed.js", JavaScript, BesideClient("capsule-client-computed.js"))),
        Always(new("offline.js", JavaScript, BesideClient("capsule-client-offline.js"))),
    ]);

    /// <summary>Each by its name, and what serves it.</summary>
    public IReadOnlyList<(string Name, RequestDelegate Serve)> All { get; } = [.. _client.Value, (ModelFiles.Script, models.ServeScriptAsync), (ModelFiles.Types, models.ServeTypesAsync)];

    private static (string Name, RequestDelegate Serve) Always(ClientFile file) => (file.Name, file.ServeAsync);

    /// <summary>A file that imports the client, by the name that it is served under.</summary>
    private static string BesideClient(string name) => Embedded(name).Replace("./capsule-client.js", "./client.js", StringComparison.Ordinal);

    private static string Embedded(string name)
    {
        using Stream stream = typeof(ClientFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly: it was built without the client. Build again with Node installed.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
