namespace Capsule.Tests.Concurrency;

/// <summary>All that a seed decides: what goes on next, where something comes in between, and what the store does.</summary>
/// <remarks>
/// One schedule in three is a random walk. In the others priorities decide, which reach further with fewer interruptions: each step gets a random one when it comes up, and
/// what has the highest goes on. In one in three the step that runs falls behind all others at a few places (PCT: Burckhardt et al., "A randomized scheduler with probabilistic guarantees of finding bugs").
/// </remarks>
internal sealed class Choices
{
    /// <summary>After so many decisions all is random, so that nobody waits for ever who has a low priority.</summary>
    private const int Fair = 5_000;

    private readonly Random _random;
    private readonly bool _isWalk;
    private readonly double _interrupts;
    private readonly double _inlines;
    private readonly HashSet<int> _changes = [];
    private int _decided;
    private double _lowest;

    public Choices(int seed)
    {
        _random = new Random(seed);
        int kind = _random.Next(3);
        _isWalk = kind == 0;
        _interrupts = new[] { 0, 0.02, 0.1, 0.4 }[_random.Next(4)];
        _inlines = _random.Next(3) / 2.0;
        int length = 1 << _random.Next(4, 12);
        for (int change = kind == 2 ? _random.Next(1, 5) : 0; change > 0; change--)
        {
            _changes.Add(_random.Next(length));
        }
    }

    public double Priority() => _random.NextDouble();

    /// <summary>Whether something goes on at once, in the midst of what has completed it.</summary>
    public bool Inline() => _random.NextDouble() < _inlines;

    public bool Chance(double likely) => _random.NextDouble() < likely;

    /// <summary>Which step is next.</summary>
    public int Next(List<Step> ready) => ++_decided > Fair || _isWalk ? _random.Next(ready.Count) : Highest(ready);

    /// <summary>Which step comes in between; null for none.</summary>
    public int? Interrupt(List<Step> ready, Step running)
    {
        if (++_decided > Fair || _isWalk)
        {
            return _random.NextDouble() < _interrupts ? _random.Next(ready.Count) : null;
        }

        if (_changes.Contains(_decided))
        {
            running.Priority = --_lowest;
        }

        int highest = Highest(ready);
        return ready[highest].Priority > running.Priority ? highest : null;
    }

    private static int Highest(List<Step> ready)
    {
        int highest = 0;
        for (int index = 1; index < ready.Count; index++)
        {
            if (ready[index].Priority > ready[highest].Priority)
            {
                highest = index;
            }
        }

        return highest;
    }
}
