namespace Capsule.AspNetCore.Sockets;

/// <summary>What waits for a subscriber, and what becomes of it when it grows too much. Not thread-safe.</summary>
internal sealed class Backlog(int maxBytes, int maxMessages)
{
    private readonly List<Delivery> _waiting = [];
    private long _bytes;
    private long _stateBytes;
    private bool _isStateAskedFor;

    /// <summary>True from when batches were dropped until the state comes that makes up for them.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>True if what may not be dropped is too much already.</summary>
    public bool IsFull { get; private set; }

    public void Add(Delivery delivery)
    {
        if (delivery.IsState)
        {
            KeepVerdicts();
            IsBehind = false;
            _isStateAskedFor = false;
        }
        else if (IsBehind)
        {
            delivery = OnlyVerdicts(delivery);
        }

        Append(delivery);
        if (IsOver && !IsBehind)
        {
            IsBehind = true;
            KeepVerdicts();
        }

        IsFull = IsOver;
    }

    /// <summary>Adds what goes out whatever waits before it.</summary>
    public void AddLast(ReadOnlyMemory<byte> message) => Append(new Delivery(message));

    /// <summary>Takes all that waits, joined to one message; false if nothing does.</summary>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        message = MessageJoin.Join(_waiting);
        Clear();
        return !message.IsEmpty;
    }

    /// <summary>True once after something was dropped: the state is to be asked for.</summary>
    public bool TakeNeedOfState()
    {
        bool isNeeded = IsBehind && !_isStateAskedFor;
        _isStateAskedFor |= isNeeded;
        return isNeeded;
    }

    /// <summary>A state is as large as it is: what counts is what came after it.</summary>
    private bool IsOver => _bytes - _stateBytes > maxBytes || _waiting.Count > maxMessages;

    private void KeepVerdicts()
    {
        Delivery[] waiting = [.. _waiting];
        Clear();
        foreach (Delivery delivery in waiting)
        {
            Append(OnlyVerdicts(delivery));
        }
    }

    private void Append(Delivery delivery)
    {
        if (delivery.Message.IsEmpty)
        {
            return;
        }

        _waiting.Add(delivery);
        _bytes += delivery.Message.Length;
        _stateBytes += delivery.IsState ? delivery.Message.Length : 0;
    }

    private void Clear()
    {
        _waiting.Clear();
        _bytes = 0;
        _stateBytes = 0;
    }

    private static Delivery OnlyVerdicts(Delivery delivery) => new(delivery.Verdicts, delivery.Verdicts);
}
