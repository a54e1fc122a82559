using System.Globalization;
using Capsule.Benchmarks.Domain;
using Capsule.Benchmarks.Measuring;
using Capsule.Benchmarks.Wire;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Benchmarks.Reconnect;

/// <summary>What a client gets that comes back to a tree of 10,000 models after it missed some changes, beside what one gets that has nothing: bytes on the wire, and the time until the last of them
/// is there.</summary>
internal sealed class ReconnectBenchmark : IDisposable
{
    private const int Rounds = 15;

    private readonly TreeServer _server = new(static roots => roots.AddRoot<Hall>());
    private readonly TreeAddress _tree = new("", ModelType.Of<Hall>().Name, "one");
    private readonly Random _random = new(11);
    private readonly Guid _client = Guid.NewGuid();
    private readonly InitialFrame _begin;
    private long _seq;

    private ReconnectBenchmark()
    {
        _server.Host.CreateAsync(_tree).AsTask().GetAwaiter().GetResult();
        Update(static hall => Boards.Plain().Lanes.Models.ForEach(lane => hall.Lanes.Add(Boards.Live(lane)))).GetAwaiter().GetResult();
        _begin = (InitialFrame)JoinAsync("").GetAwaiter().GetResult().First;
        _seq = _begin.Seq;
    }

    public static IEnumerable<Figure> Run()
    {
        using var benchmark = new ReconnectBenchmark();
        return [.. benchmark.Figures()];
    }

    public void Dispose() => _server.Dispose();

    private IEnumerable<Figure> Figures()
    {
        Change(100_000);
        Visit[] visits =
        [
            new(null, IsSettled: false),
            new(10, IsSettled: true) { MaxBytes = 0.001 },
            new(1_000, IsSettled: true) { MaxBytes = 0.05 },
            new(100_000, IsSettled: false) { MaxBytes = 1.05 },
        ];
        for (int round = -1; round < Rounds; round++)
        {
            foreach (Visit visit in visits)
            {
                if (!visit.IsSettled)
                {
                    // So many that the state is made anew for who needs it next.
                    Change(10_000);
                }

                (long bytes, double nanoseconds, Frame first) = JoinAsync(Since(visit.Missed)).GetAwaiter().GetResult();
                if (first is ResumedFrame != (visit.Missed < 10_000))
                {
                    throw new InvalidOperationException($"After {visit.Missed} missed changes came {first.GetType().Name}.");
                }

                if (round >= 0)
                {
                    visit.Bytes.Add(bytes);
                    visit.Nanoseconds.Add(nanoseconds);
                }
            }
        }

        const string Peer = "the whole state";
        foreach (Visit visit in visits.Skip(1))
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"a reconnect after {visit.Missed} missed changes");
            yield return new(what, Unit.Byte, new(what, visit.Bytes), [new(Peer, visits[0].Bytes)]) { MaxRatio = visit.MaxBytes };
            yield return new("its time", Unit.Millisecond, new(what, visit.Nanoseconds), [new(Peer, visits[0].Nanoseconds)]) { IsPaired = true };
        }
    }

    private string Since(int? missed) => missed is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $$""","since":{"epoch":"{{_begin.Epoch}}","seq":{{_seq - missed}},"view":"{{_begin.View}}"}""");

    private async Task<(long Bytes, double Nanoseconds, Frame First)> JoinAsync(string since)
    {
        using var socket = new RawSocket();
        await socket.ConnectAsync(new Uri($"{_server.Address}/{_tree.Root}/{_tree.Key}?user=one:none"));
        string join = RawSocket.Join(_client, since);
        TimeSpan start = Clock.Wall();
        await socket.SendAsync(join);
        int bytes = await socket.ReadMessageAsync();
        TimeSpan time = Clock.Wall() - start;
        return (bytes, time.TotalNanoseconds, FrameJson.ReadMessage(socket.Message)[0]);
    }

    /// <summary>So many turns that set a number of some card.</summary>
    private void Change(int count)
    {
        const int AtOnce = 500;
        for (int done = 0; done < count; done += AtOnce)
        {
            Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Update(hall =>
            {
                ModelCollection<Card> cards = hall.Lanes[_random.Next(hall.Lanes.Count)].Cards;
                cards[_random.Next(cards.Count)].Points++;
            }))).GetAwaiter().GetResult();
        }

        _seq += count;
    }

    private Task<int> Update(Action<Hall> change) => _server.Host.UpdateAsync(_tree, root =>
    {
        change((Hall)root);
        return 0;
    });
}
