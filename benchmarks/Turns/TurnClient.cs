using System.Text;
using Capsule.Protocol;

namespace Capsule.Benchmarks.Turns;

/// <summary>Sends turns, and another one for each verdict.</summary>
internal sealed class TurnClient : ISubscriber
{
    private const int InFlight = 32;

    private readonly IConnection _connection;
    private readonly string _name;
    private readonly string _model;
    private readonly TurnMessage[] _turns;
    private readonly ManualResetEventSlim _done = new();
    private long _last;
    private int _sent;
    private int _answered;
    private string? _surprise;

    /// <param name="host">Has the tree.</param>
    /// <param name="tree">Which.</param>
    /// <param name="name">Who this is.</param>
    /// <param name="model">The id of the model whose note is written.</param>
    /// <param name="turns">How many turns a pass is.</param>
    public TurnClient(InProcessHost host, TreeAddress tree, string name, string model, int turns)
    {
        _name = name;
        _model = model;
        _turns = new TurnMessage[turns];
        var request = new JoinRequest(tree, CapsuleUser.Named(name), new JoinMessage(Guid.NewGuid()), new Limits());
        _connection = host.JoinAsync(request, this).AsTask().GetAwaiter().GetResult().Connection ?? throw new InvalidOperationException("A client was refused.");
    }

    /// <summary>Reads the messages of the next pass, as a gateway does on threads of its own.</summary>
    public void Prepare()
    {
        for (int index = 0; index < _turns.Length; index++)
        {
            long turn = ++_last;
            string message = $$$"""{"event":"turn","turn":{{{turn}}},"confirmed":{{{Math.Max(0, turn - InFlight)}}},"ops":[{"event":"set","id":"{{{_model}}}","change":{"note":"{{{_name}}} {{{turn}}}"}}]}""";
            _turns[index] = (TurnMessage)ClientMessageJson.Read(Encoding.UTF8.GetBytes(message));
        }

        _answered = 0;
        _sent = InFlight;
        _done.Reset();
    }

    public void Begin()
    {
        // The first verdict may come while the last of these is sent: what follows has to wait for it.
        lock (_turns)
        {
            foreach (TurnMessage turn in _turns.AsSpan(0, InFlight))
            {
                _connection.Send(turn);
            }
        }
    }

    public void Wait()
    {
        if (!_done.Wait(TimeSpan.FromMinutes(1)) || _surprise is not null)
        {
            throw new InvalidOperationException(_surprise ?? "The verdicts did not come.");
        }
    }

    public void Deliver(Delivery delivery)
    {
        if (delivery.Verdicts.IsEmpty)
        {
            return;
        }

        if (delivery.Verdicts.Span.IndexOf("\"outcome\":\"applied\""u8) < 0)
        {
            _surprise = Encoding.UTF8.GetString(delivery.Verdicts.Span);
        }

        if (_sent < _turns.Length)
        {
            lock (_turns)
            {
                _connection.Send(_turns[_sent++]);
            }
        }

        if (++_answered == _turns.Length)
        {
            _done.Set();
        }
    }

    public void End(ProtocolError error)
    {
        _surprise = error.Message;
        _done.Set();
    }
}
