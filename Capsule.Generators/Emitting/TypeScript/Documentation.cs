using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>Comments of C# → TSDoc.</summary>
internal static class Documentation
{
    /// <summary>Writes the summary of a comment, if it has one.</summary>
    public static void Emit(SourceWriter writer, ModelSpec model, string comment)
    {
        string[] lines = SummaryReader.Read(comment, name => LinkTo(model, name)).Replace("*/", "*\\/").Split('\n');
        if (lines is [var only])
        {
            if (only.Length > 0)
            {
                writer.Write($"/** {only} */");
            }

            return;
        }

        writer.Write("/**");
        foreach (string line in lines)
        {
            writer.Write(" * " + line);
        }

        writer.Write(" */");
    }

    /// <summary>What a reference of C# becomes: a member by its name on the wire, and nothing that only the server may know.</summary>
    private static string LinkTo(ModelSpec model, string name)
    {
        if (model.Attributes.FirstOrDefault(one => IsNamed(one.Property.Name, name)) is { } attribute)
        {
            return attribute.IsServerOnly ? "(server only)" : Link(attribute.WireName);
        }

        if (model.Methods.FirstOrDefault(one => IsNamed(one.Name, name)) is { } method)
        {
            return method.IsExposed ? $"`{method.WireName}`" : "(server only)";
        }

        string? wireName = model.Collections.FirstOrDefault(one => IsNamed(one.Property.Name, name))?.WireName
            ?? model.Children.FirstOrDefault(one => IsNamed(one.Property.Name, name))?.WireName
            ?? model.Computed.FirstOrDefault(one => IsNamed(one.Property.Name, name))?.WireName;
        return wireName is not null ? Link(wireName)
            : IsNamed(model.Name, name) ? $"{{@link {Mirror.NameOf(model)}}}"
            : $"{{@link {name}}}";

        string Link(string member) => $"{{@link {Mirror.NameOf(model)}.{member}}}";
    }

    private static bool IsNamed(string escaped, string name) => escaped.TrimStart('@') == name;
}
