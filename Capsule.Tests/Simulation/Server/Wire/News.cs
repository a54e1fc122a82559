namespace Capsule.Tests.Simulation.Wire;

/// <summary>What the server's sockets said since the driver was last told.</summary>
internal sealed class News
{
    private readonly List<(int Socket, byte[]? Bytes)> _said = [];

    public bool IsEmpty => _said.Count == 0;

    /// <param name="bytes">Null: the server has let go of the socket.</param>
    public void Add(int socket, byte[]? bytes) => _said.Add((socket, bytes));

    public IReadOnlyList<(int Socket, byte[]? Bytes)> Take()
    {
        (int Socket, byte[]? Bytes)[] said = [.. _said];
        _said.Clear();
        return said;
    }
}
