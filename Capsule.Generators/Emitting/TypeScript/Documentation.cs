using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>Comments of C# → TSDoc.</summary>
internal static class Documentation
{
    /// <summary>Writes the summary of a comment, if it has one.</summary>
    public static void Emit(SourceWriter writer, ModelSpec model, string comment)
    {
        string[] lines = SummaryReader.Read(WithoutMarks(comment), name => LinkTo(model, name)).Replace("*/", "*\\/").Split('\n');
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

    /// <summary>What a reference of C# becomes: a member by its name on the wire, and nothing that only the server may know, or only others.</summary>
    private static string LinkTo(ModelSpec model, string name)
    {
        if (model.Attributes.FirstOrDefault(one => IsNamed(one.Property.Name, name)) is { } attribute)
        {
            return attribute.IsServerOnly ? "(server only)" : Link(attribute.WireName, model.LabelOf(attribute));
        }

        if (model.Methods.FirstOrDefault(one => IsNamed(one.Name, name)) is { } method)
        {
            return method.IsExposed ? Told($"`{method.WireName}`", model.LabelOf(method)) : "(server only)";
        }

        return model.Collections.FirstOrDefault(one => IsNamed(one.Property.Name, name)) is { } collection ? Link(collection.WireName, model.LabelOf(collection))
            : model.Children.FirstOrDefault(one => IsNamed(one.Property.Name, name)) is { } child ? Link(child.WireName, model.LabelOf(child))
            : model.Computed.FirstOrDefault(one => IsNamed(one.Property.Name, name)) is { } computed ? Link(computed.WireName, model.LabelOf(computed))
            : IsNamed(model.Name, name) ? $"{{@link {Mirror.NameOf(model)}}}"
            : $"{{@link {name}}}";

        string Link(string member, string label) => Told($"{{@link {Mirror.NameOf(model)}.{member}}}", label);
    }

    private static string Told(string link, string label) => Marks.Around(label, link) + Marks.Instead(label, "(not shown)");

    /// <summary>In a comment, letters that would be marks are spelled as HTML does.</summary>
    private static string WithoutMarks(string comment) => comment.Replace(Marks.Opening.ToString(), "&amp;#x27E6;").Replace(Marks.Closing.ToString(), "&amp;#x27E7;");

    private static bool IsNamed(string escaped, string name) => escaped.TrimStart('@') == name;
}
