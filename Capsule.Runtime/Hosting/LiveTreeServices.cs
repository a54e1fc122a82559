using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>What a live tree gets from its host.</summary>
/// <param name="Host">The host itself, for methods that call it.</param>
/// <param name="Provider">The application's services; null where there are none.</param>
/// <param name="Ended">Called on the tree's thread when the tree has ended and the store has answered all that it asked.</param>
internal sealed record LiveTreeServices(
    ICapsuleHost Host,
    IServiceProvider? Provider,
    ICapsuleStore Store,
    InProcessHostOptions Options,
    TimeProvider Time,
    ILogger Logger,
    Action<LiveTree> Ended);
