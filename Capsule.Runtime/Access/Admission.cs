using Capsule.Protocol;

namespace Capsule.Access;

/// <summary>Who may join a tree.</summary>
internal static class Admission
{
    /// <summary>Why this user may not; null if they may.</summary>
    public static ProtocolError? Refuse(CapsuleModel root, CapsuleUser user)
    {
        try
        {
            Rule.Demand(user, $"see this {root.ModelType.Name}", () => root.CanRead(user));
            return null;
        }
        catch (CapsuleException exception)
        {
            return user.IsAuthenticated
                ? new ProtocolError(ErrorCode.Forbidden, exception.Message)
                : new ProtocolError(ErrorCode.Unauthenticated, "Only somebody who has signed in may see this. Sign in and join again.");
        }
    }

    /// <summary>Why a client that was built for models with this hash may not; null if it may.</summary>
    public static ProtocolError? RefuseSchema(RootDefinition definition, string? schema) => schema is null || definition.Accepts(schema)
        ? null
        : new ProtocolError(ErrorCode.Schema, "The page was built for other models than the server has. Load the page again.");
}
