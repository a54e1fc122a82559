using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>The translation of one body: what is in scope, and what was found on the way.</summary>
internal sealed class Translation(INamedTypeSymbol model)
{
    /// <summary>Names that a parameter must not hide.</summary>
    private static readonly string[] Taken =
    [
        "self", "computed", "capsule", "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null", "package",
        "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield",
    ];

    private readonly HashSet<string> _names = new(Taken, StringComparer.Ordinal);

    /// <summary>Parameters and pattern variables. An expression has no effects, so a variable of a pattern is what it was made from.</summary>
    public Dictionary<ISymbol, Script> Variables { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What <c>?.</c> was written behind, innermost last.</summary>
    public Stack<Script> Receivers { get; } = new();

    /// <summary>What the pattern at hand is asked of, innermost last.</summary>
    public Stack<Script> PatternInputs { get; } = new();

    /// <summary>The models whose classes are asked for.</summary>
    public List<TargetSpec> Asked { get; } = [];

    /// <summary>The members that are read, as <c>card.points</c>.</summary>
    public SortedSet<string> Dependencies { get; } = new(StringComparer.Ordinal);

    /// <summary>What somebody must have to see all the members that are read.</summary>
    public List<RequirementSpec> Requirements { get; } = [];

    /// <summary>The computed values that are read, with the place of each, and whether it is the model's own.</summary>
    public List<(IPropertySymbol Property, SyntaxNode Place, bool IsOwn)> Computed { get; } = [];

    /// <summary>What stands for where a model is: which models are above it.</summary>
    public const string AnyPlace = "*.parent";

    /// <summary>Whether a reference is followed, which can lead anywhere in the tree.</summary>
    public bool FollowsReference { get; set; }

    /// <summary>What stands for everything: nobody knows what is read.</summary>
    public const string Anything = "*";

    /// <summary>Whether the value stays on the server until it has been computed, so that it may be computed from what clients must not know.</summary>
    public bool ReadsSecrets { get; init; }

    /// <summary>Whether nothing that leads to other models has been read.</summary>
    public bool IsLocal { get; private set; } = true;

    /// <summary>Whether functions of <c>capsule-client/computed</c> are called.</summary>
    public bool UsesClient { get; private set; }

    public INamedTypeSymbol Model { get; } = model;

    public Script Of(IOperation operation) => Expressions.Of(this, operation);

    public string TextOf(IOperation operation) => Of(operation).Text;

    public Script Call(string function, params string[] arguments)
    {
        UsesClient = true;
        return Script.Call(function, arguments);
    }

    /// <summary>The classes of the mirrors of a model and of those that derive from it, which are then imported.</summary>
    public string MirrorsOf(ITypeSymbol type)
    {
        TargetSpec asked = TargetParser.Parse(type);
        int index = Asked.IndexOf(asked);
        if (index < 0)
        {
            index = Asked.Count;
            Asked.Add(asked);
        }

        return ComputedSpec.PlaceOf(index);
    }

    /// <summary>Notes that a member is read.</summary>
    public void Reads(IPropertySymbol property)
    {
        Dependencies.Add($"{WireNames.OfModel(property.ContainingType)}.{WireNames.OfMember(property)}");
        Needs(property);
        IsLocal &= !(ModelMembers.IsCollection(property) || ModelMembers.IsChild(property) || property.Has(KnownNames.Reference));
    }

    /// <summary>Notes who sees a member at all.</summary>
    public void Needs(IPropertySymbol property)
    {
        if (AccessParser.Visibility(property)?.Requirement is { } requirement && !Requirements.Contains(requirement))
        {
            Requirements.Add(requirement);
        }
    }

    /// <summary>Notes all that another body reads, which this one has the value of.</summary>
    public void ReadsAll(Translation other)
    {
        Dependencies.UnionWith(other.Dependencies);
        Requirements.AddRange(other.Requirements.Except(Requirements).ToArray());
        IsLocal &= other.IsLocal;
    }

    /// <summary>A name for a parameter that hides nothing.</summary>
    public string Free(string name)
    {
        string free = name;
        for (int number = 2; !_names.Add(free); number++)
        {
            free = $"{name}{number}";
        }

        return free;
    }

    public void Release(string name) => _names.Remove(name);

    /// <summary>An expression over what stands in a parameter, which is written out where that is short.</summary>
    public Script With(Script value, string name, Func<Script, Script> body)
    {
        if (value.IsPath)
        {
            return body(value);
        }

        string free = Free(name);
        string text = body(new(free)).Text;
        Release(free);
        return new($"(({free}) => {text})({value.Text})");
    }

    /// <summary>Null where the value is null, or else an expression over it.</summary>
    public Script Unless(Script value, string name, Func<Script, Script> body)
    {
        string free = Free(name);
        string text = body(new(free)).Text;
        Release(free);
        return text == free ? value : Call("chain", value.Text, $"({free}) => {text}");
    }

    /// <summary>A binary operation that is called with two values that are not null.</summary>
    public Script Lifted(string function, Script left, Script right, Func<Script, Script, Script> body)
    {
        string a = Free("a");
        string b = Free("b");
        string text = body(new(a), new(b)).Text;
        Release(a);
        Release(b);
        return Call(function, left.Text, right.Text, $"({a}, {b}) => {text}");
    }
}
