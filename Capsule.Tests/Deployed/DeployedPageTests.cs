using Capsule.Tests.Client;
using Capsule.Tests.Hosts.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Deployed;

/// <summary>What becomes of pages that are open during a deploy? The real client, in Node, with the mirrors that the former server served.</summary>
[Parallelizable]
internal sealed class DeployedPageTests
{
    [Test]
    public Task One_of_a_compatible_past_goes_on_and_passes_over_what_it_does_not_know() => RunAsync("compatible.mjs");

    [Test]
    public Task One_that_cannot_go_on_is_told_to_load_again() => RunAsync("incompatible.mjs");

    private static async Task RunAsync(string script)
    {
        var store = new MemoryStore();
        await using Server before = await Server.StartAsync(roots: capsule => capsule
            .UseStore(store)
            .AddRoot<Before.Club>(root => root.CreateOnJoin = true)
            .AddRoot<Before.Guild>(root => root.CreateOnJoin = true)
            .AddRoot<Before.Scrapbook>(root => root.CreateOnJoin = true));
        await using Server after = await Server.StartAsync(roots: capsule => capsule
            .UseStore(store)
            .AddRoot<After.Club>()
            .AddRoot<After.Society>()
            .AddRoot<After.Scrapbook>());

        await NodeScript.RunAsync(Path.Combine("Deployed", script), before.Origin, after.Origin);
    }
}
