using Capsule.Protocol;
using Microsoft.AspNetCore.Builder;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>Can clients go on that were built before a deploy?</summary>
[Parallelizable]
internal sealed class FormerSchemaTests
{
    [Test]
    public async Task One_of_a_compatible_past_joins_and_works()
    {
        await using Server server = await StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "club/42", await server.CookieAsync("anna"));

        InitialFrame initial = await JoinAsync(client, ModelType.Of<Deployed.Before.Club>().SchemaHash());
        var club = new Deployed.Before.Club();
        Assert.That(club.Mport(initial.App.ToString()).Ignored, Is.EqualTo(["club.motto"]));
        await client.TurnAsync(1,
            $$$"""{"event":"set","id":"{{{club.Id}}}","change":{"title":"Chess"}}""",
            $$$"""{"event":"add","id":"{{{club.Members.Id}}}","data":{"attrs":{"name":"Anna"} } }""",
            $$"""{"event":"method call","id":"{{club.Id}}","method":"greet","args":["you"]}""");

        IReadOnlyList<Frame> frames = await client.NextAsync();
        Assert.That(((VerdictFrame)frames[0]).IsApplied, Is.True);
        club.Tree.Apply(((BatchFrame)frames[1]).Events);
        Assert.That((club.Title, club.Members[0].Name), Is.EqualTo(("Hello you, 1 times", "Anna")));
    }

    [Test]
    public async Task One_of_an_incompatible_past_is_told()
    {
        await using Server server = await StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "society/42");
        await SendJoinAsync(client, ModelType.Of<Deployed.Before.Guild>().SchemaHash());

        (ProtocolError? error, int code) = await client.EndAsync();

        Assert.That(error?.Code, Is.EqualTo(ErrorCode.Schema));
        Assert.That(code, Is.EqualTo(4010));
    }

    [Test]
    public async Task One_of_the_present_joins_and_one_that_mixes_the_times_does_not()
    {
        await using Server server = await StartAsync();
        await using SocketClient present = await SocketClient.OpenAsync(server, "club/42");
        await using SocketClient mixed = await SocketClient.OpenAsync(server, "club/42");

        await JoinAsync(present, ModelType.Of<Deployed.After.Club>().SchemaHash());
        await SendJoinAsync(mixed, Xor(
            Xor(ModelType.Of<Deployed.Before.Club>().SchemaHash(), ModelType.Of<Deployed.Before.Member>().SchemaHash()), ModelType.Of<Deployed.After.Member>().SchemaHash()));

        Assert.That((await mixed.EndAsync()).Code, Is.EqualTo(4010));
    }

    [Test]
    public async Task Each_assembly_has_a_past_of_its_own()
    {
        await using Server server = await StartAsync();
        await using SocketClient former = await SocketClient.OpenAsync(server, "union/42");
        await using SocketClient neither = await SocketClient.OpenAsync(server, "union/42");
        string union = Xor(ModelType.Of<Union>().SchemaHash(), ModelType.Of<Deployed.After.Member>().SchemaHash());

        await JoinAsync(former, Xor(union, ModelType.Of<Deployed.Before.Member>().SchemaHash()));
        await SendJoinAsync(neither, union);

        Assert.That((await neither.EndAsync()).Code, Is.EqualTo(4010));
    }

    [Test]
    public void A_method_is_found_by_a_former_name()
    {
        ModelType club = ModelType.Of<Deployed.After.Club>();

        Assert.That(club.IndexOfMethod("greet"), Is.EqualTo(club.IndexOfMethod("welcome")).And.EqualTo(0));
        Assert.That(club.IndexOfMethod("leave"), Is.EqualTo(-1));
    }

    private static Task<Server> StartAsync() => Server.StartAsync(roots: capsule => capsule
        .AddRoot<Deployed.After.Club>(root => root.CreateOnJoin = true)
        .AddRoot<Union>(root => root.CreateOnJoin = true)
        .AddRoot<Deployed.After.Society>(root => root.CreateOnJoin = true));

    private static async Task<InitialFrame> JoinAsync(SocketClient client, string schema)
    {
        await SendJoinAsync(client, schema);
        return (InitialFrame)(await client.NextAsync())[0];
    }

    private static Task SendJoinAsync(SocketClient client, string schema) => client.SendAsync($$"""{"event":"join","client":"{{client.Client}}","schema":"{{schema}}"}""");

    private static string Xor(string left, string right) => (Convert.ToUInt64(left, 16) ^ Convert.ToUInt64(right, 16)).ToString("x16");
}

/// <summary>A root whose items come from another assembly, with a ledger of its own.</summary>
[CapsuleModel]
public partial class Union
{
    [ChildCollection]
    public partial ModelCollection<Deployed.After.Member> Members { get; }

    protected override bool CanRead(CapsuleUser user) => true;
}
