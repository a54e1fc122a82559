using System.Runtime.CompilerServices;
using Capsule.Benchmarks.Measuring;

namespace Capsule.Benchmarks.Build;

/// <summary>What a generator adds to the build of 500 classes with 10 properties each: the time of the build, less that of the same classes without it in the
/// same round.</summary>
internal static class BuildBenchmark
{
    private const int Rounds = 5;

    public static IEnumerable<Figure> Run()
    {
        string folder = Directory.CreateTempSubdirectory("capsule-build-benchmark-").FullName;
        try
        {
            return Measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Figure> Measure(string folder)
    {
        BuildProject plain = new("auto-properties", Path.Combine(folder, "plain"), "", "", "", "public {0}");
        BuildProject[] generated =
        [
            new(
                "Capsule", Path.Combine(folder, "capsule"),
                $"""<Reference Include="{typeof(CapsuleModel).Assembly.Location}" /><Analyzer Include="{GeneratorPath()}" />""",
                "[Capsule.CapsuleModel]", "", "public partial {0}"),
            new(
                "MemoryPack", Path.Combine(folder, "memorypack"),
                """<PackageReference Include="MemoryPack" Version="1.21.4" />""",
                "[MemoryPack.MemoryPackable]", "", "public {0}"),
            new(
                "CommunityToolkit.Mvvm", Path.Combine(folder, "toolkit"),
                """<PackageReference Include="CommunityToolkit.Mvvm" Version="8.4.2" />""",
                "", " : CommunityToolkit.Mvvm.ComponentModel.ObservableObject", "[CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] public partial {0}"),
        ];
        Array.ForEach([plain, .. generated], project => project.Restore());

        List<double>[] added = [.. generated.Select(_ => new List<double>())];
        for (int round = -1; round < Rounds; round++)
        {
            TimeSpan without = plain.Rebuild();
            for (int index = 0; index < generated.Length; index++)
            {
                double nanoseconds = (generated[index].Rebuild() - without).TotalNanoseconds;
                if (round >= 0)
                {
                    added[index].Add(nanoseconds);
                }
            }
        }

        Measurement[] results = [.. generated.Select((project, index) => new Measurement(project.Name, added[index]))];
        return
        [
            new("what a generator adds to the build of 500 models", Unit.Second, results[0], [results[1]]) { MaxRatio = 1 },
            new("the same", Unit.Second, results[0], [results[2]]) { MaxRatio = 0.5 },
        ];
    }

    private static string GeneratorPath([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(thisFile)!, "..", "..", "artifacts", "bin", "Capsule.Generators", "release", "Capsule.Generators.dll"));
}
