using System.Reflection;

namespace Capsule.Tests.Computed;

/// <summary>A value, or what was thrown.</summary>
internal sealed record Outcome(string? Value, Exception? Failure)
{
    public static Outcome Of(Func<object?> read)
    {
        try
        {
            return new(Written.Of(read()), null);
        }
        catch (TargetInvocationException exception)
        {
            return new(null, exception.InnerException);
        }
    }

    /// <summary>Whether the browser says the same. A null that nobody expected is a TypeError there; all else that fails does it by our own error.</summary>
    public bool IsMetBy(string answer) => Failure switch
    {
        null => Value == Written.Normalized(answer),
        NullReferenceException or ArgumentNullException => answer.StartsWith("error TypeError:", StringComparison.Ordinal) || answer.StartsWith("error ComputationError:", StringComparison.Ordinal),
        _ => answer.StartsWith("error ComputationError:", StringComparison.Ordinal),
    };

    public override string ToString() => Value ?? $"{Failure!.GetType().Name}: {Failure.Message}";
}
