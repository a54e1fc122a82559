using System.Reflection;
using System.Runtime.Loader;
using Capsule.Tests.Concurrency;

namespace Capsule.Tests.Faults;

/// <summary>The runtime, or a host, compiled with a fault in it, and these tests on top of it: all are loaded beside the ones that run.</summary>
internal sealed class FaultyRuntime : AssemblyLoadContext
{
    private static readonly Lazy<FaultyRuntime> Controlled = new(static () => new FaultyRuntime(SourceProject.ControlledRuntime, null));

    private readonly string _name;
    private readonly byte[] _assembly;
    private readonly AssemblyDependencyResolver _resolver = new(typeof(FaultyRuntime).Assembly.Location);

    private FaultyRuntime(SourceProject project, PlantedFault? fault)
        : base(isCollectible: true)
    {
        _name = project.Name;
        _assembly = project.Compile(fault);
    }

    /// <summary>Runs a public static method of a class of these tests, as it runs where the runtime has the fault.</summary>
    /// <param name="fault">What is wrong; null: nothing is, but it is compiled and loaded the same way.</param>
    /// <param name="type">The class.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it takes: nothing of this runtime's.</param>
    public static object? Run(PlantedFault? fault, Type type, string method, params object[] arguments) =>
        Run(SourceProject.At(fault?.Project ?? SourceProject.Runtime), fault, type, method, arguments);

    /// <summary>The same, and the host's concurrency is in the hands of a <see cref="ControlledScheduler"/>.</summary>
    /// <param name="fault">What is wrong; null for nothing.</param>
    public static object? RunControlled(PlantedFault? fault, Type type, string method, params object[] arguments) =>
        fault is null ? Controlled.Value.Invoke(type, method, arguments) : Run(SourceProject.ControlledRuntime, fault, type, method, arguments);

    /// <summary>The runtime with a fault in it, as an assembly.</summary>
    public static byte[] Compile(PlantedFault fault) => SourceProject.At(fault.Project).Compile(fault);

    private static object? Run(SourceProject project, PlantedFault? fault, Type type, string method, object[] arguments)
    {
        var context = new FaultyRuntime(project, fault);
        try
        {
            return context.Invoke(type, method, arguments);
        }
        finally
        {
            context.Unload();
        }
    }

    private object? Invoke(Type type, string method, object[] arguments)
    {
        Type same = LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!)!;
        return same.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, arguments);
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
