using Capsule.Protocol;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Two people, two pages: each sees what the other edits, adds and deletes.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class ChangingTests : BoardFixture
{
    private const string Chairs = "Ask the library for 80 chairs";
    private const string Posters = "Posters for the cafés";

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task An_edit(string name)
    {
        Visitor actor = Named(name);

        IReadOnlyList<ModelEvent> events = await ActAsync(
            actor,
            async () =>
            {
                await actor.Card(Chairs).FocusAsync();
                await actor.Page.Keyboard.PressAsync("Enter");
                await actor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Ask the library for 90 chairs");
                await actor.Page.Keyboard.PressAsync("Enter");
            },
            visitor => visitor.SeesAsync("Next up", "Ask the library for 90 chairs", Posters));

        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(LogOf(events[0]), Is.EqualTo($"{name} renamed “{Chairs}” to “Ask the library for 90 chairs”"));
        Assert.That(events[1], Is.EqualTo(new ChangeEvent(State.Card(Chairs), RawJson.Parse("""{"title":"Ask the library for 90 chairs"}"""))));
    }

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task A_new_card(string name)
    {
        Visitor actor = Named(name);

        IReadOnlyList<ModelEvent> events = await ActAsync(
            actor,
            async () =>
            {
                await actor.Lane("Next up").GetByRole(AriaRole.Button, new() { Name = "Add a card" }).ClickAsync();
                await actor.Page.Keyboard.TypeAsync("Popcorn");
                await actor.Page.Keyboard.PressAsync("Enter");
            },
            visitor => visitor.SeesAsync("Next up", Chairs, Posters, "Popcorn"));

        Assert.That(events, Has.Count.EqualTo(2));
        var add = (AddEvent)events[0];
        Assert.That((add.Collection, add.At), Is.EqualTo((State.Cards("Next up"), 2)));
        Assert.That(ExportedAttributes.Of(add.Data, "title", "createdBy"), Is.EqualTo($"Popcorn {name}"), "signed by the server");
        Assert.That(LogOf(events[1]), Is.EqualTo($"{name} added “Popcorn” to Next up"));
    }

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task A_deleted_card(string name)
    {
        Visitor actor = Named(name);
        int nodes = await actor.Card(Chairs).NodesAsync();

        IReadOnlyList<ModelEvent> events = await ActAsync(
            actor,
            async () =>
            {
                await actor.Card(Chairs).FocusAsync();
                await actor.Page.Keyboard.PressAsync("Delete");
            },
            visitor => visitor.SeesAsync("Next up", Posters),
            lost: nodes);

        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(events[0], Is.EqualTo(new RemoveEvent(State.Card(Chairs), State.Cards("Next up"))));
        Assert.That(LogOf(events[1]), Is.EqualTo($"{name} deleted “{Chairs}”"));
        await Assertions.Expect(actor.Card(Posters)).ToBeFocusedAsync();
    }

    [Test]
    public async Task A_deleted_card_comes_back_where_it_was()
    {
        await Anna.Card(Chairs).FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Delete");
        await Anna.Page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Ben.SeesAsync("Next up", Chairs, Posters);
        await Assertions.Expect(Ben.Card(Chairs).Locator(".tags li")).ToHaveTextAsync(["comfort"]);
        await Assertions.Expect(Anna.Page.Locator(".toast")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_was_done_is_taken_back_and_done_again()
    {
        ILocator undo = Anna.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" });
        ILocator redo = Anna.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" });
        await Assertions.Expect(undo).ToBeDisabledAsync();
        await Anna.Card(Chairs).FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Control+ArrowDown");
        await Ben.SeesAsync("Next up", Posters, Chairs);

        await undo.ClickAsync();
        await Ben.SeesAsync("Next up", Chairs, Posters);
        await Assertions.Expect(undo).ToBeDisabledAsync();
        await redo.ClickAsync();
        await Ben.SeesAsync("Next up", Posters, Chairs);
        await Assertions.Expect(redo).ToBeDisabledAsync();

        await Anna.Page.Keyboard.PressAsync("Control+z");
        await Ben.SeesAsync("Next up", Chairs, Posters);
        await Anna.Page.Keyboard.PressAsync("Control+Shift+Z");
        await Ben.SeesAsync("Next up", Posters, Chairs);
    }

    [Test]
    public async Task A_field_takes_back_what_was_typed_in_it_and_the_board_stays()
    {
        await Anna.Card(Chairs).FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Control+ArrowDown");
        await Ben.SeesAsync("Next up", Posters, Chairs);
        await Anna.Card(Chairs).FocusAsync();
        await Anna.Page.Keyboard.PressAsync("Enter");
        ILocator title = Anna.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" });
        await title.PressSequentiallyAsync("!");
        await title.PressAsync("Control+z");
        await Assertions.Expect(title).ToHaveValueAsync(Chairs);
        await title.PressAsync("Escape");

        await Anna.AddCardAsync("Next up", "Popcorn");
        await Ben.SeesAsync("Next up", Posters, Chairs, "Popcorn");
    }

    [Test]
    public async Task Ticking_and_taking()
    {
        ModelId chairs = State.Card(Chairs);
        IReadOnlyList<ModelEvent> ticked = await ActAsync(
            Anna,
            () => Anna.Card(Chairs).GetByRole(AriaRole.Checkbox).ClickAsync(),
            visitor => Assertions.Expect(visitor.Card(Chairs).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync());
        Assert.That(ticked[^1], Is.EqualTo(new ChangeEvent(chairs, RawJson.Parse("""{"done":true}"""))));

        IReadOnlyList<ModelEvent> taken = await ActAsync(
            Ben,
            async () =>
            {
                await Ben.Card(Chairs).FocusAsync();
                await Ben.Page.Keyboard.PressAsync("t");
            },
            visitor => Assertions.Expect(visitor.Card(Chairs).GetByRole(AriaRole.Button)).ToHaveAccessibleNameAsync("Taken by Ben"),
            lost: 2);
        Assert.That(taken[^1], Is.EqualTo(new ChangeEvent(chairs, RawJson.Parse("""{"takenBy":"Ben"}"""))));
    }

    [Test]
    public async Task A_method_that_removes_several_is_one_batch()
    {
        int nodes = await Anna.Card("Permission for the meadow").NodesAsync() + await Anna.Card("Pick twelve films").NodesAsync();

        IReadOnlyList<ModelEvent> events = await ActAsync(
            Anna,
            async () =>
            {
                await Anna.Lane("Done").GetByRole(AriaRole.Button, new() { Name = "Menu of Done" }).ClickAsync();
                await Anna.Page.Locator(".menu:popover-open").GetByText("Clear what is done").ClickAsync();
            },
            visitor => visitor.SeesAsync("Done"),
            lost: nodes);

        Assert.That(events.OfType<RemoveEvent>().Select(remove => remove.Collection), Is.EqualTo(new[] { State.Cards("Done"), State.Cards("Done") }));
        await Assertions.Expect(Anna.Page.Locator(".toast")).ToContainTextAsync("Cleared 2 done cards.");
    }
}
