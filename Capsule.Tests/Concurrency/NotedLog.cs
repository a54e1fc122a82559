using Microsoft.Extensions.Logging;

namespace Capsule.Tests.Concurrency;

/// <summary>The host's log, among the notes of a schedule.</summary>
internal sealed class NotedLog(World world) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        world.Note($"log: {formatter(state, exception)} {exception?.GetType().Name} {exception?.Message}");
        if (exception is NullReferenceException or InvalidOperationException)
        {
            world.Fail($"{formatter(state, exception)}: {exception}");
        }
    }

    public void Dispose()
    {
    }
}
