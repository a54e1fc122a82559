using System.Text.Json;
using Capsule.Generators.Models;

namespace Capsule.Generators.Tests.Output;

/// <summary>Names on the wire are those of System.Text.Json.</summary>
public sealed class WireNameTests
{
    [TestCase("Title", "title")]
    [TestCase("URLValue", "urlValue")]
    [TestCase("URL", "url")]
    [TestCase("ID", "id")]
    [TestCase("IsOk", "isOk")]
    [TestCase("A", "a")]
    [TestCase("already", "already")]
    [TestCase("HTTP2Server", "httP2Server")]
    [TestCase("Über", "über")]
    [TestCase("A_B", "a_B")]
    public void A_name_is_camel_cased(string name, string expected) => Assert.That(WireName.FromName(name), Is.EqualTo(expected));

    [Test]
    public void Every_short_name_is_as_JsonNamingPolicy_has_it()
    {
        foreach (string name in Names("aAB1_", 6))
        {
            Assert.That(WireName.FromName(name), Is.EqualTo(JsonNamingPolicy.CamelCase.ConvertName(name)));
        }
    }

    private static IEnumerable<string> Names(string letters, int length) =>
        length == 0 ? [""] : Names(letters, length - 1).SelectMany(rest => letters.Select(letter => letter + rest).Append(rest)).Distinct();
}
