using Capsule.Protocol;
using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore;

/// <summary>How Capsule is served. Read when the application starts.</summary>
public sealed class CapsuleOptions
{
    /// <summary>Origins, such as <c>https://app.example.com</c>, whose pages may connect besides the server's own. Default none. Behind a proxy the
    /// server knows its own only if ForwardedHeaders tells it.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Whose trees a request is about; the empty text where there is but one tenant, which is the default. Asked at each join, when the
    /// request's user is known.</summary>
    public Func<HttpContext, string> Tenant { get; set; } = static _ => "";

    /// <summary>The authentication scheme that reads a token sent with <c>join</c>. Default: <c>Bearer</c> or <c>BearerToken</c>, whichever is
    /// registered, else the application's default scheme.</summary>
    public string? TokenScheme { get; set; }

    /// <summary>Authorization policies that are tried when a signed-in user joins, and when their identity is looked at anew, so that rules can ask
    /// <see cref="CapsuleUser.Meets"/>. One that does not hold refuses nothing; one that is not registered fails the start. Those that models or
    /// <c>MapCapsule(…).RequireAuthorization(…)</c> name need not be here. Default none.</summary>
    public IList<string> Policies { get; } = [];

    /// <summary>The size of one message of a client, in bytes. A larger one closes the socket with 1009. Default 64 KiB.</summary>
    public int MaxMessageBytes { get; set; } = 64 * 1024;

    /// <summary>The ops of one turn. One with more is refused as <c>tooLarge</c>. Default 100.</summary>
    public int MaxOpsPerTurn { get; set; } = 100;

    /// <summary>The containers inside one another in one message. Deeper is refused as <c>tooLarge</c>. Default 128, a model taking four.</summary>
    public int MaxMessageDepth { get; set; } = 128;

    /// <summary>The turns that a client may have unanswered; one more is held as <c>busy</c>. Default 32.</summary>
    public int MaxTurnsInFlight { get; set; } = 32;

    /// <summary>The turns of one socket per second, on average; one more is held as <c>rateLimited</c>. Other messages count too, and one too many ends
    /// the session. Default 50.</summary>
    public int MaxTurnsPerSecond { get; set; } = 50;

    /// <summary>How many turns may come at once before <see cref="MaxTurnsPerSecond"/> holds them. Default 100.</summary>
    public int TurnBurst { get; set; } = 100;

    /// <summary>The sockets of one user; one more is ended as <c>rateLimited</c>. Of those who have not signed in: of one address, which behind a proxy is
    /// the client's only if ForwardedHeaders tells it. Default 128.</summary>
    public int MaxSocketsPerUser { get; set; } = 128;

    /// <summary>How much may wait for a subscriber, in bytes; beyond, its batches are dropped and it gets the state anew. Where what
    /// may not be dropped — verdicts — is more, the client is cut off. Default 1 MiB.</summary>
    public int MaxBacklogBytes { get; set; } = 1024 * 1024;

    /// <summary>How many messages may wait for a subscriber; beyond, as for <see cref="MaxBacklogBytes"/>. Default 1,000.</summary>
    public int MaxBacklogMessages { get; set; } = 1_000;

    /// <summary>How long a socket may stay without <c>join</c>. Default 10 seconds.</summary>
    public TimeSpan JoinTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how much silence a heartbeat is sent. Clients give up after 30 seconds. Default 15 seconds.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a WebSocket ping asks if the client is there, and how long its answer may take. Default 20 seconds.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a client may take to answer the end of a session before its socket is cut. Default 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The bounds of the trees.</summary>
    public InProcessHostOptions Trees { get; } = new();

    internal Limits Limits => new(MaxMessageBytes, MaxOpsPerTurn, MaxTurnsInFlight, MaxTurnsPerSecond);
}
