using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What becomes of the policies that models name?</summary>
[Parallelizable]
internal sealed class ModelPolicyTests
{
    [Test]
    public async Task They_are_tried_where_the_model_can_be()
    {
        await using Server server = await ServeAsync(services => services.AddAuthorizationBuilder().AddPolicy("annas", policy => policy.RequireUserName("anna")));

        Assert.That(await MeetsAsync(server, "policed/1", "anna"), Is.True);
        Assert.That(await MeetsAsync(server, "policed/1", "bert"), Is.False);
        Assert.That(await MeetsAsync(server, "hall/1", "anna"), Is.False, "no model of this root names it");
    }

    [Test]
    public void One_that_is_not_registered_does_not_start() => Assert.That(
        async () => await ServeAsync(),
        Throws.InvalidOperationException.With.Message.Contains("The model 'policed' (Capsule.Tests.Hosts.AspNetCore.Hall)")
            .And.Message.Contains("'annas'").And.Message.Contains("AddPolicy(\"annas\", "));

    [Test]
    public void Nor_does_one_of_the_options() => Assert.That(
        async () => await Server.StartAsync(options => options.Policies.Add("unheard-of")),
        Throws.InvalidOperationException.With.Message.Contains("CapsuleOptions.Policies").And.Message.Contains("'unheard-of'"));

    private static Task<Server> ServeAsync(Action<IServiceCollection>? services = null) => Server.StartAsync(
        roots: capsule => capsule.AddRoot<Hall>(root => root.CreateOnJoin = true).Services.AddSingleton(Policed()),
        services: services);

    /// <summary>Halls under a name of their own, where a member names a policy.</summary>
    private static RootDefinition Policed()
    {
        ModelType hall = ModelType.Of<Hall>();
        return new RootDefinition(new ModelType(
            "policed", typeof(Hall), () => new Hall(), 0, [hall.Attributes[0] with { EditableBy = new Requirement([], "annas") }, .. hall.Attributes[1..]], [.. hall.Collections], [.. hall.Children], [.. hall.Methods]))
        {
            CreateOnJoin = true,
        };
    }

    private static async Task<bool> MeetsAsync(Server server, string path, string name)
    {
        await using SocketClient client = await SocketClient.MemberAsync(server, name, path);
        string tree = (await server.Services.GetRequiredService<ICapsuleHost>().ReadAsync(new TreeAddress("", path.Split('/')[0], "1"))).ToString();
        using var state = System.Text.Json.JsonDocument.Parse(tree);
        string id = state.RootElement.GetProperty("attrs").GetProperty("id").GetString()!;
        await client.TurnAsync(1, $$"""{"event":"method call","id":"{{id}}","method":"meets","args":["annas"]}""");
        return (await client.NextAsync<VerdictFrame>()).Results.ToString() == "[true]";
    }
}
