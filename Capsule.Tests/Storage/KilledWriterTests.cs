using System.Diagnostics;
using System.Globalization;
using Capsule.Storage.Sqlite;
using Capsule.Tests.Documentation;

namespace Capsule.Tests.Storage;

/// <summary>A process that is killed while it writes: whatever it was told to be written is there.</summary>
[TestFixture]
internal sealed class KilledWriterTests
{
    private const int Trees = 8;

    [Test]
    [Promise(2, TakesTime = true)]
    [Promise(20, TakesTime = true)]
    public async Task What_was_confirmed_before_a_kill_is_there_and_without_gaps()
    {
        using var folder = new TemporaryFolder();
        long[] confirmed = new long[Trees];
        for (int life = 0; life < 3; life++)
        {
            long[] before = [.. confirmed];
            await WriteUntilKilledAsync(folder.Source(), confirmed, 300 + (life * 170));
            Assert.That(confirmed.Zip(before).Sum(tree => tree.First - tree.Second), Is.Positive);

            await using var store = new SqliteStore(folder.Source());
            for (int tree = 0; tree < Trees; tree++)
            {
                StoredTree stored = (await store.LoadAsync(new TreeAddress("", "board", tree.ToString(CultureInfo.InvariantCulture))))!;
                long[] positions = [.. stored.Entries.Select(entry => entry.Position)];
                Assert.That(positions, Is.EqualTo(Enumerable.Range(0, positions.Length).Select(index => stored.Snapshot.Position + 1 + index)));
                Assert.That(stored.Snapshot.Position + positions.Length, Is.GreaterThanOrEqualTo(confirmed[tree]));
            }
        }
    }

    private static async Task WriteUntilKilledAsync(string source, long[] confirmed, int lines)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string program = Path.Combine(Repository.Root, "artifacts", "bin", "KilledWriter", configuration, "KilledWriter.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, source, $"{Trees}"]) { RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            for (int count = 0; await process.StandardOutput.ReadLineAsync(patience.Token) is { } line; count++)
            {
                if (count == lines)
                {
                    process.Kill();
                }

                // The last line may have been cut.
                if (line.Split(' ') is [var tree, var position, "."])
                {
                    confirmed[int.Parse(tree, CultureInfo.InvariantCulture)] = long.Parse(position, CultureInfo.InvariantCulture);
                }
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync(patience.Token);
        Assert.That(process.ExitCode, Is.Not.Zero, "killed");
    }
}
