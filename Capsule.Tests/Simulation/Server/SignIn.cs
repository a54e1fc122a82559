using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Capsule.Tests.Simulation;

/// <summary>Authentication: a request says who it is, and the world what they may be.</summary>
internal sealed class SignIn(World world) : IAuthenticationHandler
{
    public const string Scheme = "simulated";

    private HttpContext? _context;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        string name = _context!.Request.Query["user"].ToString();
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, name), new(ClaimTypes.Name, name), .. world.RolesOf(name).Select(static role => new Claim(ClaimTypes.Role, role))], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }

    public Task ChallengeAsync(AuthenticationProperties? properties) => Task.CompletedTask;

    public Task ForbidAsync(AuthenticationProperties? properties) => Task.CompletedTask;
}
