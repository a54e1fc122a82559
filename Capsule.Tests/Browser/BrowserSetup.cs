using Capsule.Tests.Storage;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>One server and one browser for all tests here; each test has a board of its own.</summary>
[SetUpFixture]
internal sealed class BrowserSetup
{
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static TemporaryFolder? _boards;
    private static TaskboardServer? _server;

    public static IBrowser Browser => _browser!;

    public static Uri Address => _server!.Address;

    [OneTimeSetUp]
    public async Task Start()
    {
        _boards = new TemporaryFolder();
        _server = await TaskboardServer.StartAsync(_boards);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _server?.Dispose();
        _boards?.Dispose();
    }
}
