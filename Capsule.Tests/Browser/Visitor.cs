using Capsule.Protocol;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Somebody who signed in and looks at a board, in a browser context of their own.</summary>
internal sealed class Visitor
{
    private readonly string _address;

    private Visitor(string name, IBrowserContext context, IPage page, string address)
    {
        _address = address;
        Name = name;
        Context = context;
        Page = page;
        Nodes = new PageNodes(page);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Frames.Add(frame.Text!);
        page.PageError += (_, error) => Errors.Add(error);
    }

    public string Name { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public PageNodes Nodes { get; }

    public FrameLog Frames { get; } = new();

    /// <summary>What no handler of the page caught.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<Visitor> SignInAsync(string name, string board, bool justLooking = false, BrowserNewContextOptions? options = null, Uri? server = null)
    {
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } };
        options.BaseURL = (server ?? BrowserSetup.Address).ToString();
        options.ReducedMotion = ReducedMotion.Reduce;
        options.Locale = "en";
        IBrowserContext context = await BrowserSetup.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        var visitor = new Visitor(name, context, await context.NewPageAsync(), $"/?board={board}");
        await visitor.Page.GotoAsync(visitor._address);
        await visitor.Page.FillAsync("#name", name);
        if (justLooking)
        {
            await visitor.Page.CheckAsync("[name=looking]");
        }

        await visitor.Page.ClickAsync("text=Come in");
        await visitor.Page.Locator(".card").First.WaitForAsync();
        return visitor;
    }

    /// <summary>The same person in one more tab.</summary>
    public async Task<Visitor> OpenTabAsync()
    {
        var tab = new Visitor(Name, Context, await Context.NewPageAsync(), _address);
        await tab.Page.GotoAsync(_address);
        await tab.Page.Locator(".card").First.WaitForAsync();
        return tab;
    }

    /// <summary>Types a card at the end of a lane, and sees it there.</summary>
    public async Task AddCardAsync(string lane, string title)
    {
        await Lane(lane).GetByRole(AriaRole.Button, new() { Name = "Add a card" }).ClickAsync();
        await Page.Keyboard.TypeAsync(title);
        await Page.Keyboard.PressAsync("Enter");
        await Card(title).WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
    }

    public ILocator Lane(string title) => Page.GetByRole(AriaRole.Listitem, new() { Name = title, Exact = true }).And(Page.Locator(".lane"));

    public ILocator Card(string title) => Page.Locator(".card", new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    /// <summary>Waits until a lane has these cards in this order.</summary>
    public Task SeesAsync(string lane, params string[] titles) => Assertions.Expect(Lane(lane).Locator(".card-title")).ToHaveTextAsync(titles);
}
