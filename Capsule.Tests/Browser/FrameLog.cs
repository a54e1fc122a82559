using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Browser;

/// <summary>What a page received through its socket, frame by frame.</summary>
internal sealed class FrameLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<Frame> _frames = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string message)
    {
        lock (_lock)
        {
            _frames.AddRange(FrameJson.ReadMessage(Encoding.UTF8.GetBytes(message)));
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Takes out the frames up to the first one like this, waiting for it; that one is not among them.</summary>
    public async Task<IReadOnlyList<Frame>> TakeUntilAsync(Predicate<Frame> isIt)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (_lock)
            {
                int index = _frames.FindIndex(isIt);
                if (index >= 0)
                {
                    List<Frame> before = _frames[..index];
                    _frames.RemoveRange(0, index + 1);
                    return before;
                }

                more = _more.Task;
            }

            await more.WaitAsync(patience.Token);
        }
    }
}
