namespace Capsule.Hosting;

/// <summary>Gathers what turns have to say, if the options say so, and sends it as one message.</summary>
internal sealed partial class LiveTree
{
    /// <summary>Those for whom something is gathered.</summary>
    private readonly List<Audience> _gathering = [];

    private ITimer? _flush;

    private bool Gathers => _options.FlushInterval > TimeSpan.Zero;

    /// <summary>Keeps a turn for the next flush.</summary>
    /// <param name="frame">What the turn has to say.</param>
    /// <param name="told">Who has it already.</param>
    private void Gather(AudienceFrame frame, Connection? told)
    {
        if (_gathering.Count == 0)
        {
            _flush ??= _services.Time.CreateTimer(_ => Post(Flush), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _flush.Change(_options.FlushInterval, Timeout.InfiniteTimeSpan);
        }

        if (frame.Audience.Gathered.Count == 0)
        {
            _gathering.Add(frame.Audience);
        }

        frame.Audience.Gathered.Add(frame.Frames);
        if (told is not null && told.Heard == frame.Audience)
        {
            told.Given = frame.Audience.Gathered.Count;
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
                    CatchUp(connection, hasAll: false);
                }
                else
                {
                    connection.Subscriber.Deliver(all ??= new Delivery(FrameBuffer.Join([.. audience.Gathered])));
                }

                connection.Given = 0;
            }

            audience.Gathered.Clear();
        }

        _gathering.Clear();
    }

    /// <summary>What was gathered comes before anything that is sent to one subscriber alone.</summary>
    private static void CatchUp(Connection connection, bool hasAll)
    {
        if (connection.Heard is not { Gathered: var gathered } || connection.Given == gathered.Count)
        {
            return;
        }

        if (!hasAll)
        {
            connection.Subscriber.Deliver(new Delivery(FrameBuffer.Join([.. gathered[connection.Given..]])));
        }

        connection.Given = gathered.Count;
    }
}
