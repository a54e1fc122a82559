using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Who is here, and what happened.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class PresenceTests : BoardFixture
{
    [Test]
    public async Task Two_tabs_are_one_person_until_both_are_closed()
    {
        await HasAsync(Anna, "Signs", "Anna", "Ben");
        Visitor second = await Ben.OpenTabAsync();
        Visitor clara = await SignInAsync("Clara", justLooking: true);
        await HasAsync(Anna, "Signs", "Anna", "Ben", "Clara (just looking)");

        await second.Page.CloseAsync();
        await clara.Page.CloseAsync();
        await HasAsync(Anna, "Signs", "Anna", "Ben");

        await Ben.Page.CloseAsync();
        await HasAsync(Anna, "Signs", "Anna");
    }

    [Test]
    public async Task The_activity_log_tells_who_did_what_the_latest_first()
    {
        await Anna.Card("Ask the library for 80 chairs").GetByRole(AriaRole.Checkbox).ClickAsync();
        ILocator entries = Ben.Page.Locator(".entry");
        await Assertions.Expect(entries).ToHaveCountAsync(1);
        await Ben.Card("Posters for the cafés").GetByRole(AriaRole.Checkbox).ClickAsync();

        foreach (Visitor visitor in new[] { Anna, Ben })
        {
            await Assertions.Expect(visitor.Page.Locator(".entry p")).ToHaveTextAsync(
                ["Ben finished “Posters for the cafés” now", "Anna finished “Ask the library for 80 chairs” now"]);
        }
    }

    private static Task HasAsync(Visitor visitor, params string[] people) =>
        Assertions.Expect(visitor.Page.Locator(".person .visually-hidden")).ToHaveTextAsync(people);
}
