using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Capsule.Protocol;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Access.Seeing;

/// <summary>Somebody in a court: what they were sent, and the state that comes of it.</summary>
internal sealed class CourtVisitor
{
    private static readonly Regex Markers = new("mark[0-9]{4}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private readonly string _name;
    private readonly List<string> _meanwhile = [];
    private readonly List<string> _tags = [];
    private Inbox _inbox = new([]);
    private NaiveReplica? _state;
    private int _read;
    private long _seq;
    private long _turn;
    private readonly HashSet<string> _asked = [];
    private string[] _roles = [];
    private bool _audits;

    public CourtVisitor(string name, string[] roles, bool audits)
    {
        _name = name;
        User = Become(roles, audits);
    }

    public CapsuleUser User { get; private set; }

    public IConnection? Connection { get; set; }

    public List<VerdictFrame> Verdicts { get; } = [];

    public bool HasEnded => _inbox.HasEnded;

    public CourtOracle Oracle(JsonNode court) => new(court, _name, _roles.ToHashSet(), _audits);

    /// <summary>They have other roles from now on; what they could see while they were away with the former ones is not theirs.</summary>
    public CapsuleUser Become(string[] roles, bool audits)
    {
        if (audits != _audits || !_roles.ToHashSet().SetEquals(roles))
        {
            _meanwhile.Clear();
        }

        (_roles, _audits) = (roles, audits);
        return User = new(
            new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, _name), .. roles.Select(static role => new Claim(ClaimTypes.Role, role))], "test")),
            audits ? ["audit"] : []);
    }

    /// <summary>How far the state is that they have; null if they have none.</summary>
    public ResumePoint? Known { get; private set; }

    /// <summary>How often they came back and were sent what they missed.</summary>
    public int Resumed { get; private set; }

    /// <summary>They come.</summary>
    /// <param name="anew">Without what they had.</param>
    public ISubscriber Begin(bool anew)
    {
        _inbox = new Inbox(_tags);
        _read = 0;
        if (anew)
        {
            _state = null;
            Known = null;
        }

        _turn = 0;
        Verdicts.Clear();
        _asked.Clear();
        return _inbox;
    }

    public void Leave()
    {
        Connection?.Leave();
        Connection = null;
    }

    public void Ask(Op op)
    {
        TurnMessage message = CourtOps.Message(++_turn, op);
        _asked.UnionWith(Markers.Matches(Encoding.UTF8.GetString(message.RawOps.Utf8.Span)).Select(static match => match.Value));
        Connection!.Send(message);
    }

    /// <summary>Applies what has come; then it must be what the oracle says, and not a byte of anything else may have come.</summary>
    public void Check(JsonNode before, JsonNode after, Action<bool, string> must)
    {
        CourtOracle oracle = Oracle(after);
        if (Connection is null)
        {
            _meanwhile.Add(oracle.State().ToJsonString());
            return;
        }

        must(HasEnded == !oracle.MayJoin, $"the session of {User} has ended: {HasEnded}");
        string[] come = [.. _inbox.Messages.Skip(_read)];
        _read += come.Length;
        CheckBytes(string.Concat(come), [.. _meanwhile, Oracle(before).State().ToJsonString(), oracle.State().ToJsonString()], must);
        _meanwhile.Clear();
        if (HasEnded)
        {
            Connection = null;
            return;
        }

        foreach (JsonNode? frame in come.SelectMany(static message => JsonNode.Parse(message)!.AsArray()))
        {
            Take(frame!, must);
        }

        must(JsonNode.DeepEquals(NaiveReplica.Parse(_state!.Json), oracle.State()), $"{User} sees\n{_state.Json}\nand should see\n{oracle.State().ToJsonString()}\nafter\n{string.Join('\n', come)}");
    }

    private void Take(JsonNode frame, Action<bool, string> must)
    {
        switch ((string)frame["event"]!)
        {
            case "initial":
                _state = new NaiveReplica(frame["app"]!.ToJsonString());
                _seq = (long)frame["seq"]!;
                Known = new((string)frame["epoch"]!, _seq, (string)frame["view"]!);
                break;
            case "resumed":
                must(_state is not null && (long)frame["seq"]! == _seq, $"{User} was sent what came after batch {frame["seq"]}, and has {_seq}");
                Resumed++;
                break;
            case "batch":
                must((long)frame["seq"]! == _seq + 1, $"batch {frame["seq"]} came to {User} after {_seq}");
                _seq++;
                Known = Known! with { Seq = _seq };
                foreach (JsonNode? happened in frame["events"]!.AsArray())
                {
                    string told = _state!.Json;
                    _state.Apply(new JsonArray(happened!.DeepClone()).ToJsonString());
                    must(_state.Json != told, $"{User} was told of a change that is none to them: {happened}");
                }

                break;
            case "transient":
                must((long)frame["after"]! == _seq, $"what is not stored came to {User} after batch {frame["after"]}, and they have {_seq}");
                if (frame["replaces"] is JsonArray replaced)
                {
                    _state!.Empty(replaced.Select(static id => (string)id!));
                    _state.Apply(frame["events"]!.ToJsonString());
                    break;
                }

                must(frame["events"]!.AsArray().Count > 0, $"{User} was told of nothing");
                foreach (JsonNode? happened in frame["events"]!.AsArray())
                {
                    string told = _state!.Json;
                    _state.Apply(new JsonArray(happened!.DeepClone()).ToJsonString());
                    must(_state.Json != told, $"{User} was told of a change that is none to them: {happened}");
                }

                break;
            case "verdict":
                // Until they confirm it, it comes again with each state.
                _asked.UnionWith(Markers.Matches(frame.ToJsonString()).Select(static match => match.Value));
                Verdicts.Add((VerdictFrame)FrameJson.Read(Encoding.UTF8.GetBytes(frame.ToJsonString())));
                break;
        }
    }

    /// <summary>Each text and each id that came is one that the user saw or sees; what they asked for themselves in the session may be named to them, for as long as they have not confirmed the verdict.</summary>
    private void CheckBytes(string come, string[] seen, Action<bool, string> must)
    {
        var known = seen.SelectMany(one => Markers.Matches(one)).Select(static match => match.Value).ToHashSet();
        foreach (Match match in Markers.Matches(_tags.Aggregate(come, static (text, tag) => text.Replace(tag, ""))))
        {
            must(known.Contains(match.Value) || _asked.Contains(match.Value), $"{User} was sent {match.Value}, which is not theirs to see, in\n{come}");
        }
    }

    /// <param name="tags">Takes what looks like an id and is none.</param>
    private sealed class Inbox(List<string> tags) : ISubscriber
    {
        private readonly List<string> _messages = [];

        public IReadOnlyList<string> Messages
        {
            get
            {
                lock (_messages)
                {
                    return [.. _messages];
                }
            }
        }

        public bool HasEnded { get; private set; }

        public void Deliver(Delivery delivery)
        {
            lock (_messages)
            {
                _messages.Add(Encoding.UTF8.GetString(delivery.Message.Span));
                if (FrameJson.ReadMessage(delivery.Message).OfType<InitialFrame>().FirstOrDefault() is { } initial)
                {
                    tags.AddRange([initial.View, initial.Epoch]);
                }
            }
        }

        public void End(ProtocolError error) => HasEnded = true;
    }
}
