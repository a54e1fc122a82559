using Capsule.Tests.Documentation;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>What the page looks like, kept in <c>artifacts/screenshots</c> for eyes; what can be measured is.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class AppearanceTests : BoardFixture
{
    [Test]
    public async Task The_board_fits_a_wide_screen()
    {
        Visitor dark = await SignInAsync("Clara Lind", options: new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1440, Height = 900 } });
        await Anna.Card("Posters for the cafés").FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Enter");

        await KeepAsync(Anna, "editing");
        await Anna.Page.Keyboard.PressAsync("Escape");
        await KeepAsync(Anna, "light");
        await KeepAsync(dark, "dark");
        foreach (ILocator lane in await Anna.Page.Locator(".lane").AllAsync())
        {
            LocatorBoundingBoxResult box = (await lane.BoundingBoxAsync())!;
            Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(1440 - 284), "every lane stands beside the activity");
        }
    }

    [Test]
    public async Task A_phone_shows_a_lane_and_scrolls_sideways_within_the_board_only()
    {
        Visitor phone = await SignInAsync(
            "Dee", options: new() { ViewportSize = new() { Width = 390, Height = 780 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true });

        await KeepAsync(phone, "phone");
        Assert.That(await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Activity" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".activity")).ToBeInViewportAsync();
        await KeepAsync(phone, "phone-activity");
    }

    [Test]
    public async Task Somebody_new_is_asked_for_a_name()
    {
        IBrowserContext context = await BrowserSetup.Browser.NewContextAsync(new() { BaseURL = BrowserSetup.Address.ToString() });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByLabel("What shall we call you?")).ToBeFocusedAsync();
        await KeepAsync(page, "sign-in");
        await context.CloseAsync();
    }

    private static Task KeepAsync(Visitor visitor, string name) => KeepAsync(visitor.Page, name);

    private static async Task KeepAsync(IPage page, string name)
    {
        string path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path });
        TestContext.AddTestAttachment(path);
    }
}
