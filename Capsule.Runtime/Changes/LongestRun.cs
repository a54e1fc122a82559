namespace Capsule.Changes;

/// <summary>The longest increasing subsequence, by patience sorting: how many of some items stand in order already, and need not move.</summary>
internal static class LongestRun
{
    /// <summary>The indexes of the values that make the run, last first.</summary>
    public static IEnumerable<int> Of(IReadOnlyList<int> values)
    {
        var previous = new int[values.Count];
        var ends = new List<int>();
        for (int index = 0; index < values.Count; index++)
        {
            int low = 0;
            int high = ends.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = values[ends[middle]] < values[index] ? (middle + 1, high) : (low, middle);
            }

            previous[index] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(index);
            }
            else
            {
                ends[low] = index;
            }
        }

        for (int index = ends.Count == 0 ? -1 : ends[^1]; index >= 0; index = previous[index])
        {
            yield return index;
        }
    }
}
