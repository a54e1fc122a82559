namespace Capsule;

/// <summary>Frames for one client, as a message of the protocol: a JSON array in UTF-8. All subscribers of an audience get the same bytes, which
/// never change.</summary>
/// <param name="Message">The array.</param>
/// <param name="Verdicts">Those of the frames that must reach the client even when the rest is dropped because it fell behind, as an array;
/// empty if there are none.</param>
/// <param name="IsState">True if it begins with the whole state: what waits before it is no longer needed, verdicts aside.</param>
public readonly record struct Delivery(ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte> Verdicts = default, bool IsState = false);
