namespace Capsule.Tests.Client;

public partial class Library
{
    /// <summary>Orders books, waits for them outside of any turn, and puts each on a shelf.</summary>
    [Exposed]
    public static async Task<long> Order(
        TreeHandle<Library> library, string title, int copies, [FromServices] BookTrade trade, CapsuleUser user, CancellationToken cancellation)
    {
        await trade.DeliverAsync(title, cancellation);
        for (int copy = 1; copy <= copies; copy++)
        {
            await library.Root.ReceiveAsync(title, user.Name!, cancellation);
        }

        return copies > 0 ? copies : throw new InvalidOperationException("The trade is closed to those who order nothing.");
    }

    [ServerCallable]
    public void Receive(string title, string orderedBy)
    {
        Shelves[0].Books.Add(new Book { Title = title, Provenance = orderedBy });
        Visits++;
    }

    /// <summary>Puts down what has arrived already.</summary>
    [Exposed]
    public string Collect(string title, [FromServices] BookTrade trade)
    {
        trade.Deliver(title);
        return Title = $"{title} collected";
    }
}
