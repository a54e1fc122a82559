using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A root whose rules ask what the application knows of its users.</summary>
[CapsuleModel]
public partial class Club
{
    [ClientEditable]
    public partial string Title { get; set; } = "Untitled";

    protected override bool CanRead(CapsuleUser user) => user.Facts<Membership>()?.Plan != "banned";

    protected override bool CanEdit(CapsuleUser user) => user.Facts<Membership>()?.Plan == "gold";
}

/// <summary>What the application knows of a user.</summary>
internal sealed record Membership(string Plan);

/// <summary>The application's register of members.</summary>
internal sealed class Members
{
    private int _asked;

    public ConcurrentDictionary<string, Membership> Plans { get; } = new(StringComparer.Ordinal);

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>What happens between a look into the register and its answer.</summary>
    public Func<CancellationToken, Task> Answering { get; set; } = _ => Task.CompletedTask;

    /// <summary>A server with clubs and this register.</summary>
    public static Task<Server> ServeAsync() => Server.StartAsync(
        roots: capsule => capsule.AddRoot<Club>(root => root.CreateOnJoin = true).WithUser(FindAsync),
        services: services => services.AddSingleton<Members>());

    public static Members Of(Server server) => server.Services.GetRequiredService<Members>();

    private static async Task<Membership?> FindAsync(ClaimsPrincipal principal, IServiceProvider services, CancellationToken cancellation)
    {
        var members = services.GetRequiredService<Members>();
        Interlocked.Increment(ref members._asked);
        Membership? found = members.Plans.GetValueOrDefault(principal.Identity!.Name!);
        await members.Answering(cancellation);
        return found;
    }
}
