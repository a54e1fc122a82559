using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Capsule.Benchmarks.Build;

/// <summary>A project of many classes of one kind, in a folder of its own, that the real <c>dotnet</c> builds.</summary>
internal sealed class BuildProject
{
    private const int Classes = 500;

    private static readonly (string Type, string Initial)[] Attributes =
    [
        ("string", "\"\""), ("string", "\"a\""), ("string?", "null"), ("int", "0"), ("int", "1"), ("int?", "null"), ("double", "0"), ("bool", "false"), ("System.Guid", "default"),
        ("System.DateTimeOffset", "default"),
    ];

    private readonly string _folder;

    /// <param name="name">For the report.</param>
    /// <param name="folder">Where it is written to.</param>
    /// <param name="references">The items of the project file.</param>
    /// <param name="annotation">Before each class.</param>
    /// <param name="ending">After the name of each class.</param>
    /// <param name="modifier">Before the type of each property.</param>
    public BuildProject(string name, string folder, string references, string annotation, string ending, string modifier)
    {
        Name = name;
        _folder = folder;
        Directory.CreateDirectory(folder);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Models.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14</LangVersion>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        for (int number = 0; number < Classes; number++)
        {
            Write($"Model{number}.cs", Source(number, annotation, ending, modifier));
        }
    }

    public string Name { get; }

    public void Restore() => Run("restore");

    /// <summary>Builds all of it anew, in processes that nothing has warmed up; what it took.</summary>
    public TimeSpan Rebuild()
    {
        Delete("bin");
        Delete(Path.Combine("obj", "Debug"));
        long start = Stopwatch.GetTimestamp();
        Run("build", "--no-restore");
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Source(int number, string annotation, string ending, string modifier)
    {
        var text = new StringBuilder();
        text.AppendLine("namespace Models;").AppendLine(annotation);
        text.AppendLine(CultureInfo.InvariantCulture, $"public partial class Model{number}{ending}").AppendLine("{");
        for (int index = 0; index < Attributes.Length; index++)
        {
            (string type, string initial) = Attributes[index];
            text.AppendLine(CultureInfo.InvariantCulture, $"    {string.Format(CultureInfo.InvariantCulture, modifier, type)} Value{index} {{ get; set; }} = {initial};");
        }

        return text.AppendLine("}").ToString();
    }

    private void Delete(string folder)
    {
        if (Directory.Exists(Path.Combine(_folder, folder)))
        {
            Directory.Delete(Path.Combine(_folder, folder), recursive: true);
        }
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [arguments[0], "Models.csproj", .. arguments[1..], "-nologo", "-v:quiet"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} of {Name} failed:\n{output}");
        }
    }
}
