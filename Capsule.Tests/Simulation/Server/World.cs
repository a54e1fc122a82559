using System.Text.Json;
using Capsule.Tests.Simulation.Storage;
using Capsule.Tests.Simulation.Time;
using Capsule.Tests.Simulation.Wire;

namespace Capsule.Tests.Simulation;

/// <summary>One scenario's server side: a clock, a disk, and the process that runs now, if any. Its orders are arrays: a name, and what belongs to it.</summary>
internal sealed class World(WorldOptions options)
{
    private static readonly TreeAddress Tree = new("", "yard", "1");

    private readonly Dictionary<string, string[]> _roles = [];
    private Process? _process;

    public WorldOptions Options { get; } = options;

    public Timeline Timeline { get; } = new();

    public Disk Disk { get; } = new();

    public News News { get; } = new();

    public ErrorLog Log { get; } = new();

    /// <summary>What the last order answers with, as JSON.</summary>
    public string? Answer { get; private set; }

    public IReadOnlyList<string> RolesOf(string name) => _roles.GetValueOrDefault(name, []);

    public void Obey(JsonElement order)
    {
        Answer = null;
        switch (order[0].GetString())
        {
            case "roles":
                _roles[order[1].GetString()!] = [.. order[2].EnumerateArray().Select(static role => role.GetString()!)];
                if (_process is { IsStopping: false })
                {
                    _ = _process.Sessions.InvalidateUserAsync(order[1].GetString()!);
                }

                break;
            case "start":
                _process = new Process(this);
                _process.Start();
                break;
            case "stop":
                _process!.Stop();
                break;
            case "kill":
                _process!.Kill(order[1].GetInt32());
                _process = null;
                break;
            case "open":
                _process?.Open(order[1].GetInt32(), order[2].GetString()!, order[3].GetString()!);
                break;
            case "bytes":
                _process?.Bring(order[1].GetInt32(), order[2].GetBytesFromBase64());
                break;
            case "break":
                _process?.Break(order[1].GetInt32());
                break;
            case "block":
                _process?.Block(order[1].GetInt32(), order[2].GetBoolean());
                break;
            case "slow":
                _process!.Store.SlowerMs = order[1].GetDouble();
                break;
            case "fail":
                _process!.Store.Next = order[1].ValueKind == JsonValueKind.Null ? null : Enum.Parse<AppendFault>(order[1].GetString()!, ignoreCase: true);
                break;
            case "full":
                _process!.Store.RefusesSnapshots = order[1].GetBoolean();
                break;
            case "state":
                _ = ReadAsync(_process!.Host);
                break;
            case "journal":
                Answer = $"[{string.Join(',', Disk.Written.Select(Line))}]";
                break;
            default:
                throw new ArgumentException($"There is no order '{order[0]}'.");
        }
    }

    private async Task ReadAsync(ICapsuleHost host) => Answer = (await host.ReadAsync(Tree)).ToString();

    private static string Line(JournalEntry entry) =>
        $$"""{"position":{{entry.Position}},"user":{{JsonSerializer.Serialize(entry.User)}},"turn":{{Line(entry.Turn)}},"seq":{{entry.Seq?.ToString(null, null) ?? "null"}},"events":{{entry.Events}}}""";

    private static string Line(RecordedTurn? turn) => turn is null ? "null" : $$"""{"client":"{{turn.Client}}","number":{{turn.Number}},"verdict":{{turn.Verdict}}}""";
}
