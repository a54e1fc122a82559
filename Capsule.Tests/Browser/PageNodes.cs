using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>Remembers the very nodes of a page, to see later which of them are still in it, as what they were.</summary>
internal sealed class PageNodes(IPage page)
{
    /// <summary>The fields that take the place of a button while somebody writes in them are no part of the state.</summary>
    private const string All = ".page *:not(.new-card *, .new-lane *)";

    /// <summary>Which card or lane a node is part of; the place of a card in a lane goes with the card.</summary>
    private const string Owner = "node => (node.matches('.slot') ? node.firstElementChild : node.closest('.card, .lane'))?.dataset.id";

    public Task RememberAsync() => page.EvaluateAsync($$"""
        () => {
          window.ownerOf = {{Owner}};
          window.remembered = [...document.querySelectorAll("{{All}}")].map(node => ({ node, owner: window.ownerOf(node) }));
        }
        """);

    /// <summary>Those that are gone, or stand for something else now, by their tags and classes. How many were remembered is in it, so that none is no
    /// success.</summary>
    public Task<string[]> LostAsync() => page.EvaluateAsync<string[]>("""
        () => {
          if (window.remembered.length < 50) return ["too few were remembered"];
          return window.remembered
            .filter(({ node, owner }) => !node.isConnected || window.ownerOf(node) !== owner)
            .map(({ node }) => `${node.localName}.${node.className}`);
        }
        """);
}

/// <summary>Counts nodes.</summary>
internal static class CardNodes
{
    /// <summary>How many nodes a card has, with its place in the lane.</summary>
    public static Task<int> NodesAsync(this ILocator card) => card.EvaluateAsync<int>("card => card.closest('li').querySelectorAll('*').length + 1");
}
