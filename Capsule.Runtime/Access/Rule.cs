namespace Capsule.Access;

/// <summary>Asks the models' rules. One that throws means no.</summary>
internal static class Rule
{
    /// <summary>Refuses unless the rule says yes.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Forbidden"/>, with what the rule threw inside.</exception>
    public static void Demand(CapsuleUser user, string what, Func<bool> rule, string? attribute = null)
    {
        Exception? thrown = null;
        bool allowed = false;
        try
        {
            allowed = rule();
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        if (!allowed)
        {
            throw new CapsuleException(ErrorCode.Forbidden, $"{user} may not {what}.", attribute, thrown);
        }
    }
}
