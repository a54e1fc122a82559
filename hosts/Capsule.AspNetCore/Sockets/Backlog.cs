namespace Capsule.AspNetCore.Sockets;

/// <summary>What waits for a subscriber, and what becomes of it when it grows too much. Not thread-safe.</summary>
internal sealed class Backlog(int maxBytes, int maxMessages)
{
    private readonly List<Delivery> _waiting = [];
    private int _bytes;
    private bool _hasDropped;

    public void Add(Delivery delivery)
    {
        if (delivery.IsState)
        {
            KeepVerdicts();
            _hasDropped = false;
        }
        else if (_hasDropped)
        {
            delivery = OnlyVerdicts(delivery);
        }

        Append(delivery);
        if (!delivery.IsState && !_hasDropped && (_bytes > maxBytes || _waiting.Count > maxMessages))
        {
            _hasDropped = true;
            KeepVerdicts();
        }
    }

    /// <summary>Adds what goes out whatever waits before it.</summary>
    public void AddLast(ReadOnlyMemory<byte> message) => Append(new Delivery(message));

    /// <summary>Takes all that waits, joined to one message.</summary>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        message = Join();
        _waiting.Clear();
        _bytes = 0;
        return !message.IsEmpty;
    }

    /// <summary>True once after something was dropped: from then on a state is under way.</summary>
    public bool AskForState()
    {
        bool ask = _hasDropped && !_hasAsked;
        _hasAsked = _hasDropped;
        return ask;
    }

    private bool _hasAsked;

    private void KeepVerdicts()
    {
        Delivery[] waiting = [.. _waiting];
        _waiting.Clear();
        _bytes = 0;
        foreach (Delivery delivery in waiting)
        {
            Append(OnlyVerdicts(delivery));
        }
    }

    private void Append(Delivery delivery)
    {
        if (!delivery.Message.IsEmpty)
        {
            _waiting.Add(delivery);
            _bytes += delivery.Message.Length;
        }
    }

    private static Delivery OnlyVerdicts(Delivery delivery) => new(delivery.Verdicts, delivery.Verdicts);

    /// <summary>Each message is a JSON array: without its brackets it is a list of frames.</summary>
    private ReadOnlyMemory<byte> Join()
    {
        if (_waiting.Count <= 1)
        {
            return _waiting.Count == 0 ? default : _waiting[0].Message;
        }

        var message = new byte[_bytes - _waiting.Count + 1];
        message[0] = (byte)'[';
        int end = 1;
        foreach (Delivery delivery in _waiting)
        {
            if (delivery.Message.Length > 2)
            {
                if (end > 1)
                {
                    message[end++] = (byte)',';
                }

                delivery.Message.Span[1..^1].CopyTo(message.AsSpan(end));
                end += delivery.Message.Length - 2;
            }
        }

        message[end++] = (byte)']';
        return message.AsMemory(0, end);
    }
}
