using Capsule.AspNetCore.Identity;
using Capsule.Internals;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore;

/// <summary>Finds options that make no sense when the application starts, and names them.</summary>
internal sealed class CapsuleOptionsValidation : IValidateOptions<CapsuleOptions>
{
    public ValidateOptionsResult Validate(string? name, CapsuleOptions options)
    {
        var failures = new List<string>();
        AtLeast(nameof(options.MaxMessageBytes), options.MaxMessageBytes, 1);
        AtLeast(nameof(options.MaxOpsPerTurn), options.MaxOpsPerTurn, 1);
        AtLeast(nameof(options.MaxMessageDepth), options.MaxMessageDepth, 3);
        AtLeast(nameof(options.MaxTurnsInFlight), options.MaxTurnsInFlight, 1);
        AtLeast($"{nameof(options.Trees)}.{nameof(options.Trees.MaxVerdictsPerClient)}", options.Trees.MaxVerdictsPerClient, options.MaxTurnsInFlight);
        AtLeast(nameof(options.MaxTurnsPerSecond), options.MaxTurnsPerSecond, 1);
        AtLeast(nameof(options.TurnBurst), options.TurnBurst, 1);
        AtLeast(nameof(options.MaxSocketsPerUser), options.MaxSocketsPerUser, 1);
        AtLeast(nameof(options.MaxBacklogBytes), options.MaxBacklogBytes, 1);
        AtLeast(nameof(options.MaxBacklogMessages), options.MaxBacklogMessages, 1);
        if (options.MaxMessageDepth > CapsuleJson.MaxDepth)
        {
            failures.Add($"{nameof(options.MaxMessageDepth)} is {options.MaxMessageDepth}: it has to be {CapsuleJson.MaxDepth} or less.");
        }

        Positive(nameof(options.JoinTimeout), options.JoinTimeout);
        Positive(nameof(options.HeartbeatInterval), options.HeartbeatInterval);
        Positive(nameof(options.PingInterval), options.PingInterval);
        Positive(nameof(options.CloseTimeout), options.CloseTimeout);
        failures.AddRange(options.AllowedOrigins
            .Where(origin => Origins.Normalise(origin) is null)
            .Select(origin => $"{nameof(options.AllowedOrigins)}: '{origin}' is no origin. Write scheme and host, and the port if it is not the scheme's own, such as 'https://app.example.com'."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void AtLeast(string option, int value, int least)
        {
            if (value < least)
            {
                failures.Add($"{option} is {value}: it has to be {least} or more.");
            }
        }

        void Positive(string option, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                failures.Add($"{option} is {value}: it has to be more than nothing and at most a day.");
            }
        }
    }
}
