using System.Security.Claims;
using System.Security.Cryptography;
using Capsule.Protocol;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How does an application with JSON web tokens know its users over time?</summary>
[Parallelizable]
internal sealed class JwtTests
{
    private static readonly SymmetricSecurityKey Key = new(RandomNumberGenerator.GetBytes(32));

    [Test]
    public async Task Whose_token_meets_the_policy_joins()
    {
        await using Server server = await ServeAsync("members");
        await using SocketClient anna = await SocketClient.OpenAsync(server);
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync(Token("anna")));

        await anna.TurnAsync(1, TurnTests.SetTitle(hall, "By token"));

        Assert.That(((VerdictFrame)(await anna.NextAsync())[0]).IsApplied);
    }

    [Test]
    public async Task Whose_does_not_is_forbidden_and_who_has_none_is_not_signed_in()
    {
        await using Server server = await ServeAsync("members");
        await using SocketClient gina = await SocketClient.OpenAsync(server);
        await gina.JoinAsync(Token("gina", "visitor"));
        await IdentityTests.EndsAsync(gina, ErrorCode.Forbidden, 4003);

        await using SocketClient nobody = await SocketClient.OpenAsync(server);
        await nobody.JoinAsync();
        await IdentityTests.EndsAsync(nobody, ErrorCode.Unauthenticated, 4001);
    }

    [TestCase("of another key")]
    [TestCase("of another audience")]
    [TestCase("run out")]
    [TestCase("not signed")]
    [TestCase("changed")]
    public async Task One_that_is_not_valid_is_refused_at_join_and_at_renewal(string how)
    {
        await using Server server = await ServeAsync("members");
        string bad = how switch
        {
            "of another key" => Token("anna", key: new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))),
            "of another audience" => Token("anna", audience: "somebody else"),
            "run out" => Token("anna", lifetime: TimeSpan.FromMinutes(-10)),
            "not signed" => Unsigned(Token("anna")),
            _ => Changed(Token("gina", "visitor")),
        };
        await using SocketClient joining = await SocketClient.OpenAsync(server);
        await joining.JoinAsync(bad);
        await IdentityTests.EndsAsync(joining, ErrorCode.Unauthenticated, 4001);

        await using SocketClient renewing = await SocketClient.OpenAsync(server);
        await renewing.JoinedAsync(Token("anna"));
        await RenewAsync(renewing, bad);
        await IdentityTests.EndsAsync(renewing, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task A_session_ends_when_the_token_does_unless_there_is_another()
    {
        await using Server server = await ServeAsync("members");
        await using SocketClient anna = await SocketClient.OpenAsync(server);
        await anna.JoinedAsync(Token("anna"));
        await using SocketClient bert = await SocketClient.OpenAsync(server);
        ModelId hall = TurnTests.IdOf(await bert.JoinedAsync(Token("bert")));
        await RenewAsync(bert, Token("bert", lifetime: TimeSpan.FromHours(3)));
        await bert.TurnAsync(1, TurnTests.SetTitle(hall, "renewed"));
        Assert.That((await bert.NextAsync())[0], Is.InstanceOf<VerdictFrame>(), "a token that says the same as before changes nothing");

        server.Time.Advance(TimeSpan.FromHours(2));

        await IdentityTests.EndsAsync(anna, ErrorCode.Expired, 4008);
        server.Time.Advance(TimeSpan.FromHours(2));
        await IdentityTests.EndsAsync(bert, ErrorCode.Expired, 4008);
    }

    [Test]
    public async Task A_role_that_the_next_token_has_not_is_gone()
    {
        await using Server server = await ServeAsync();
        await using SocketClient anna = await SocketClient.OpenAsync(server);
        ModelId hall = TurnTests.IdOf(await anna.JoinedAsync(Token("anna")));

        await RenewAsync(anna, Token("anna", "visitor"));
        await anna.TurnAsync(1, TurnTests.SetTitle(hall, "no longer"));

        Assert.That((await anna.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }

    [TestCase("members", "visitor", Description = "the endpoint asks for the role")]
    [TestCase(null, "stranger", Description = "the root's rule refuses it")]
    public async Task Without_it_a_session_ends_that_needs_it(string? policy, string role)
    {
        await using Server server = await ServeAsync(policy);
        await using SocketClient anna = await SocketClient.OpenAsync(server);
        await anna.JoinedAsync(Token("anna"));

        await RenewAsync(anna, Token("anna", role));

        await IdentityTests.EndsAsync(anna, ErrorCode.Forbidden, 4003);
    }

    private static Task<Server> ServeAsync(string? policy = null) => Server.StartAsync(
        services: services =>
        {
            services.AddAuthentication().AddJwtBearer(jwt => jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = "the application",
                ValidAudience = "capsule",
                IssuerSigningKey = Key,
                ClockSkew = TimeSpan.Zero,
            });
            services.AddAuthorizationBuilder().AddPolicy("members", members => members.RequireRole("member"));
        },
        map: application =>
        {
            IEndpointConventionBuilder capsule = application.MapCapsule("/capsule");
            return policy is null ? capsule.RequireAuthorization() : capsule.RequireAuthorization(policy);
        });

    private static Task RenewAsync(SocketClient client, string token) => client.SendAsync($$"""{"event":"token","token":"{{token}}"}""");

    private static string Token(string name, string role = "member", TimeSpan? lifetime = null, string audience = "capsule", SecurityKey? key = null)
    {
        DateTime now = DateTime.UtcNow;
        DateTime expires = now + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "the application",
            Audience = audience,
            Subject = new ClaimsIdentity([new Claim("sub", name), new Claim("role", role), new Claim("jti", Guid.NewGuid().ToString())]),
            IssuedAt = now.AddHours(-1),
            NotBefore = now.AddHours(-1),
            Expires = expires,
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.HmacSha256),
        });
    }

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";

    /// <summary>With a better role than what was signed.</summary>
    private static string Changed(string token)
    {
        string[] parts = token.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("visitor", "member", StringComparison.Ordinal));
        return string.Join('.', parts);
    }
}
