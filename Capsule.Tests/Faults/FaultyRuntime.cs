using System.Reflection;
using System.Runtime.Loader;

namespace Capsule.Tests.Faults;

/// <summary>The runtime, or a host, compiled with a fault in it, and these tests on top of it: all are loaded beside the ones that run.</summary>
internal sealed class FaultyRuntime : AssemblyLoadContext
{
    private readonly string _name;
    private readonly byte[] _assembly;
    private readonly AssemblyDependencyResolver _resolver = new(typeof(FaultyRuntime).Assembly.Location);

    private FaultyRuntime(string name, byte[] assembly)
        : base(isCollectible: true)
    {
        _name = name;
        _assembly = assembly;
    }

    /// <summary>Runs a public static method of a class of these tests, as it runs where the runtime has the fault.</summary>
    /// <param name="fault">What is wrong; null: nothing is, but it is compiled and loaded the same way.</param>
    /// <param name="type">The class.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it takes: nothing of this runtime's.</param>
    public static object? Run(PlantedFault? fault, Type type, string method, params object[] arguments)
    {
        SourceProject project = SourceProject.At(fault?.Project ?? SourceProject.Runtime);
        var context = new FaultyRuntime(project.Name, project.Compile(fault));
        try
        {
            Type same = context.LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!)!;
            return same.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, arguments);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == _name)
        {
            using var stream = new MemoryStream(_assembly);
            return LoadFromStream(stream);
        }

        return assemblyName.Name!.StartsWith("Capsule.", StringComparison.Ordinal) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : null;
    }
}
