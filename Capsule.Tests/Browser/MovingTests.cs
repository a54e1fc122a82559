using Capsule.Protocol;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Two people, two pages: each sees what the other moves, by pointer or by keyboard.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class MovingTests : BoardFixture
{
    private const string Double = "Double feature for the last night";
    private const string Blankets = "Blankets to borrow at the gate";
    private const string Subtitles = "Subtitles in three languages";
    private const string Chairs = "Ask the library for 80 chairs";
    private const string Posters = "Posters for the cafés";

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task Dragged_within_a_lane(string name)
    {
        Visitor actor = Named(name);

        IReadOnlyList<ModelEvent> events = await ActAsync(
            actor,
            () => DragAsync(actor.Card(Subtitles), actor.Card(Double)),
            visitor => visitor.SeesAsync("Ideas", Subtitles, Double, Blankets));

        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(events[0], Is.EqualTo(new MoveEvent(State.Cards("Ideas"), State.Card(Subtitles), 0)));
        Assert.That(LogOf(events[1]), Is.EqualTo($"{name} moved “{Subtitles}” within Ideas"));
    }

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task Dragged_to_another_lane(string name)
    {
        Visitor actor = Named(name);

        IReadOnlyList<ModelEvent> events = await ActAsync(
            actor,
            () => DragAsync(actor.Card(Blankets), actor.Card(Posters)),
            visitor => visitor.SeesAsync("Next up", Chairs, Blankets, Posters));

        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(events[0], Is.EqualTo(new MoveEvent(State.Cards("Next up"), State.Card(Blankets), 1, State.Cards("Ideas"))));
        Assert.That(LogOf(events[1]), Is.EqualTo($"{name} moved “{Blankets}” to Next up"));
        foreach (Visitor visitor in new[] { Anna, Ben })
        {
            await visitor.SeesAsync("Ideas", Double, Subtitles);
            await Assertions.Expect(visitor.Lane("Ideas").Locator(".count")).ToHaveTextAsync("2");
        }
    }

    [TestCase("Anna")]
    [TestCase("Ben")]
    public async Task Moved_by_keyboard_keeps_the_focus(string name)
    {
        Visitor actor = Named(name);
        await actor.Card(Double).FocusAsync();

        IReadOnlyList<ModelEvent> down = await ActAsync(
            actor, () => actor.Page.Keyboard.PressAsync("Control+ArrowDown"), visitor => visitor.SeesAsync("Ideas", Blankets, Double, Subtitles));
        Assert.That(down[0], Is.EqualTo(new MoveEvent(State.Cards("Ideas"), State.Card(Double), 1)));
        await Assertions.Expect(actor.Card(Double)).ToBeFocusedAsync();

        IReadOnlyList<ModelEvent> right = await ActAsync(
            actor, () => actor.Page.Keyboard.PressAsync("Control+ArrowRight"), visitor => visitor.SeesAsync("Next up", Chairs, Double, Posters));
        Assert.That(right[0], Is.EqualTo(new MoveEvent(State.Cards("Next up"), State.Card(Double), 1, State.Cards("Ideas"))));
        await Assertions.Expect(actor.Card(Double)).ToBeFocusedAsync();
        await Assertions.Expect(actor.Page.Locator("[aria-live=polite].visually-hidden")).ToHaveTextAsync($"{Double}: Next up, 2 of 3.");
    }

    [Test]
    public async Task The_arrows_go_from_card_to_card()
    {
        await Anna.Card(Double).FocusAsync();
        await Anna.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Anna.Card(Blankets)).ToBeFocusedAsync();
        await Anna.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Anna.Card(Posters)).ToBeFocusedAsync();
        await Assertions.Expect(Anna.Page.Locator(".card[tabindex='0']")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task A_full_lane_refuses_and_says_so()
    {
        await Anna.Card(Double).FocusAsync();
        await DragAsync(Anna.Card(Chairs), Anna.Card("Write the programme notes"));
        await Ben.SeesAsync("In progress", "Find a projector that survives drizzle", Chairs, "Write the programme notes");

        await DragAsync(Anna.Card(Posters), Anna.Card("Write the programme notes"));

        await Assertions.Expect(Anna.Page.Locator(".toast.refusal")).ToContainTextAsync("“In progress” is full: it takes 3.");
        await Anna.SeesAsync("Next up", Posters);
    }

    [Test]
    public async Task A_moved_lane_takes_its_nodes_along()
    {
        IReadOnlyList<ModelEvent> events = await ActAsync(
            Anna,
            async () =>
            {
                await Anna.Lane("Ideas").GetByRole(AriaRole.Button, new() { Name = "Menu of Ideas" }).ClickAsync();
                await Anna.Page.Locator(".menu:popover-open").GetByText("Move right").ClickAsync();
            },
            visitor => Assertions.Expect(visitor.Page.Locator(".lane h2")).ToHaveTextAsync(["Next up", "Ideas", "In progress", "Done"]));

        Assert.That(events, Has.Count.EqualTo(2));
        Assert.That(((MoveEvent)events[0]).Id, Is.EqualTo(State.Lane("Ideas")));
    }

    /// <summary>Drops a card on the upper half of another one: it is to stand in front of it.</summary>
    private static Task DragAsync(ILocator card, ILocator before) =>
        card.DragToAsync(before, new() { TargetPosition = new() { X = 120, Y = 4 } });
}
