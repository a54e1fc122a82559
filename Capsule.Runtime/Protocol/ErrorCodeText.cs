namespace Capsule.Protocol;

/// <summary>How an <see cref="ErrorCode"/> is written on the wire, and with which code a WebSocket closes for it.</summary>
/// <remarks>Pure functions; safe to call from any thread.</remarks>
public static class ErrorCodeText
{
    private static readonly (ErrorCode Code, string Text, int? Close)[] Table =
    [
        (ErrorCode.Forbidden, "forbidden", 4003),
        (ErrorCode.NotFound, "notFound", 4004),
        (ErrorCode.Invalid, "invalid", null),
        (ErrorCode.Conflict, "conflict", null),
        (ErrorCode.Failed, "failed", null),
        (ErrorCode.TooLarge, "tooLarge", null),
        (ErrorCode.Gap, "gap", null),
        (ErrorCode.RateLimited, "rateLimited", 4029),
        (ErrorCode.NotReady, "notReady", null),
        (ErrorCode.Busy, "busy", null),
        (ErrorCode.Unauthenticated, "unauthenticated", 4001),
        (ErrorCode.Expired, "expired", 4008),
        (ErrorCode.Superseded, "superseded", 4009),
        (ErrorCode.Schema, "schema", 4010),
        (ErrorCode.Closing, "closing", 4030),
    ];

    /// <summary>The code's text on the wire, such as <c>notFound</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public static string ToWireText(this ErrorCode code) => Row(code).Text;

    /// <summary>The WebSocket close code (4000 to 4999) of a session that ends for this reason; null where a session never ends for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public static int? ToCloseCode(this ErrorCode code) => Row(code).Close;

    /// <summary>Reads a code's text, letter for letter; false if no code is called so.</summary>
    public static bool TryParse(string text, out ErrorCode code)
    {
        int row = Array.FindIndex(Table, row => row.Text == text);
        code = row < 0 ? default : Table[row].Code;
        return row >= 0;
    }

    // The table stands in the enum's order, which a test holds.
    private static (ErrorCode Code, string Text, int? Close) Row(ErrorCode code) =>
        (uint)code < (uint)Table.Length
            ? Table[(int)code]
            : throw new ArgumentOutOfRangeException(nameof(code), code, "This is no error code: use a member of ErrorCode.");
}
