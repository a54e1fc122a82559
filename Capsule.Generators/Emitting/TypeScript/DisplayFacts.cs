using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>What a form builder is told beside kinds and rules.</summary>
internal static class DisplayFacts
{
    public static IEnumerable<string> Of(AttributeSpec attribute)
    {
        if (attribute.Label is { } label)
        {
            yield return $"label: {ScriptText.Of(label.Constant)}";
        }

        if (attribute.Display is { } display)
        {
            foreach ((string name, string? text) in new[] { ("description", display.Description), ("placeholder", display.Prompt), ("group", display.Group) })
            {
                if (text is not null)
                {
                    yield return $"{name}: {ScriptText.Of(text)}";
                }
            }

            if (display.Order is { } order)
            {
                yield return $"order: {order.ToString(CultureInfo.InvariantCulture)}";
            }
        }

        if (attribute.IsClientEditable && attribute.InitialValue is { } initial)
        {
            yield return $"initial: {Json(initial)}";
        }
    }

    private static string Json(InitialValueSpec value) =>
        value.Items is { } items ? $"[{string.Join(", ", items.Select(Json))}]"
        : value.IsText ? ScriptText.Of(value.Text)
        : value.Text;
}
