using System.Text;
using System.Text.Json.Nodes;
using Capsule.Protocol;
using Capsule.Storage;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Access.Seeing;

/// <summary>One random court with random visitors, who do what they may and may not; after each turn each of them must have what the oracle says, and no byte more.</summary>
internal sealed class CourtCase
{
    private static readonly string[] Names = ["ada", "ben", "cyd", "dot"];

    private readonly Random _random;
    private readonly InProcessHost _host = new([new RootDefinition(ModelType.Of<Court>())], new MemoryStore());
    private readonly TreeAddress _address = new("", "court", "1");
    private readonly List<CourtVisitor> _visitors = [];
    private readonly StringBuilder _story = new();
    private JsonNode _court = null!;
    private int _marker;
    private int _renewals;

    private CourtCase(int seed) => _random = new Random(seed);

    /// <summary>Runs the case of a seed.</summary>
    public static async Task<CourtOutcome> RunAsync(int seed, int turns = 6)
    {
        var one = new CourtCase(seed);
        try
        {
            await one.RunAsync(turns);
            return new(null, one._visitors.Sum(static visitor => visitor.Resumed), one._renewals);
        }
        catch (Exception exception)
        {
            return new($"Seed {seed}, {one._story}\n{exception}", 0, 0);
        }
        finally
        {
            await one._host.DisposeAsync();
        }
    }

    private async Task RunAsync(int turns)
    {
        await _host.CreateAsync(_address);
        await _host.UpdateAsync(_address, root =>
        {
            var court = (Court)root;
            court.Vault.Code = Marker();
            for (int step = 0; step < 14; step++)
            {
                CourtMoves.Step(_random, court, Names, Marker);
            }

            return 0;
        });
        await LookAsync();
        foreach (string name in Names)
        {
            var visitor = new CourtVisitor(name, Roles(), _random.Next(3) == 0);
            _visitors.Add(visitor);
            await JoinAsync(visitor, anew: true);
        }

        for (int turn = 0; turn < turns; turn++)
        {
            if (_random.Next(2) == 0)
            {
                await ServeAsync();
            }
            else
            {
                await AskAsync(_visitors[_random.Next(_visitors.Count)]);
            }

            if (_random.Next(6) == 0)
            {
                _visitors[_random.Next(_visitors.Count)].Leave();
                await CheckAllAsync();
            }

            if (_random.Next(5) == 0)
            {
                await RenewAsync(_visitors[_random.Next(_visitors.Count)]);
            }

            foreach (CourtVisitor away in _visitors.Where(visitor => visitor.Connection is null && _random.Next(2) == 0))
            {
                await JoinAsync(away, anew: _random.Next(3) == 0);
            }
        }
    }

    /// <summary>Somebody has other roles, while they are here or away.</summary>
    private async Task RenewAsync(CourtVisitor visitor)
    {
        CapsuleUser user = visitor.Become(Roles(), _random.Next(3) == 0);
        _story.AppendLine().Append($"  {user} is somebody else");
        if (visitor.Connection is { } connection)
        {
            _renewals++;
            connection.Renew(user);
            await CheckAllAsync();
        }
    }

    private string[] Roles() => [.. new[] { "staff", "chief" }.Where(_ => _random.Next(3) == 0)];

    private async Task JoinAsync(CourtVisitor visitor, bool anew)
    {
        CourtOracle oracle = visitor.Oracle(_court);
        ISubscriber inbox = visitor.Begin(anew);
        JoinOutcome outcome = await _host.JoinAsync(
            new JoinRequest(_address, visitor.User, new JoinMessage(Guid.NewGuid(), Since: visitor.Known), new Limits()), inbox);
        Must(outcome.Refusal is null == oracle.MayJoin, $"{visitor.User} was let in: {outcome.Refusal is null}");
        if (outcome.Connection is { } connection)
        {
            visitor.Connection = connection;
            await LookAsync();
            visitor.Check(_court, _court, Must);
        }
    }

    /// <summary>The server changes something.</summary>
    private async Task ServeAsync()
    {
        await _host.UpdateAsync(_address, root =>
        {
            var court = (Court)root;
            for (int steps = _random.Next(1, 5); steps > 0; steps--)
            {
                _story.AppendLine().Append("  ").Append(CourtMoves.Step(_random, court, Names, Marker));
            }

            return 0;
        });
        _story.AppendLine().Append("  --");
        await CheckAllAsync();
    }

    /// <summary>A visitor asks for something, of anything that there is.</summary>
    private async Task AskAsync(CourtVisitor visitor)
    {
        if (visitor.Connection is null)
        {
            return;
        }

        CourtOracle oracle = visitor.Oracle(_court);
        _ = oracle.State();
        (Op op, string[] named, string? attribute) = CourtOps.Random(_random, _court, Names, Marker);
        bool isSeen = named.All(id => oracle.Collections.Contains(id) || oracle.Models.Contains(id)) && !(attribute is not null && oracle.Hidden.Contains((named[0], attribute)));
        _story.AppendLine().Append($"  {visitor.User} asks, seeing it: {isSeen}: {op}");
        visitor.Ask(op);
        JsonNode before = _court;
        await CheckAllAsync();
        if (!isSeen && !visitor.HasEnded)
        {
            VerdictFrame verdict = visitor.Verdicts[^1];
            Must(op is DeleteOp ? verdict.Error is null : verdict.Error?.Code == ErrorCode.NotFound, $"what {visitor.User} does not see was answered {verdict}");
            Must(JsonNode.DeepEquals(before, _court), "an op on what is not to be seen changed something");
        }
    }

    private async Task CheckAllAsync()
    {
        JsonNode before = _court;
        await LookAsync();
        foreach (CourtVisitor visitor in _visitors)
        {
            visitor.Check(before, _court, Must);
        }
    }

    private async Task LookAsync() => _court = NaiveReplica.Parse(Encoding.UTF8.GetString((await _host.ReadAsync(_address)).Utf8.Span));

    /// <summary>A text that stands nowhere else.</summary>
    private string Marker() => $"mark{++_marker:d4}";

    private static void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
