using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>A page that loses its connection says so, catches up, and keeps its nodes.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class ReconnectionTests : BoardFixture
{
    [Test]
    public async Task Cut_off_and_back()
    {
        IWebSocketRoute? wire = null;
        bool isCut = false;
        await Ben.Page.RouteWebSocketAsync("**/capsule/**", async route =>
        {
            if (isCut)
            {
                await route.CloseAsync();
                return;
            }

            wire = route;
            _ = route.ConnectToServer();
        });
        await Ben.Page.ReloadAsync();
        await Ben.SeesAsync("Next up", "Ask the library for 80 chairs", "Posters for the cafés");
        await Ben.Nodes.RememberAsync();

        isCut = true;
        await wire!.CloseAsync();
        ILocator banner = Ben.Page.Locator(".banner");
        await Assertions.Expect(banner).ToContainTextAsync("Offline");
        await Anna.Card("Posters for the cafés").FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Control+ArrowUp");
        await Anna.SeesAsync("Next up", "Posters for the cafés", "Ask the library for 80 chairs");

        isCut = false;
        await Ben.SeesAsync("Next up", "Posters for the cafés", "Ask the library for 80 chairs");
        await Assertions.Expect(banner).ToBeHiddenAsync();
        Assert.That(await Ben.Nodes.LostAsync(), Is.All.Contains("person").Or.Contains("avatar").Or.Contains("visually-hidden"), "Ben left and came back; all else is the same");
    }
}
