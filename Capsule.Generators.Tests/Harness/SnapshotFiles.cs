using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.NUnit;

namespace Capsule.Generators.Tests.Harness;

/// <summary>The one place that knows the snapshot library.</summary>
internal static class SnapshotFiles
{
    /// <summary>Compares with the committed file in <c>__snapshots__</c> beside the test. A new snapshot is written, and fails the test until someone has read it.</summary>
    public static void Match(string text, string name, [CallerFilePath] string testFile = "")
    {
        string folder = Path.GetDirectoryName(testFile)!;
        bool isNew = !File.Exists(Path.Combine(folder, "__snapshots__", name));
        Snapshot.Match(text, new SnapshotFullName(name, folder));
        Assert.That(isNew, Is.False, $"The snapshot '{name}' is new. Read it, commit it, and run the test again.");
    }
}
