using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>Says at the start which classes of root nobody can ever join, because they have no rule of who may see them.</summary>
internal static partial class RootsWithoutReaders
{
    public static void Warn(ICapsuleHost host, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger("Capsule.Roots");
        foreach (ModelType type in host.Roots.Values.Select(root => root.Type).Where(HasNoRule))
        {
            LogNobody(logger, type.Name, type.ClrType.Name);
        }
    }

    /// <summary>Looks where the method is declared that a call would reach. Where the runtime cannot tell, nothing is said.</summary>
    private static bool HasNoRule(ModelType type) =>
        DiagnosticMethodInfo.Create(new Func<CapsuleUser, bool>(type.Create().CanRead))?.DeclaringTypeName == typeof(CapsuleModel).FullName;

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Nobody can join a '{Root}': {Class} does not say who may. "
        + "Write in it, for example: protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;")]
    private static partial void LogNobody(ILogger logger, string root, string @class);
}
