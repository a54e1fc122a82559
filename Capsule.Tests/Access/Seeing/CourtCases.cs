namespace Capsule.Tests.Access.Seeing;

/// <summary>Many random courts.</summary>
public static class CourtCases
{
    /// <summary>Runs the cases of some seeds until one fails.</summary>
    /// <returns>Its seed, or null.</returns>
    public static object? FirstFailure(int first, int count)
    {
        for (int seed = first; seed < first + count; seed++)
        {
            if (CourtCase.RunAsync(seed).GetAwaiter().GetResult().Failure is not null)
            {
                return seed;
            }
        }

        return null;
    }
}
