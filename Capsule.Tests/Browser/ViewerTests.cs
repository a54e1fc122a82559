using Capsule.Protocol;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Somebody without the role sees everything and changes nothing, whatever they send.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class ViewerTests : BoardFixture
{
    private const string Chairs = "Ask the library for 80 chairs";
    private const string Posters = "Posters for the cafés";

    [Test]
    public async Task They_see_what_others_do()
    {
        await SignInAsync("Vera", justLooking: true);

        await ActAsync(
            Anna,
            async () =>
            {
                await Anna.Card(Chairs).FocusAsync();
                await Anna.Page.Keyboard.PressAsync("Control+ArrowDown");
            },
            visitor => visitor.SeesAsync("Next up", Posters, Chairs));
    }

    [Test]
    public async Task Their_page_offers_no_change()
    {
        Visitor vera = await SignInAsync("Vera", justLooking: true);

        await Assertions.Expect(vera.Page.GetByText("Add a card")).ToHaveCountAsync(0);
        await Assertions.Expect(vera.Page.Locator(".card[draggable=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Undo|Redo") })).ToHaveCountAsync(0);
        await vera.Card(Chairs).FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Page.Locator(".editor")).ToHaveCountAsync(0);
        await Assertions.Expect(vera.Card(Chairs).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
    }

    [Test]
    public async Task A_socket_with_their_cookie_gets_forbidden_for_everything()
    {
        Visitor vera = await SignInAsync("Vera", justLooking: true);
        using RawClient raw = await RawClient.JoinAsAsync(vera, Board);
        string card = State.Card(Chairs).ToString();
        string lane = State.Cards("Next up").ToString();
        await SignAsync();

        string[] ops =
        [
            $$$"""{"event":"set","id":"{{{card}}}","change":{"title":"Mine"}}""",
            $$"""{"event":"unset","id":"{{card}}","property":"title"}""",
            $$"""{"event":"increment","id":"{{card}}","property":"points","by":1}""",
            $$$"""{"event":"add","id":"{{{lane}}}","data":{"title":"Mine"}}""",
            $$"""{"event":"delete","id":"{{card}}"}""",
            $$"""{"event":"move","collection":"{{State.Cards("Ideas")}}","id":"{{card}}","newPosition":0}""",
            $$"""{"event":"method call","id":"{{card}}","method":"take","args":[]}""",
        ];
        foreach (string op in ops)
        {
            VerdictFrame verdict = await raw.TurnAsync(op);
            Assert.That(verdict.Error?.Code, Is.EqualTo(ErrorCode.Forbidden), op);
        }

        Assert.That(await SignAsync(), Is.All.Empty, "nobody heard of it");
        await Anna.SeesAsync("Next up", Chairs, Posters);
    }

    [Test]
    public async Task A_member_cannot_write_the_activity_log_or_who_is_here_or_sign_for_others()
    {
        using RawClient raw = await RawClient.JoinAsAsync(Anna, Board);
        await SignAsync();

        string[] ops =
        [
            $$$"""{"event":"add","id":"{{{State.Entries}}}","data":{}}""",
            $$$"""{"event":"add","id":"{{{State.People}}}","data":{}}""",
            $$$"""{"event":"add","id":"{{{State.Cards("Ideas")}}}","data":{"title":"Mine","createdBy":"Ben"}}""",
            $$$"""{"event":"set","id":"{{{State.Card(Chairs)}}}","change":{"takenBy":"Ben"}}""",
        ];
        foreach (string op in ops)
        {
            VerdictFrame verdict = await raw.TurnAsync(op);
            Assert.That(verdict.Error?.Code, Is.EqualTo(ErrorCode.Forbidden), op);
        }

        Assert.That(await SignAsync(), Is.All.Empty, "nobody heard of it");
    }
}
