using System.Diagnostics;
using System.Globalization;
using Capsule.Benchmarks.Wire;
using Capsule.Internals;

namespace Capsule.Benchmarks.Seeing;

/// <summary>A tree and those who watch it over sockets.</summary>
internal sealed class Crowd<TRoot> : IDisposable
    where TRoot : CapsuleModel, ICapsuleModel<TRoot>
{
    private readonly InProcessHost _host;
    private readonly TreeAddress _address;
    private readonly Process _readers;
    private long _seq;

    /// <param name="server">Serves the tree.</param>
    /// <param name="key">Names it.</param>
    /// <param name="users">Who watches, as <c>name:role</c>.</param>
    /// <param name="fill">Fills it.</param>
    public Crowd(TreeServer server, string key, IReadOnlyList<string> users, Action<TRoot> fill)
    {
        _host = server.Host;
        _address = new("", ModelType.Of<TRoot>().Name, key);
        Users = users.Count;
        _host.CreateAsync(_address).AsTask().GetAwaiter().GetResult();
        Turn(fill);
        _readers = OtherProcess.Start([Readers.Verb, $"{server.Address}/{_address.Root}/{key}", .. users]);
        Require("joined");
    }

    public int Users { get; }

    /// <summary>What came to all of them together in the last turn.</summary>
    public long Bytes { get; private set; }

    public void Turn(Action<TRoot> change)
    {
        _host.UpdateAsync(_address, root =>
        {
            change((TRoot)root);
            return 0;
        }).GetAwaiter().GetResult();
        _seq++;
    }

    /// <summary>Waits until everybody has had the last turn.</summary>
    public void Settle()
    {
        _readers.StandardInput.WriteLine(_seq.ToString(CultureInfo.InvariantCulture));
        Bytes = long.Parse(_readers.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _readers.StandardInput.Close();
        _readers.WaitForExit();
        _readers.Dispose();
    }

    private void Require(string line)
    {
        if (_readers.StandardOutput.ReadLine() != line)
        {
            throw new InvalidOperationException("The readers did not join.");
        }
    }
}
