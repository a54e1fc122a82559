using System.Diagnostics;
using System.Globalization;
using Capsule.Benchmarks.Wire;

namespace Capsule.Benchmarks.Fanout;

/// <summary>A broadcaster and those who listen to it.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly IBroadcaster _broadcaster;
    private readonly Process _listeners;
    private int _changes;
    private int _unanswered;

    public Crowd(IBroadcaster broadcaster, int listeners)
    {
        _broadcaster = broadcaster;
        Listeners = listeners;
        _listeners = OtherProcess.Start(
            Fanout.Listeners.Verb, broadcaster.Address, listeners.ToString(CultureInfo.InvariantCulture), broadcaster.IsJoined.ToString(CultureInfo.InvariantCulture));
        if (Line() != "joined")
        {
            throw new InvalidOperationException("The listeners did not join.");
        }
    }

    public int Listeners { get; }

    /// <summary>The messages and bytes that have come to all of them together, when they last had all changes.</summary>
    public (long Messages, long Bytes) Came { get; private set; }

    /// <summary>One change after the other, with a pause behind each, until everybody has had all of them.</summary>
    public void Pace(int changes, TimeSpan pause)
    {
        for (int change = 0; change < changes; change++)
        {
            Change(1);
            Thread.Sleep(pause);
        }

        Settle();
    }

    /// <summary>As many changes as everybody can keep up with, until everybody has had all of them.</summary>
    /// <param name="time">For how long changes are made.</param>
    /// <param name="ahead">How many changes may have been made that not everybody has had.</param>
    /// <returns>Changes a second.</returns>
    public double Saturate(TimeSpan time, int ahead)
    {
        int step = ahead / 16;
        int before = _changes;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Change(step);
            Ask();
            if (_unanswered == 16)
            {
                Answer();
            }
        }

        Settle();
        return (_changes - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _listeners.StandardInput.Close();
        _listeners.WaitForExit();
        _listeners.Dispose();
        _broadcaster.Dispose();
    }

    private void Change(int count)
    {
        _broadcaster.ChangeAsync(_changes + 1, count).GetAwaiter().GetResult();
        _changes += count;
    }

    private void Settle()
    {
        Ask();
        long[] answer = [];
        while (_unanswered > 0)
        {
            answer = Answer();
        }

        if (answer[0] != _changes || answer[1] != _changes)
        {
            throw new InvalidOperationException($"Of {_changes} changes, listeners had {answer[0]} to {answer[1]}.");
        }

        Came = (answer[2], answer[3]);
    }

    private void Ask()
    {
        _listeners.StandardInput.WriteLine(_changes.ToString(CultureInfo.InvariantCulture));
        _unanswered++;
    }

    private long[] Answer()
    {
        _unanswered--;
        return [.. Line().Split(' ').Select(static part => long.Parse(part, CultureInfo.InvariantCulture))];
    }

    private string Line() => _listeners.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The listeners' process ended.");
}
