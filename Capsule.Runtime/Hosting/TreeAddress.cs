namespace Capsule;

/// <summary>Names one tree of all that a host keeps.</summary>
/// <param name="Tenant">Whose it is; empty where there is but one. It comes from the host, never from a client.</param>
/// <param name="Root">The wire name of the root's class.</param>
/// <param name="Key">Which tree of that class.</param>
public readonly record struct TreeAddress(string Tenant, string Root, string Key)
{
    /// <summary>The longest key.</summary>
    public const int MaxKeyLength = 128;

    /// <summary>True if a key has 1 to <see cref="MaxKeyLength"/> of the characters A–Z, a–z, 0–9, <c>.</c>, <c>_</c>, <c>~</c>, <c>-</c>, and is neither
    /// <c>.</c> nor <c>..</c>.</summary>
    public static bool IsKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length is > 0 and <= MaxKeyLength
            && key is not ("." or "..")
            && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '~' or '-');
    }

    /// <inheritdoc/>
    public override string ToString() => Tenant.Length == 0 ? $"{Root}/{Key}" : $"{Tenant}:{Root}/{Key}";
}
