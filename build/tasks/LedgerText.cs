using System.Text;

namespace Capsule.Build.Tasks;

/// <summary>The text of a ledger.</summary>
internal static class LedgerText
{
    private const string Indent = "    ";

    /// <summary>All models, each with the lines that the generator made for it.</summary>
    public static string Compose(IEnumerable<LedgerModel> models)
    {
        StringBuilder text = new("{\n  \"capsuleSchema\": 1,\n  \"models\": {");
        string separator = "\n";
        foreach (LedgerModel model in models.OrderBy(model => model.Name, StringComparer.Ordinal))
        {
            text.Append(separator).Append(Indent).Append(Normalize(model.Text).Replace("\n", "\n" + Indent));
            separator = ",\n";
        }

        return text.Append("\n  }\n}\n").ToString();
    }

    /// <summary>A checkout may have given the file the line ends of Windows; that is no change.</summary>
    public static string Normalize(string text) => text.Replace("\r\n", "\n");
}
