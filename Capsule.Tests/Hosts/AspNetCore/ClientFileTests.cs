using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Capsule.Internals;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What does a page without a toolchain get?</summary>
[Parallelizable]
internal sealed class ClientFileTests
{
    [TestCase("client.js", "text/javascript")]
    [TestCase("computed.js", "text/javascript")]
    [TestCase("offline.js", "text/javascript")]
    [TestCase("models.js", "text/javascript")]
    [TestCase("client.d.ts", "application/typescript")]
    [TestCase("models.d.ts", "application/typescript")]
    public async Task Each_file_is_sent_once_and_then_asked_for_again(string name, string type)
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        using HttpResponseMessage first = await http.GetAsync($"/capsule/{name}");
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue(type, "utf-8")));
        Assert.That(first.Headers.CacheControl!.NoCache, Is.True);
        Assert.That(await first.Content.ReadAsStringAsync(), Is.Not.Empty);

        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await http.GetAsync($"/capsule/{name}");
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("computed.js")]
    [TestCase("offline.js")]
    public async Task What_needs_the_client_imports_it_from_beside_it(string name)
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        string script = await http.GetStringAsync($"/capsule/{name}");

        Assert.That(script, Does.Match("""from ?"\./client\.js["]""").And.Not.Contain("capsule-client"));
    }

    [Test]
    public async Task The_head_of_a_file_has_its_length()
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        byte[] whole = await http.GetByteArrayAsync("/capsule/models.js");

        using var request = new HttpRequestMessage(HttpMethod.Head, "/capsule/models.js");
        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(whole.Length));
    }

    [Test]
    public async Task The_models_are_the_mirrors_of_what_is_served_in_the_order_of_their_names()
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        string script = await http.GetStringAsync("/capsule/models.js");
        string declarations = await http.GetStringAsync("/capsule/models.d.ts");

        CapsuleMirrorAttribute[] mirrors =
        [
            .. typeof(Hall).Assembly.GetCustomAttributes<CapsuleMirrorAttribute>()
                .Where(mirror => mirror.Name is "Hall" or "Seat" or "Vault").OrderBy(mirror => mirror.Name, StringComparer.Ordinal),
        ];
        Assert.That(mirrors, Has.Length.EqualTo(3));
        const string Import = "import * as capsule from \"./client.js\";\n\n";
        Assert.That(script, Is.EqualTo(Import + string.Join('\n', mirrors.Select(mirror => mirror.JavaScript))));
        Assert.That(declarations, Is.EqualTo(Import + string.Join('\n', mirrors.Select(mirror => mirror.Declarations))));
        Assert.That(script, Does.Not.Contain("secret"), "what is for the server only is in no file");
    }
}
