using System.Security.Claims;

namespace Capsule.AspNetCore.Identity;

/// <summary>What the application knows of users, of one type.</summary>
/// <param name="Type">Under which rules ask for it.</param>
/// <param name="FindAsync">Finds it; null if there is none.</param>
internal sealed record UserFacts(Type Type, Func<ClaimsPrincipal, IServiceProvider, CancellationToken, Task<object?>> FindAsync);
