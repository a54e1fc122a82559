using System.Globalization;

namespace Capsule.Tests.Promises;

/// <summary>The test holds a promise of docs/semantics.md: <c>dotnet test --filter Promise=3</c> runs those that hold the third.</summary>
/// <param name="number">The promise's number.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PromiseAttribute(int number) : PropertyAttribute(number.ToString(CultureInfo.InvariantCulture))
{
    /// <summary>The promise's number.</summary>
    public int Number { get; } = number;

    /// <summary>It takes longer than a moment, and is not run with mistakes that break the promise: others have to find them.</summary>
    public bool TakesTime { get; init; }
}
