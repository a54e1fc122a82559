using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Capsule.AspNetCore.Identity;

/// <summary>What the application requires of those who join: taken from the endpoint's metadata, where the authorization middleware would refuse the
/// upgrade by it, which a browser cannot read.</summary>
internal sealed class JoinPolicies(IReadOnlyList<IAuthorizeData> data, IReadOnlyList<AuthorizationPolicy> policies, bool isAnonymous)
{
    /// <summary>The names of the policies that hold for whoever may join.</summary>
    public IEnumerable<string> Names => isAnonymous ? [] : data.Select(required => required.Policy).OfType<string>();

    /// <summary>Moves the requirements of an endpoint out of the middleware's reach. The last convention of all.</summary>
    public static void TakeOver(EndpointBuilder endpoint)
    {
        IList<object> metadata = endpoint.Metadata;
        var taken = new JoinPolicies(
            [.. metadata.OfType<IAuthorizeData>()],
            [.. metadata.OfType<AuthorizationPolicy>(), .. metadata.OfType<IAuthorizationRequirementData>().Select(ToPolicy)],
            metadata.OfType<IAllowAnonymous>().Any());
        for (int index = metadata.Count - 1; index >= 0; index--)
        {
            if (metadata[index] is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData)
            {
                metadata.RemoveAt(index);
            }
        }

        metadata.Add(taken);
        metadata.Add(new AllowAnonymousAttribute());
    }

    /// <summary>All that is required, as one policy; null if nothing is. The application's fallback policy counts where nothing else is said.</summary>
    public Task<AuthorizationPolicy?> CombineAsync(IAuthorizationPolicyProvider provider) =>
        isAnonymous ? Task.FromResult<AuthorizationPolicy?>(null) : AuthorizationPolicy.CombineAsync(provider, data, policies);

    private static AuthorizationPolicy ToPolicy(IAuthorizationRequirementData data) => new([.. data.GetRequirements()], []);
}
