using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Client;

/// <summary>The real client with the mirrors that are served to somebody who may see less than the user who joins.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class NarrowedMirrorTests
{
    [Test]
    public async Task A_page_with_fewer_names_joins_the_same_server_and_lives_with_what_it_does_not_know()
    {
        await using Server server = await NarrowedFileTests.ServeAsync();
        await NodeScript.RunAsync(Path.Combine("Client", "narrowed.mjs"), server.Origin);
    }
}
