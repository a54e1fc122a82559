using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Which tree the address of a socket names.</summary>
internal static class TreeChoice
{
    /// <summary>Finds the tree's address, for this user.</summary>
    /// <returns>Why there can be none; null if there can.</returns>
    /// <exception cref="InvalidOperationException">The application chose a key that is none.</exception>
    public static ProtocolError? Find(ICapsuleHost host, HttpContext context, Arrival arrival, out TreeAddress tree)
    {
        string root = context.GetRouteValue("root") as string ?? "";
        string key = context.GetRouteValue("key") as string ?? "";
        tree = default;
        if (!host.Roots.TryGetValue(root, out RootDefinition? definition))
        {
            return IsFormer(host, root)
                ? new(ErrorCode.Schema, "The page was built for other models than the server has. Load the page again.")
                : NotFound("There is no such class of root here.");
        }

        if (definition.Key is { } choose)
        {
            if (key.Length > 0)
            {
                return NotFound($"The server chooses the key: connect to '{root}' without one.");
            }

            key = choose(arrival.User);
            if (!TreeAddress.IsKey(key))
            {
                throw new InvalidOperationException($"The option Key of the root '{root}' gave '{key}', which is no key: {Rule}.");
            }
        }
        else if (!TreeAddress.IsKey(key))
        {
            return NotFound($"No {root} can have this key: {Rule}.");
        }

        tree = new TreeAddress(arrival.Tenant, root, key);
        return null;
    }

    private static string Rule => $"a key has 1 to {TreeAddress.MaxKeyLength} of the characters A-Z a-z 0-9 . _ ~ - and is not '.' or '..'";

    /// <summary>Whether a root had this name before: a page that uses it was built then.</summary>
    private static bool IsFormer(ICapsuleHost host, string root) => host.Roots.Values.Any(one => one.Type.History.FormerNames.Contains(root));

    private static ProtocolError NotFound(string message) => new(ErrorCode.NotFound, message);
}
