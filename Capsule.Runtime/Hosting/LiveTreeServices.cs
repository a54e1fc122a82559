using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>What a live tree gets from its host.</summary>
/// <param name="Ended">Called on the tree's thread when the tree has ended and takes nothing more.</param>
internal sealed record LiveTreeServices(
    ICapsuleStore Store, InProcessHostOptions Options, TimeProvider Time, ILogger Logger, Action<LiveTree> Ended);
