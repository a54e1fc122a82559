using System.Text.Json;
using Capsule.AspNetCore;
using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Attacks;

/// <summary>A server with a fortress, and Mallory, a member who has joined and sends what is hostile.</summary>
internal sealed class Siege : IAsyncDisposable
{
    private long _turn;

    private Siege(Server server, SocketClient mallory) => (Server, Mallory) = (server, mallory);

    public Server Server { get; }

    public SocketClient Mallory { get; }

    public ModelId Fortress { get; private set; }

    public ModelId Guards { get; private set; }

    public ModelId Tunnels { get; private set; }

    public ModelId Spies { get; private set; }

    /// <summary>A guard whom everybody sees.</summary>
    public ModelId Gate { get; private set; }

    /// <summary>A guard whom only lords see.</summary>
    public ModelId Shadow { get; private set; }

    public ModelId ShadowWeapons { get; private set; }

    /// <summary>A guard in a collection that only lords see.</summary>
    public ModelId Spy { get; private set; }

    public LocalTrees<Fortress> Trees => Server.Services.GetRequiredService<LocalTrees<Fortress>>();

    public static Task<Server> StartAsync(Action<CapsuleOptions>? options = null, Action<RootOptions<Fortress>>? root = null) => Server.StartAsync(
        options,
        capsule => capsule.AddRoot<Fortress>(fortress =>
        {
            fortress.CreateOnJoin = true;
            root?.Invoke(fortress);
        }));

    public static async Task<Siege> OpenAsync(Action<CapsuleOptions>? options = null)
    {
        Server server = await StartAsync(options);
        var siege = new Siege(server, await SocketClient.OpenAsync(server, "fortress/42", await server.CookieAsync("mallory")));
        await siege.BuildAsync();
        await siege.Mallory.JoinedAsync();
        return siege;
    }

    /// <summary>Sends a turn with the next number.</summary>
    /// <returns>Its verdict, as it travels, without the batch behind it.</returns>
    public async Task<string> AskTextAsync(params IEnumerable<string> ops)
    {
        await Mallory.TurnAsync(++_turn, ops);
        using var message = JsonDocument.Parse(await Mallory.NextTextAsync());
        return message.RootElement[0].GetRawText();
    }

    public async Task<VerdictFrame> AskAsync(params IEnumerable<string> ops) =>
        (VerdictFrame)FrameJson.Read(System.Text.Encoding.UTF8.GetBytes(await AskTextAsync(ops)));

    /// <summary>The turn is refused so, and has changed nothing.</summary>
    public async Task<ProtocolError> RefusedAsync(ErrorCode expected, params IReadOnlyList<string> ops)
    {
        string before = await ReadAsync();

        VerdictFrame verdict = await AskAsync(ops);

        Assert.That(verdict.Error?.Code, Is.EqualTo(expected), $"{string.Join(',', ops)[..Math.Min(300, string.Join(',', ops).Length)]}: {verdict.Error?.Message}");
        Assert.That(await ReadAsync(), Is.EqualTo(before));
        return verdict.Error!;
    }

    public async Task AppliedAsync(params IReadOnlyList<string> ops)
    {
        VerdictFrame verdict = await AskAsync(ops);
        Assert.That(verdict.Error?.Message, Is.Null, string.Join(',', ops));
    }

    /// <summary>An op on what Mallory does not see is answered as on what is not there, to the byte, but for the id.</summary>
    public async Task SameAsNowhereAsync(ModelId unseen, Func<ModelId, string> op)
    {
        var nowhere = ModelId.New();
        string before = await ReadAsync();

        string real = Anonymous(await AskTextAsync(op(unseen)), unseen, _turn);
        string none = Anonymous(await AskTextAsync(op(nowhere)), nowhere, _turn);

        Assert.That(real, Is.EqualTo(none), op(unseen));
        Assert.That(await ReadAsync(), Is.EqualTo(before), op(unseen));
    }

    /// <summary>The whole tree, with what only the server sees.</summary>
    public Task<string> ReadAsync() => Trees.UpdateAsync("42", fortress => fortress.Xport(XportOptions.Everything));

    public async ValueTask DisposeAsync()
    {
        await Mallory.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static string Anonymous(string verdict, ModelId id, long turn) =>
        verdict.Replace(id.ToString(), "<id>").Replace($"\"turn\":{turn},", "\"turn\":<turn>,");

    private async Task BuildAsync()
    {
        await Trees.CreateAsync("42");
        await Trees.UpdateAsync("42", fortress =>
        {
            fortress.Name = "Krak";
            fortress.Treasury = "under the well";
            fortress.Password = "mellon";
            Guard gate = fortress.Guards.Add(new Guard { Name = "gate", Age = 30 });
            Guard shadow = fortress.Guards.Add(new Guard { Name = "shadow", Age = 40, IsHidden = true });
            Guard spy = fortress.Spies.Add(new Guard { Name = "spy" });
            fortress.Guards.Add(new Guard { Name = "tower" });
            (Fortress, Guards, Tunnels, Spies) = (fortress.Id, fortress.Guards.Id, fortress.Tunnels.Id, fortress.Spies.Id);
            (Gate, Shadow, ShadowWeapons, Spy) = (gate.Id, shadow.Id, shadow.Weapons.Id, spy.Id);
        });
    }
}
