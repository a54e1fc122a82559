using Capsule.Protocol;

namespace Capsule.Access;

/// <summary>Who may see a tree.</summary>
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
}
