using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>One file for browsers. It is asked for again at each visit, and sent only when it changed.</summary>
internal sealed class ClientFile(string name, string contentType, string text)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8])}\"");

    public string Name { get; } = name;

    public async Task ServeAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        CapsuleGuests? guests = context.RequestServices.GetService<CapsuleGuests>();
        guests?.Identify(context);

        // A cache that others share would make all of them the same guest.
        response.Headers.CacheControl = guests is null ? "no-cache" : "private, no-cache";
        response.GetTypedHeaders().ETag = _tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(_tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = _bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(_bytes, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
