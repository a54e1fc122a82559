using System.Security.Claims;
using Capsule.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Capsule.Tests.Client;

/// <summary>An application with libraries, on a port of its own, as any application would set it up; and beside it, below <c>/test</c>, what a script
/// needs to know of the server's side.</summary>
internal sealed class LibraryServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LibraryServer(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    private LocalTrees<Library> Libraries => _application.Services.GetRequiredService<LocalTrees<Library>>();

    public static async Task<LibraryServer> StartAsync(
        OpenSockets? sockets = null, ICapsuleStore? store = null, Action<CapsuleOptions>? options = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<BookTrade>();
        CapsuleBuilder capsule = builder.Services.AddCapsule(options).AddRoot<Library>(root => root.Seed = (library, _) => Fill(library));
        if (store is not null)
        {
            capsule.UseStore(store);
        }

        WebApplication application = builder.Build();
        var server = new LibraryServer(application);
        OpenSockets open = sockets ?? new OpenSockets();
        application.UseWebSockets();
        application.Use((context, next) => open.KeepAsync(context, _ => next(context)));
        application.MapCapsule().RequireAuthorization();
        application.MapGet("/test/token/{name}/{role}", SignInAsync);
        application.MapPost("/test/create/{key}", context => server.CreateAsync(context));
        application.MapPost("/test/delete/{key}", context => server.DeleteAsync(context));
        application.MapPost("/test/flood/{key}/{times:int}/{length:int}", server.FloodAsync);
        application.MapPost("/test/deliver/{title}", (string title, BookTrade trade) => trade.Deliver(title));
        application.MapPost("/test/cut", open.Cut);
        application.MapGet("/test/state/{key}", server.StateAsync);
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string Key(HttpContext context) => (string)context.Request.RouteValues["key"]!;

    private static void Fill(Library library)
    {
        for (int number = 0; number < 6; number++)
        {
            Shelf shelf = (number % 2 == 0 ? library.Shelves : library.Archive).Add(new Shelf { Title = $"Shelf {number}" });
            Book book = shelf.Books.Add(new Book { Title = $"Book {number}", Provenance = "a secret" });
            book.Marks.Add(new Mark { Text = $"Mark {number}" });
        }
    }

    private static Task SignInAsync(HttpContext context)
    {
        var identity = new ClaimsIdentity("test");
        identity.AddClaim(new Claim(ClaimTypes.Name, (string)context.Request.RouteValues["name"]!));
        identity.AddClaim(new Claim(ClaimTypes.Role, (string)context.Request.RouteValues["role"]!));
        return context.SignInAsync(BearerTokenDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    private async Task CreateAsync(HttpContext context) => await Libraries.CreateAsync(Key(context));

    private async Task DeleteAsync(HttpContext context) => await Libraries.DeleteAsync(Key(context));

    /// <summary>The number of the last batch, what clients see, and what they do not.</summary>
    private async Task StateAsync(HttpContext context) => await context.Response.WriteAsync(await Libraries.UpdateAsync(
        Key(context),
        library => $$"""{"seq":{{library.Tree.Seq}},"app":{{library.Xport()}},"everything":{{library.Xport(XportOptions.Everything)}}}"""));

    /// <summary>Many turns with long texts, each at once after the other.</summary>
    private async Task FloodAsync(HttpContext context)
    {
        int times = int.Parse((string)context.Request.RouteValues["times"]!, null);
        int length = int.Parse((string)context.Request.RouteValues["length"]!, null);
        for (int time = 0; time < times; time++)
        {
            await Libraries.UpdateAsync(Key(context), library => library.Catalogue.Motto = new string((char)('a' + (time % 26)), length));
        }
    }
}
