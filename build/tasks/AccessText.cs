using System.Text;

namespace Capsule.Build.Tasks;

/// <summary>The text of the access report, in Markdown. The analyzer of CAP0028 finds models and members in it by their names in backticks.</summary>
internal sealed class AccessText
{
    private const string Nothing = "–";
    private const string Everyone = "all who see it";
    private const string Server = "the server";

    private readonly AccessModels _models;
    private readonly StringBuilder _text = new();

    private AccessText(AccessModels models) => _models = models;

    public static string Compose(string assembly, AccessModels models)
    {
        AccessText text = new(models);
        text._text.Append($"""
            # Who may see and do what

            Written by `dotnet build -t:CapsuleAccess` from the models of {assembly}. To change it, change them, and write it again.

            Whoever does something has to see it, too. `CanEdit` and the like are rules: methods of the class that is named with them. Roles and policies are needed beside the rule.

            """.Replace("\r\n", "\n"));
        foreach (AccessType model in models.All) text.Append(model);
        return text._text.ToString();
    }

    private void Append(AccessType model)
    {
        AccessPlace[] places = [.. _models.Places(model)];
        _text.Append($"\n## {model.Name}\n\n`{model.FullName}` {Standing(model, places)}. Seen by {Readers(model, places.Length)}.\n");

        AccessMember[] members = [.. _models.Members(model)];
        if (members.Length == 0) return;

        _text.Append("\n| Member | Who sees it | Who sets it | Who calls or changes it |\n| --- | --- | --- | --- |\n");
        foreach (AccessMember member in members)
        {
            _text.Append($"| `{member.Name}` | {Cell(Seers(member))} | {Cell(Setters(model, member))} | {Cell(Doers(model, member))} |\n");
        }
    }

    private static string Standing(AccessType model, AccessPlace[] places)
    {
        string what = model.IsAbstract ? "is abstract, and " : "";
        return places.Length == 0 ? what + "is a root, or in no tree" : $"{what}stands in {Listed(places.Select(Place), "and")}";
    }

    private static string Place(AccessPlace place) => $"`{place.Owner.Name}.{place.Member.Name}`{(place.Member.IsNarrowed ? $" ({Seers(place.Member)})" : "")}";

    private string Readers(AccessType model, int places)
    {
        string those = places == 1 ? "that" : "those";
        return (_models.Rule(model, "CanRead"), places) switch
        {
            (null, 0) => "nobody: it has no `CanRead`",
            ({ } rule, 0) => Let(rule),
            (null, _) => $"all who see {those}",
            ({ } rule, _) => $"{Let(rule)}, of those who see {those}",
        };
    }

    private static string Let(AccessRule rule) => rule.Always is null ? $"those whom {rule} lets" : rule.ToString();

    private static string Seers(AccessMember member)
    {
        if (member.Kind == AccessKind.Method) return Nothing;
        if (member.IsServerOnly) return "nobody but the server";

        string[] needed = [.. new[] { member.SeenBy, member.SeeingRule is null ? "" : $"rule `{member.SeeingRule}`" }.Where(one => one.Length > 0)];
        return needed.Length == 0 || (member.Kind == AccessKind.Computed && !member.IsOnServer) ? Everyone : string.Join(" and ", needed);
    }

    private string Setters(AccessType model, AccessMember member) => member.Kind switch
    {
        AccessKind.Attribute when member is { IsForClients: true, IsServerOnly: false } => Decided(_models.Editing(model), member.DoneBy) + (member.IsImmutable ? ", once" : ""),
        AccessKind.Attribute => Server,
        AccessKind.Child when member.HasSetter => Server,
        AccessKind.Computed => member.IsOnServer ? "the server computes it" : "computed, in the browser too",
        _ => Nothing,
    };

    private string Doers(AccessType model, AccessMember member) => member.Kind switch
    {
        AccessKind.Method when member.IsForClients => Decided(_models.Rule(model, "CanCall") is { } rule ? [rule] : _models.Editing(model), member.DoneBy),
        AccessKind.Method => "servers alone",
        AccessKind.Collection => Changers(model, member),
        _ => Nothing,
    };

    /// <summary>What is decided by the same is told once.</summary>
    private string Changers(AccessType model, AccessMember collection)
    {
        (string Doing, string Who)[] all =
        [
            ("adds", Decided(_models.Changing(model, collection, "CanAdd"), collection.DoneBy)),
            ("moves", Decided(_models.Changing(model, collection, "CanMove"), collection.DoneBy)),
            ("removes", Decided(_models.Removing(model, collection), collection.DoneBy)),
        ];
        return string.Join("; ", all.GroupBy(one => one.Who).Select(group => $"{string.Join(", ", group.Select(one => one.Doing))}: {group.Key}"));
    }

    private static string Decided(IReadOnlyList<AccessRule> rules, string needed) => rules.Count == 0 ? "nobody (no rule)"
        : rules.All(rule => rule.Always == false) || needed.Length == 0 ? Listed(rules.Select(rule => rule.ToString()).OrderBy(rule => rule, StringComparer.Ordinal), "or")
        : $"{Listed(rules.Select(rule => rule.ToString()).OrderBy(rule => rule, StringComparer.Ordinal), "or")}, with {needed}";

    private static string Listed(IEnumerable<string> parts, string word)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Length - 1))} {word} {all[all.Length - 1]}";
    }

    /// <summary>What would end a cell of the table does not.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|");
}
