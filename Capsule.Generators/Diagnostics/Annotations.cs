using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Annotations that cannot stand together.</summary>
internal static class Annotations
{
    private const string OneThing = "a property is one of the two";

    private const string NotReplaced = "what may be done below is said by the rules of the child itself";

    private static readonly (string First, string Second, string Reason)[] Contradictions =
    [
        (KnownNames.ClientEditable, KnownNames.ServerOnly, "a client cannot edit what it must not see"),
        (KnownNames.VisibleTo, KnownNames.ServerOnly, "what never leaves the server is visible to nobody"),
        (KnownNames.ChildCollection, KnownNames.ChildModel, OneThing),
        (KnownNames.ChildCollection, KnownNames.ClientEditable, NotReplaced),
        (KnownNames.ChildCollection, KnownNames.ServerOnly, NotReplaced),
        (KnownNames.ChildModel, KnownNames.ClientEditable, NotReplaced),
        (KnownNames.ChildModel, KnownNames.ServerOnly, NotReplaced),
        (KnownNames.ChildCollection, KnownNames.Immutable, NotReplaced),
        (KnownNames.ChildModel, KnownNames.Immutable, NotReplaced),
        (KnownNames.ChildCollection, KnownNames.Radio, OneThing),
        (KnownNames.ChildModel, KnownNames.Radio, OneThing),
        (KnownNames.ChildCollection, KnownNames.Reference, OneThing),
        (KnownNames.ChildModel, KnownNames.Reference, "a model stands in one place, and is referred to from others"),
        (KnownNames.Radio, KnownNames.Reference, "a radio is true or false"),
        (KnownNames.Radio, KnownNames.Immutable, "what another item takes over has to be set to false again"),
        (KnownNames.ChildModel, KnownNames.Transient, "a child model is stored with the model that it belongs to; mark what of it is not"),
        (KnownNames.Immutable, KnownNames.Transient, "what is set once would be lost for good when the tree is loaded again"),
    ];

    public static Diagnostic? Check(IPropertySymbol property)
    {
        foreach ((string first, string second, string reason) in Contradictions)
        {
            if (property.Has(first) && property.Has(second))
            {
                return Create(property, first, second, reason);
            }
        }

        return null;
    }

    /// <summary>What is computed in the browser cannot be kept from it.</summary>
    public static Diagnostic? CheckComputed(IPropertySymbol property) =>
        property.Has(KnownNames.VisibleTo) && !ModelMembers.IsOnServer(property)
            ? Create(property, KnownNames.Computed, KnownNames.VisibleTo, "every browser computes it from what it has; hide what it is computed from, or write [Computed(OnServer = true)]")
            : null;

    private static Diagnostic Create(IPropertySymbol property, string first, string second, string reason) =>
        Diagnostic.Create(Descriptors.Contradiction, Places.OfName(property), property.Name, Short(first), Short(second), reason);

    /// <summary>As it is written in brackets.</summary>
    public static string Short(string name) => name.Substring(0, name.Length - "Attribute".Length);
}
