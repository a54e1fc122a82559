namespace Capsule.Tests.Hosting;

/// <summary>Methods that take what is not on the wire.</summary>
public partial class Notebook
{
    /// <summary>Fetches lines and jots each down.</summary>
    [Exposed]
    public static async Task<IReadOnlyList<string>> Import(
        TreeHandle<Notebook> tree, ModelId id, string what, [FromServices] Courier courier, CapsuleUser user, CancellationToken cancellation)
    {
        string[] lines = (await courier.FetchAsync(what, cancellation)).Split(' ');
        foreach (string line in lines)
        {
            await tree.Model<Notebook>(id).JotAsync(line, cancellation);
        }

        return [.. lines, user.ToString()];
    }

    [ServerCallable]
    public static async ValueTask FetchForServersAsync(TreeHandle<Notebook> tree, [FromServices] Courier courier, CancellationToken cancellation) =>
        await tree.Root.JotAsync(await courier.FetchAsync("for servers", cancellation), cancellation);

    [Exposed]
    public static Task Misplaced(TreeHandle<Tally> tree) => Task.CompletedTask;

    [ServerCallable]
    public void Jot(string text) => Notes.Add(new Note { Text = text });

    /// <summary>Takes one service that must be there and one that need not.</summary>
    [Exposed]
    public bool Hire([FromServices] Courier courier, int number, [FromServices] IFormatProvider? format)
    {
        courier.Hire();
        Title = $"hired {number}";
        return format is not null;
    }
}
