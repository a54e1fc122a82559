namespace Capsule.Tests.Simulation.Time;

/// <summary>Something that is to happen at a time.</summary>
internal sealed class Alarm(Action ring)
{
    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;

    public void Ring() => ring();
}
