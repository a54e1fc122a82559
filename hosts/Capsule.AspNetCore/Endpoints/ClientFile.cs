using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Capsule.AspNetCore.Endpoints;

/// <summary>One file for browsers. It is asked for again at each visit, and sent only when it changed.</summary>
/// <param name="name">Its name in the address.</param>
/// <param name="contentType">What it is.</param>
/// <param name="text">What is in it.</param>
/// <param name="isForSome">Whether others are sent another one under this name.</param>
internal sealed class ClientFile(string name, string contentType, string text, bool isForSome = false)
{
    /// <summary>The headers that say who asks.</summary>
    private static readonly string[] Who = [HeaderNames.Authorization, HeaderNames.Cookie, HeaderNames.Origin];

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8])}\"");

    public string Name { get; } = name;

    public async Task ServeAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        CapsuleGuests? guests = context.RequestServices.GetService<CapsuleGuests>();
        guests?.Identify(context);

        // A cache that others share would make all of them the same guest, or tell them what is for this one.
        response.Headers.CacheControl = guests is null && !isForSome ? "no-cache" : "private, no-cache";
        if (isForSome)
        {
            response.Headers.Append(HeaderNames.Vary, Who);
        }

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
