using Capsule.AspNetCore.Identity;
using Microsoft.AspNetCore.Http;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>Pages of which origin may connect?</summary>
[Parallelizable]
internal sealed class OriginTests
{
    [TestCase("https", "example.com", "https://example.com")]
    [TestCase("https", "example.com", "https://EXAMPLE.com")]
    [TestCase("https", "example.com:443", "https://example.com")]
    [TestCase("http", "example.com:8080", "http://example.com:8080")]
    [TestCase("http", "[::1]:5000", "http://[::1]:5000")]
    [TestCase("https", "example.com", "https://app.example.org")]
    [TestCase("https", "example.com", "capacitor://localhost")]
    public void These(string scheme, string host, string origin) => Assert.That(IsAllowed(scheme, host, origin), Is.True);

    [TestCase("https", "example.com", "http://example.com", Description = "another scheme")]
    [TestCase("https", "example.com", "https://example.com:8443", Description = "another port")]
    [TestCase("https", "example.com", "https://example.com.evil.org")]
    [TestCase("https", "example.com", "https://evil.org/https://example.com")]
    [TestCase("https", "example.com", "https://example.com@evil.org")]
    [TestCase("https", "example.com", "https://user@example.com")]
    [TestCase("https", "example.com", "https://sub.app.example.org")]
    [TestCase("https", "example.com", "null")]
    [TestCase("https", "example.com", "")]
    [TestCase("https", "example.com", "*")]
    public void Not_these(string scheme, string host, string origin) => Assert.That(IsAllowed(scheme, host, origin), Is.False);

    [Test]
    public void Two_origins_are_none()
    {
        HttpRequest request = Request("https", "example.com");
        request.Headers.Origin = new(["https://example.com", "https://example.com"]);

        Assert.That(Origins.IsAllowed(request, []), Is.False);
    }

    [Test]
    public void Without_the_header_it_is_no_page()
    {
        HttpRequest request = Request("https", "example.com");

        Assert.That(Origins.IsAbsent(request), Is.True);
        Assert.That(Origins.IsAllowed(request, []), Is.True);
    }

    private static bool IsAllowed(string scheme, string host, string origin)
    {
        HttpRequest request = Request(scheme, host);
        request.Headers.Origin = new([origin]);
        return Origins.IsAllowed(request, ["https://app.example.org/", "capacitor://localhost"]);
    }

    private static HttpRequest Request(string scheme, string host)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Scheme = scheme;
        request.Host = new HostString(host);
        return request;
    }
}
