using System.Net;
using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Attacks;

/// <summary>Names that mean something to JavaScript, where a model has none of them. What they do to a client is tested beside the client, in hostile.test.ts.</summary>
[Parallelizable]
internal sealed class NameAttackTests
{
    [TestCase("__proto__")]
    [TestCase("constructor")]
    [TestCase("prototype")]
    [TestCase("hasOwnProperty")]
    [TestCase("toString")]
    public async Task A_name_of_JavaScripts_own_is_no_attribute_no_child_and_no_method(string name)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Set(siege.Fortress, $$$"""{"{{{name}}}":{"polluted":true}}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Set(siege.Fortress, "{}", $$"""{"{{name}}":null}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Unset(siege.Fortress, name));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Increment(siege.Fortress, name));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Call(siege.Fortress, name));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Add(siege.Guards, $$$"""{"attrs":{"{{{name}}}":"x"}}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Add(siege.Guards, $$"""{"{{name}}":"x"}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Add(siege.Guards, $$$$"""{"attrs":{},"collections":{"{{{{name}}}}":{"models":[{}]}}}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Add(siege.Guards, $$$$"""{"attrs":{},"models":{"{{{{name}}}}":{}}}"""));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, $$$"""{"type":"{{{name}}}","attrs":{}}"""));
    }

    [Test]
    public async Task As_a_key_of_a_dictionary_it_is_data_like_any_other()
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.AppliedAsync(Ops.Set(siege.Fortress, """{"signs":{"__proto__":"a","constructor":"b"}}"""));

        Assert.That(
            await siege.Trees.UpdateAsync("42", fortress => fortress.Signs.OrderBy(sign => sign.Value).Select(sign => sign.Key).ToArray()),
            Is.EqualTo(["__proto__", "constructor"]));
    }

    [Test]
    public async Task As_the_key_of_a_tree_it_is_a_key_like_any_other_and_as_a_root_it_is_none()
    {
        await using Server server = await Siege.StartAsync();
        await using SocketClient key = await SocketClient.OpenAsync(server, "fortress/__proto__", await server.CookieAsync("mallory"));
        await using SocketClient root = await SocketClient.OpenAsync(server, "__proto__/42", await server.CookieAsync("mallory"));

        await key.JoinedAsync();
        await root.JoinAsync();

        await IdentityTests.EndsAsync(root, ErrorCode.NotFound, 4004);
    }

    [Test]
    public async Task No_file_is_served_under_such_a_name_or_outside_of_the_list()
    {
        await using Server server = await Siege.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        foreach (string path in (string[])["__proto__", "constructor.js", "..%2fclient.js", "%2e%2e%2fappsettings.json", "client.js%00", "models.js/.."])
        {
            using HttpResponseMessage response = await http.GetAsync($"/capsule/{path}");
            Assert.That(response.StatusCode, Is.Not.EqualTo(HttpStatusCode.OK), path);
        }
    }
}
