using System.Collections.Concurrent;
using System.Text;
using Capsule.Protocol;
using Capsule.Tests.Storage;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>The server is killed under ten pages that type, and comes back with its file: nothing that was answered is lost, and nothing is there twice.</summary>
[TestFixture]
[Category("Browser")]
[Category("Long")]
internal sealed class KilledUnderPagesTests
{
    private const int Cards = 12;

    private readonly ConcurrentDictionary<string, byte> _answered = [];

    [Test]
    public async Task Ten_pages_type_and_the_server_is_killed_twice()
    {
        using var boards = new TemporaryFolder();
        TaskboardServer server = await TaskboardServer.StartAsync(boards);
        var visitors = new List<Visitor>();
        try
        {
            for (int number = 0; number < 10; number++)
            {
                Visitor visitor = await Visitor.SignInAsync($"Page {number}", "killed", server: server.Address);
                visitors.Add(visitor);
                Listen(visitor);
                await visitor.Page.ReloadAsync();
                await visitor.Page.Locator(".card").First.WaitForAsync();
            }

            Task typing = Task.WhenAll(visitors.Select(TypeAsync));
            for (int time = 0; time < 2; time++)
            {
                await AnsweredAsync(_answered.Count + 20);
                server.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(700));
                server = await TaskboardServer.StartAsync(boards, server.Address);
                foreach (Visitor visitor in visitors)
                {
                    await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
                }
            }

            await typing;
            foreach (Visitor visitor in visitors)
            {
                await Assertions.Expect(visitor.Page.Locator(".banner")).ToBeHiddenAsync(new() { Timeout = 60_000 });
            }

            string[] typed = [.. visitors.SelectMany(visitor => Enumerable.Range(0, Cards).Select(number => Title(visitor, number)))];
            string[] known = [.. _answered.Keys];
            string[][] shown = await Task.WhenAll(visitors.Select(async visitor => (string[])[.. await visitor.Page.Locator(".card-title").AllTextContentsAsync()]));
            Assert.Multiple(() =>
            {
                foreach (string[] titles in shown)
                {
                    Assert.That(titles.Where(title => title.StartsWith("Page ", StringComparison.Ordinal)), Is.EquivalentTo(typed));
                }

                Assert.That(known, Is.SubsetOf(typed));
                Assert.That(visitors.SelectMany(visitor => visitor.Errors), Is.Empty);
            });
        }
        finally
        {
            await Task.WhenAll(visitors.Select(visitor => visitor.Context.CloseAsync()));
            server.Dispose();
        }
    }

    private static string Title(Visitor visitor, int number) => $"{visitor.Name} card {number}";

    private static async Task TypeAsync(Visitor visitor)
    {
        await visitor.Lane("Ideas").GetByRole(AriaRole.Button, new() { Name = "Add a card" }).ClickAsync();
        for (int number = 0; number < Cards; number++)
        {
            await visitor.Page.Keyboard.TypeAsync(Title(visitor, number));
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Task.Delay(150);
        }
    }

    /// <summary>Notes the titles of the cards that the server says it has added.</summary>
    private void Listen(Visitor visitor)
    {
        var titles = new ConcurrentDictionary<long, string>();
        visitor.Page.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, frame) =>
            {
                if (ClientMessageJson.Read(Encoding.UTF8.GetBytes(frame.Text!), 100, 128) is TurnMessage { Ops: [AddOp add] } turn)
                {
                    titles[turn.Turn] = ExportedAttributes.Of(add.Data, "title");
                }
            };
            socket.FrameReceived += (_, received) =>
            {
                foreach (VerdictFrame verdict in FrameJson.ReadMessage(Encoding.UTF8.GetBytes(received.Text!)).OfType<VerdictFrame>().Where(verdict => verdict.IsApplied))
                {
                    _answered[titles[verdict.Turn]] = 0;
                }
            };
        };
    }

    private async Task AnsweredAsync(int count)
    {
        for (DateTime end = DateTime.UtcNow.AddSeconds(60); _answered.Count < count; await Task.Delay(10))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"{_answered.Count} of {count} are answered");
        }
    }
}
