using System.Text.Json;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>What is asked for without a connection is kept by the browser, and done once when there is one: whatever became of the tab.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class OfflineTests : BoardFixture
{
    private static readonly string[] NextUp = ["Ask the library for 80 chairs", "Posters for the cafés"];

    private Wire _wire = null!;

    [SetUp]
    public async Task GoThroughTheWire()
    {
        _wire = await Wire.OfAsync(Anna.Context);
        await Anna.Page.ReloadAsync();
        await Anna.SeesAsync("Next up", NextUp);
        await Assertions.Expect(Anna.Page.Locator(".banner")).ToBeHiddenAsync();
        await KeptOnDevice.StateAsync(Anna.Page);
    }

    [Test]
    public async Task A_tab_that_was_closed_and_opened_again_before_there_was_a_connection()
    {
        await _wire.CutAsync();
        await Anna.AddCardAsync("Next up", "Typed offline");
        await Anna.Page.CloseAsync();

        Visitor again = await Anna.OpenTabAsync();
        await again.SeesAsync("Next up", [.. NextUp, "Typed offline"]);
        await Assertions.Expect(again.Page.Locator(".banner")).ToContainTextAsync("1 change is still to be sent");
        await again.AddCardAsync("Next up", "And another");
        await Ben.SeesAsync("Next up", NextUp);

        await _wire.MendAsync();
        await Ben.SeesAsync("Next up", [.. NextUp, "Typed offline", "And another"]);
        await Assertions.Expect(again.Page.Locator(".banner")).ToBeHiddenAsync();
        await Ben.Page.ReloadAsync();
        await Ben.SeesAsync("Next up", [.. NextUp, "Typed offline", "And another"]);
        await again.Page.ReloadAsync();
        await again.SeesAsync("Next up", [.. NextUp, "Typed offline", "And another"]);
        Assert.That(again.Errors, Is.Empty);
    }

    [Test]
    public async Task A_page_that_is_loaded_again_at_once()
    {
        await _wire.CutAsync();
        for (int number = 1; number <= 3; number++)
        {
            await Anna.AddCardAsync("Next up", $"Typed {number}");
            await Anna.Page.ReloadAsync();
            await Anna.SeesAsync("Next up", [.. NextUp, .. Enumerable.Range(1, number).Select(before => $"Typed {before}")]);
        }

        await _wire.MendAsync();
        await Ben.SeesAsync("Next up", [.. NextUp, "Typed 1", "Typed 2", "Typed 3"]);
    }

    [Test]
    public async Task A_page_that_goes_in_the_very_moment_in_which_something_is_asked_for()
    {
        await _wire.CutAsync();
        for (int number = 1; number <= 5; number++)
        {
            await Anna.Lane("Next up").GetByRole(AriaRole.Button, new() { Name = "Add a card" }).ClickAsync();
            await Anna.Page.Keyboard.TypeAsync($"Typed {number}");
            await Anna.Page.EvaluateAsync("""
                () => {
                    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
                    location.reload();
                }
                """);
            await Anna.SeesAsync("Next up", [.. NextUp, .. Enumerable.Range(1, number).Select(before => $"Typed {before}")]);
        }

        await _wire.MendAsync();
        await Ben.SeesAsync("Next up", [.. NextUp, .. Enumerable.Range(1, 5).Select(number => $"Typed {number}")]);
    }

    [Test]
    public async Task Two_tabs_that_were_closed_with_changes_of_their_own()
    {
        Visitor twin = await Anna.OpenTabAsync();
        await Assertions.Expect(twin.Page.Locator(".banner")).ToBeHiddenAsync();
        await _wire.CutAsync();
        await Anna.AddCardAsync("Next up", "Of the first tab");
        await twin.AddCardAsync("Ideas", "Of the second tab");
        await Anna.Page.CloseAsync();
        await twin.Page.CloseAsync();

        Visitor again = await Anna.OpenTabAsync();
        await Assertions.Expect(again.Page.Locator(".banner")).ToContainTextAsync("1 change is still to be sent");
        await _wire.MendAsync();
        await EachIsThereOnceAsync(Ben, "Of the first tab", "Of the second tab");
        await EachIsThereOnceAsync(again, "Of the first tab", "Of the second tab");
        await KeptOnDevice.EventuallyAsync(async () => (await KeptOnDevice.ReadAsync(again.Page)).GetProperty("clients").GetArrayLength() == 1, "the other queue is dropped");
        Assert.That(again.Errors, Is.Empty);
    }

    [Test]
    public async Task A_tab_that_goes_leaves_what_waits_to_its_twin()
    {
        Visitor twin = await Anna.OpenTabAsync();
        await Assertions.Expect(twin.Page.Locator(".banner")).ToBeHiddenAsync();
        await _wire.CutAsync();
        await Anna.AddCardAsync("Next up", "Of the first tab");
        await twin.AddCardAsync("Ideas", "Of the second tab");
        await Anna.Page.CloseAsync();

        await _wire.MendAsync();
        await EachIsThereOnceAsync(Ben, "Of the first tab", "Of the second tab");
        await EachIsThereOnceAsync(twin, "Of the first tab", "Of the second tab");
        Assert.That(twin.Errors, Is.Empty);
    }

    [Test]
    public async Task Who_signs_out_leaves_nothing()
    {
        await _wire.CutAsync();
        await Anna.AddCardAsync("Next up", "Not for others");
        await KeptOnDevice.EventuallyAsync(async () => (await KeptOnDevice.ReadAsync(Anna.Page)).GetProperty("turns").GetArrayLength() == 1, "the turn is kept");
        await Anna.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Anna.Page.Locator("#name").WaitForAsync();
        JsonElement kept = await KeptOnDevice.ReadAsync(Anna.Page);
        Assert.That(kept.GetRawText(), Is.EqualTo("""{"clients":[],"states":[],"turns":[],"users":[]}"""));

        await _wire.MendAsync();
        await Anna.Page.FillAsync("#name", "Carla");
        await Anna.Page.ClickAsync("text=Come in");
        await Anna.SeesAsync("Next up", NextUp);
    }

    private static async Task EachIsThereOnceAsync(Visitor visitor, params string[] titles)
    {
        foreach (string title in titles)
        {
            await Assertions.Expect(visitor.Card(title)).ToHaveCountAsync(1);
        }
    }
}
