using Capsule.Tests.Storage;

namespace Capsule.Tests.Browser;

/// <summary>What is left of a board when the sample is killed under those who use it?</summary>
internal sealed class KilledServerTests
{
    [Test]
    public async Task All_that_was_answered_and_nobody_who_was_there()
    {
        using var boards = new TemporaryFolder();
        using (TaskboardServer first = await TaskboardServer.StartAsync(boards))
        {
            using RawClient anna = await RawClient.SignInAsync("Anna", "plans", first.Address);
            Assert.That(anna.Board.Present, Is.EqualTo(new[] { "Anna" }));
            Assert.That((await anna.SetTitleAsync("Written down")).IsApplied);
        }

        using TaskboardServer second = await TaskboardServer.StartAsync(boards);
        using RawClient ben = await RawClient.SignInAsync("Ben", "plans", second.Address);

        Assert.That(ben.Board.Title, Is.EqualTo("Written down"));
        Assert.That(ben.Board.Present, Is.EqualTo(new[] { "Ben" }), "Anna did not leave, and is gone");
    }
}
