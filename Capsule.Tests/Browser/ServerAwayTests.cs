using Capsule.Tests.Storage;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>The server is away altogether, with the page's own files: the board opens all the same, and work goes on.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class ServerAwayTests
{
    private static readonly string[] NextUp = ["Ask the library for 80 chairs", "Posters for the cafés"];

    private readonly TemporaryFolder _boards = new();
    private TaskboardServer _server = null!;
    private Visitor _anna = null!;

    [SetUp]
    public async Task Open()
    {
        _server = await TaskboardServer.StartAsync(_boards);
        _anna = await Visitor.SignInAsync("Anna", "away", server: _server.Address);
        await _anna.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => {})");
        await KeptOnDevice.StateAsync(_anna.Page);
    }

    [TearDown]
    public async Task Close()
    {
        await _anna.Context.CloseAsync();
        _server.Dispose();
    }

    [OneTimeTearDown]
    public void Remove() => _boards.Dispose();

    [Test]
    public async Task A_tab_that_is_opened_then_shows_the_board_and_what_is_typed_is_there_once_when_the_server_is_back()
    {
        _server.Dispose();
        await _anna.Page.CloseAsync();
        Visitor again = await _anna.OpenTabAsync();
        await again.SeesAsync("Next up", NextUp);
        await again.AddCardAsync("Next up", "Typed without a server");
        await again.Page.ReloadAsync();
        await again.SeesAsync("Next up", [.. NextUp, "Typed without a server"]);
        await Assertions.Expect(again.Page.Locator(".banner")).ToContainTextAsync("1 change is still to be sent");

        _server = await TaskboardServer.StartAsync(_boards, _server.Address);
        await again.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        Visitor ben = await Visitor.SignInAsync("Ben", "away", server: _server.Address);
        await ben.SeesAsync("Next up", [.. NextUp, "Typed without a server"]);
        await Assertions.Expect(again.Page.Locator(".banner")).ToBeHiddenAsync();
        await ben.Context.CloseAsync();
        Assert.That(again.Errors, Is.Empty);
    }

    [Test]
    public async Task Nobody_is_signed_out_halfway()
    {
        _server.Dispose();
        await _anna.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(_anna.Page.Locator(".toast")).ToContainTextAsync("you are still signed in");
        await _anna.AddCardAsync("Ideas", "Still here");

        _server = await TaskboardServer.StartAsync(_boards, _server.Address);
        await _anna.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await Assertions.Expect(_anna.Page.Locator(".banner")).ToBeHiddenAsync();
        await _anna.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await _anna.Page.Locator("#name").WaitForAsync();

        _server.Dispose();
        await _anna.Page.ReloadAsync();
        await Assertions.Expect(_anna.Page.Locator("#name")).ToBeVisibleAsync();
        Assert.That((await KeptOnDevice.ReadAsync(_anna.Page)).GetRawText(), Does.Not.Contain("Still here"));
    }
}
