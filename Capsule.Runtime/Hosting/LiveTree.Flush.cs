namespace Capsule.Hosting;

/// <summary>Gathers what turns have to say as long as there is more to do, or as long as the options say, and sends it as one message.</summary>
internal sealed partial class LiveTree
{
    /// <summary>For how long a tree that always has more to do lets its subscribers wait.</summary>
    private static readonly TimeSpan MaxGathering = TimeSpan.FromMilliseconds(5);

    /// <summary>Those for whom something is gathered.</summary>
    private readonly List<Audience> _gathering = [];

    private long _gatheringSince;

    private ITimer? _flush;

    /// <summary>Keeps a turn for the next flush.</summary>
    /// <param name="frame">What the turn has to say.</param>
    /// <param name="told">Who has it already.</param>
    private void Gather(AudienceFrame frame, Connection? told)
    {
        if (_gathering.Count == 0)
        {
            _gatheringSince = _services.Time.GetTimestamp();
            if (_options.FlushInterval > TimeSpan.Zero)
            {
                _flush ??= _services.Time.CreateTimer(_ => Post(Flush), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _flush.Change(_options.FlushInterval, Timeout.InfiniteTimeSpan);
            }
        }

        if (frame.Audience.Gathered.Count == 0)
        {
            _gathering.Add(frame.Audience);
        }

        frame.Audience.Gathered.Add(frame);
        if (told is not null && told.Heard == frame.Audience)
        {
            told.Given = frame.Audience.Gathered.Count;
        }
    }

    /// <summary>Sends what is gathered if nothing else is to be done, or it has waited for long; where an interval is set, that decides.</summary>
    private void FlushUnlessBusy()
    {
        if (_gathering.Count > 0 && _options.FlushInterval <= TimeSpan.Zero && (_queue.Reader.Count == 0 || _services.Time.GetElapsedTime(_gatheringSince) >= MaxGathering))
        {
            Flush();
        }
    }

    private void Flush()
    {
        foreach (Audience audience in _gathering)
        {
            Delivery? all = null;
            foreach (Connection connection in audience.Connections)
            {
                if (connection.Given > 0)
                {
                    CatchUp(connection);
                }
                else
                {
                    connection.Subscriber.Deliver(all ??= MessageOf(audience.Gathered, 0));
                }

                connection.Given = 0;
            }

            audience.Gathered.Clear();
        }

        _gathering.Clear();
    }

    /// <summary>Sends what is gathered, where no interval says when: before the tree waits for something, and before it says what it has.</summary>
    private void FlushUnlessTimed()
    {
        if (_options.FlushInterval <= TimeSpan.Zero)
        {
            Flush();
        }
    }

    /// <summary>What was gathered comes before anything that is sent to one subscriber alone, and before a state too, which has no broadcasts.</summary>
    private static void CatchUp(Connection connection)
    {
        if (connection.Heard is { Gathered: var gathered } && connection.Given < gathered.Count)
        {
            connection.Subscriber.Deliver(MessageOf(gathered, connection.Given));
            connection.Given = gathered.Count;
        }
    }

    /// <summary>What was gathered, from a turn on, as one message.</summary>
    private static Delivery MessageOf(List<AudienceFrame> gathered, int from) =>
        new(gathered.Count - from == 1 ? gathered[from].Message : FrameBuffer.Join([.. gathered.Skip(from).Select(static frame => frame.Frames)]));
}
