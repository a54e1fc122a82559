using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary><c>[Display]</c> → what forms are told.</summary>
internal static class DisplayParser
{
    /// <summary>What it says beside the label; null where it says nothing.</summary>
    public static DisplaySpec? Parse(IPropertySymbol property) =>
        Annotated.Display(property) is { } display
        && new DisplaySpec(
            TextParser.OfDisplay(display, "Description"),
            TextParser.OfDisplay(display, "Prompt"),
            TextParser.OfDisplay(display, "GroupName"),
            display.Argument("Order") as int?) is var spec
        && spec != new DisplaySpec(null, null, null, null)
            ? spec
            : null;
}
