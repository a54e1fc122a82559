namespace Capsule.Benchmarks.Measuring;

/// <summary>Runs workloads side by side, round by round: whatever slows the machine down for a while slows all of them down, so that their
/// ratios hold even where their times do not. In a round, the first pass of each is not counted: it fetches what the others pushed out of
/// the caches.</summary>
/// <param name="rounds">How often all have their turn.</param>
/// <param name="passes">Counted passes of each workload in a round. Short ones are best: few of them are interrupted, and the median leaves
/// those out.</param>
/// <param name="clock">What passes are timed with.</param>
internal sealed class Race(int rounds, int passes, Func<TimeSpan> clock)
{
    /// <summary>Long enough for the just-in-time compiler to have reached its last tier with all of them.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public IReadOnlyList<Measurement> Run(params IReadOnlyList<Workload> workloads)
    {
        Lane[] lanes = [.. workloads.Select(workload => new Lane(workload, clock))];
        TimeSpan end = clock() + WarmUp;
        while (clock() < end)
        {
            Array.ForEach(lanes, lane => lane.Pass());
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Lane lane in lanes)
            {
                lane.Pass();
                for (int pass = 0; pass < passes; pass++)
                {
                    lane.Count(lane.Pass());
                }
            }
        }

        return [.. lanes.Select(lane => lane.Result())];
    }

    private sealed class Lane(Workload workload, Func<TimeSpan> clock)
    {
        private readonly List<double> _nanoseconds = [];
        private double _bytes;

        /// <summary>One pass; what it took, per operation.</summary>
        public (double Nanoseconds, double Bytes) Pass()
        {
            workload.Before();
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = clock();
            workload.Pass();
            TimeSpan time = clock() - start;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            workload.After();
            return (time.TotalNanoseconds / workload.Operations, (double)bytes / workload.Operations);
        }

        public void Count((double Nanoseconds, double Bytes) pass)
        {
            _nanoseconds.Add(pass.Nanoseconds);
            _bytes = Math.Max(_bytes, pass.Bytes);
        }

        public Measurement Result() => new(workload.Name, _nanoseconds, _bytes);
    }
}
