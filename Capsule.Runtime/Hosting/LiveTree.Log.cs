using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

internal sealed partial class LiveTree
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Tree} ended: its own work threw. It is loaded again when needed")]
    private partial void LogBroken(Exception exception, TreeAddress tree);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Tree} ended: the store did not take a turn. It is loaded again when needed")]
    private partial void LogAppendFailed(Exception exception, TreeAddress tree);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "{Tree}: {Op} of {User} threw; the turn was undone")]
    private partial void LogThrew(Exception exception, TreeAddress tree, string op, string user);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "{Tree}: {Handler} threw; the tree goes on, and if it was a turn, what it did was undone")]
    private partial void LogHandlerThrew(Exception exception, TreeAddress tree, string handler);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "{Tree}: the store did not take a snapshot; the journal goes on growing until it takes one")]
    private partial void LogSnapshotFailed(Exception exception, TreeAddress tree);

    [LoggerMessage(EventId = 6, Level = LogLevel.Error, Message = "{Tree}: {Method} of {User} threw, outside of any turn; what its own calls did stands")]
    private partial void LogAsyncCallThrew(Exception exception, TreeAddress tree, string method, string user);

    [LoggerMessage(EventId = 7, Level = LogLevel.Error, Message = "{Tree}: a service that a method took could not be let go of; what the method did stands")]
    private partial void LogScopeFailed(Exception exception, TreeAddress tree);

    [LoggerMessage(EventId = 9, Level = LogLevel.Error, Message = "{Tree}: {Method}, due {Due}, threw; what it did was undone, and it is not called again")]
    private partial void LogScheduledThrew(Exception exception, TreeAddress tree, string method, DateTimeOffset due);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "{Tree}: {Turn} took {Taken} ms; MaxTurnDuration is {Max} ms. Nothing else of the tree ran meanwhile")]
    private partial void LogSlowTurn(TreeAddress tree, string turn, double taken, double max);
}
