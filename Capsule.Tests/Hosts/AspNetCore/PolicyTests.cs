using System.Net;
using Capsule.Protocol;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What do the policies of the endpoint do?</summary>
[Parallelizable]
internal sealed class PolicyTests
{
    [Test]
    public async Task Who_must_sign_in_first_is_told_in_the_protocol()
    {
        await using Server server = await StartAsync(map: application => application.MapCapsule("/capsule").RequireAuthorization());
        await using SocketClient nobody = await SocketClient.OpenAsync(server);
        await nobody.JoinAsync();
        await IdentityTests.EndsAsync(nobody, ErrorCode.Unauthenticated, 4001);

        await using SocketClient anna = await SocketClient.MemberAsync(server);
        await using SocketClient bert = await SocketClient.OpenAsync(server);
        await bert.JoinedAsync(await server.TokenAsync("bert"));
    }

    [Test]
    public async Task Who_does_not_meet_a_policy_is_forbidden()
    {
        await using Server server = await StartAsync(map: application => application.MapCapsule("/capsule").RequireAuthorization("members"));
        await using SocketClient guest = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("gina", "guest"));
        await guest.JoinAsync();
        await IdentityTests.EndsAsync(guest, ErrorCode.Forbidden, 4003);

        await using SocketClient anna = await SocketClient.MemberAsync(server);
    }

    [Test]
    public async Task A_policy_written_in_place_counts_too()
    {
        await using Server server = await StartAsync(
            map: application => application.MapCapsule("/capsule").RequireAuthorization(policy => policy.RequireRole("member")));
        await using SocketClient guest = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("gina", "guest"));
        await guest.JoinAsync();

        await IdentityTests.EndsAsync(guest, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task A_policy_can_name_the_schemes()
    {
        await using Server server = await StartAsync(map: application => application.MapCapsule("/capsule").RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(BearerTokenDefaults.AuthenticationScheme).RequireAuthenticatedUser()));
        await using SocketClient byCookie = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        await byCookie.JoinAsync();
        await IdentityTests.EndsAsync(byCookie, ErrorCode.Unauthenticated, 4001);

        await using SocketClient byToken = await SocketClient.OpenAsync(server);
        await byToken.JoinedAsync(await server.TokenAsync("anna"));
    }

    [Test]
    public async Task The_fallback_policy_counts_where_nothing_else_is_said_for_the_files_too()
    {
        await using Server server = await StartAsync(
            authorization => authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(),
            application => application.MapCapsule("/capsule"));
        await using SocketClient nobody = await SocketClient.OpenAsync(server);
        await nobody.JoinAsync();

        await IdentityTests.EndsAsync(nobody, ErrorCode.Unauthenticated, 4001);
        Assert.That(await StatusAsync(server), Is.Not.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Anonymous_can_be_allowed_against_the_fallback_policy()
    {
        await using Server server = await StartAsync(
            authorization => authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(),
            application => application.MapCapsule("/capsule").AllowAnonymous());
        await using SocketClient nobody = await SocketClient.OpenAsync(server);

        await nobody.JoinedAsync();
    }

    [Test]
    public async Task What_the_group_around_requires_counts_at_join()
    {
        await using Server server = await StartAsync(map: application =>
        {
            Microsoft.AspNetCore.Routing.RouteGroupBuilder group = application.MapGroup("").RequireAuthorization("members");
            return group.MapCapsule("/capsule");
        });
        await using SocketClient nobody = await SocketClient.OpenAsync(server);
        await nobody.JoinAsync();

        await IdentityTests.EndsAsync(nobody, ErrorCode.Unauthenticated, 4001);
        Assert.That(await StatusAsync(server), Is.Not.EqualTo(HttpStatusCode.OK), "the files are in the group as well");
    }

    [Test]
    public async Task The_files_are_for_everybody_although_joining_is_not()
    {
        await using Server server = await StartAsync(map: application => application.MapCapsule("/capsule").RequireAuthorization());

        Assert.That(await StatusAsync(server), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("members", true, Description = "the endpoint requires it")]
    [TestCase("annas", true, Description = "the options name it")]
    [TestCase("berts", false, Description = "the options name it, and it does not hold")]
    [TestCase("unnamed", false)]
    public async Task Rules_can_ask_for_policies(string policy, bool expected)
    {
        await using Server server = await StartAsync(
            map: application => application.MapCapsule("/capsule").RequireAuthorization("members"),
            options: options =>
            {
                options.Policies.Add("annas");
                options.Policies.Add("berts");
            });
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync());

        await anna.TurnAsync(1, $$"""{"event":"method call","id":"{{hall}}","method":"meets","args":["{{policy}}"]}""");

        Assert.That((await anna.NextAsync<VerdictFrame>()).Results.ToString(), Is.EqualTo(expected ? "[true]" : "[false]"));
    }

    private static Task<Server> StartAsync(
        Action<AuthorizationOptions>? authorization = null,
        Func<WebApplication, IEndpointConventionBuilder>? map = null,
        Action<Capsule.AspNetCore.CapsuleOptions>? options = null) => Server.StartAsync(
            options,
            services: services => services.AddAuthorization(policies =>
            {
                policies.AddPolicy("members", policy => policy.RequireRole("member"));
                policies.AddPolicy("annas", policy => policy.RequireUserName("anna"));
                policies.AddPolicy("berts", policy => policy.RequireUserName("bert"));
                authorization?.Invoke(policies);
            }),
            map: map);

    private static async Task<HttpStatusCode> StatusAsync(Server server)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        using HttpResponseMessage response = await http.GetAsync("/capsule/models.js");
        return response.StatusCode;
    }
}
