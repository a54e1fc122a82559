
namespace Capsule.Tests.Client;

/// <summary>The real client, in Node, with the mirrors that the server serves, against the real server. Each test runs one script of this folder.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ClientTests
{
    /// <summary>CAPSULE_CLIENT_SEED runs the script again with the seed that it printed. What the clients choose follows from it; how they meet does not.</summary>
    [Test]
    public async Task Random_work_of_many_leaves_each_with_what_the_server_has()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("randomWork.mjs", server);
    }

    [Test]
    public async Task Values_far_out_go_and_come_back_unchanged()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("values.mjs", server);
    }

    [Test]
    public async Task What_was_under_way_when_the_sockets_were_cut_is_done_once()
    {
        var sockets = new OpenSockets();
        var store = new CuttingStore(sockets, every: 17, cuts: 12);
        await using LibraryServer server = await LibraryServer.StartAsync(sockets, store);
        await NodeScript.RunAsync("cutSockets.mjs", server);
        Assert.That(store.Cuts, Is.EqualTo(12));
    }

    [Test]
    public async Task Random_work_goes_on_over_sockets_that_are_cut()
    {
        var sockets = new OpenSockets();
        var store = new CuttingStore(sockets, every: 41, cuts: 12);
        await using LibraryServer server = await LibraryServer.StartAsync(sockets, store);
        await NodeScript.RunAsync("randomWork.mjs", server);
        Assert.That(store.Cuts, Is.EqualTo(12));
    }

    [Test]
    public async Task A_client_that_read_too_slowly_gets_the_state_anew_and_keeps_its_objects()
    {
        await using LibraryServer server = await LibraryServer.StartAsync(options: options =>
        {
            options.MaxBacklogMessages = 20;
            options.MaxBacklogBytes = 100_000_000;
        });
        await NodeScript.RunAsync("slowReader.mjs", server);
    }

    [Test]
    public async Task A_child_model_that_C_sharp_makes_is_there_with_its_model_at_once()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("childModels.mjs", server);
    }

    [Test]
    public async Task Calls_that_take_long_are_answered_at_their_end_and_hold_nobody_else_up()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("orders.mjs", server);
    }

    [Test]
    public async Task What_the_server_computes_comes_like_an_attribute()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("computedOnServer.mjs", server);
    }

    [Test]
    public async Task Each_end_of_a_session_is_an_error_with_its_code()
    {
        await using LibraryServer server = await LibraryServer.StartAsync();
        await NodeScript.RunAsync("ends.mjs", server);
    }
}
