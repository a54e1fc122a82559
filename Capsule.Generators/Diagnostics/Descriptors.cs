using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Everything that the generator can object to. Each has a page in docs/diagnostics.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Create(
        "CAP0001", "A model must be partial", "'{0}' is a model, and the other half of it is generated: write 'partial class {0}'");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Create(
        "CAP0002", "A type around a model must be partial", "'{0}' contains the model '{1}', so it must be partial too: write 'partial' before '{0}', or move the model out");

    public static readonly DiagnosticDescriptor NotAPlainClass = Create(
        "CAP0003", "A model is a plain class", "'{0}' is {1}, and a model has an identity and changes over time: write 'public partial class {0}'");

    public static readonly DiagnosticDescriptor Generic = Create(
        "CAP0004", "A model cannot be generic", "'{0}' has type parameters, its own or those around it, but a model has one name and one shape on the wire: write a class for each type argument");

    public static readonly DiagnosticDescriptor OtherBaseClass = Create(
        "CAP0005", "A model derives from models only", "'{0}' derives from '{1}', which is no model, but all above a model has to be tracked as well: make '{1}' a [CapsuleModel], or remove the base class and share code through an interface or a child model");

    public static readonly DiagnosticDescriptor NoConstructor = Create(
        "CAP0006", "A model needs a constructor without parameters", "'{0}' has no public or internal constructor without parameters, so it cannot be made from what comes over the wire: add one");

    public static readonly DiagnosticDescriptor PropertyNotPartial = Create(
        "CAP0007", "A property of a model must be partial to be tracked", "'{0}' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server");

    public static readonly DiagnosticDescriptor UnsupportedType = Create(
        "CAP0008", "The type cannot go over the wire", "'{0}' cannot be an attribute of type '{1}': {2}");

    public static readonly DiagnosticDescriptor AttributeShape = Create(
        "CAP0009", "An attribute is an instance property with a getter and a setter", "'{0}' cannot be an attribute, because it {1}");

    public static readonly DiagnosticDescriptor CollectionShape = Create(
        "CAP0010", "A child collection is a ModelCollection with a getter only", "'{0}' cannot be a child collection, because it {1}: write 'public partial ModelCollection<TModel> {0} {{ get; }}' with a model as TModel");

    public static readonly DiagnosticDescriptor ChildShape = Create(
        "CAP0011", "A child model is another model", "'{0}' cannot be a child model, because it {1}");

    public static readonly DiagnosticDescriptor TooManyAttributes = Create(
        "CAP0012", "A model has at most 63 attributes", "'{0}' is attribute {1} of '{2}', and a model has at most 63: move some of them to a child model");

    public static readonly DiagnosticDescriptor UnsuitableEnum = Create(
        "CAP0013", "The enum's values have no names of their own", "'{0}' cannot have the enum '{1}' as its type, because {2}");

    public static readonly DiagnosticDescriptor Contradiction = Create(
        "CAP0014", "Annotations contradict each other", "'{0}' is annotated with both [{1}] and [{2}]: {3}");

    public static readonly DiagnosticDescriptor BadWireName = Create(
        "CAP0015", "The name cannot go over the wire", "'{0}' is no name on the wire: it must be a letter, then letters, digits or '_', as in C# and TypeScript");

    public static readonly DiagnosticDescriptor ReservedWireName = Create(
        "CAP0016", "The name is reserved", "'{0}' is reserved on the wire or in the mirror: {1}");

    public static readonly DiagnosticDescriptor HidesRuntimeMember = Create(
        "CAP0017", "The member hides one that every model has", "'{0}' would hide a member that every model has by this name: rename it");

    public static readonly DiagnosticDescriptor DuplicateWireName = Create(
        "CAP0018", "Two members have one name on the wire", "'{0}' has the name '{1}' on the wire, and so has '{2}': rename one{3}");

    public static readonly DiagnosticDescriptor DuplicateModelName = Create(
        "CAP0019",
        "Two models have one name",
        "The mirror of '{0}' would declare '{1}', and so would that of '{2}': give one of them another name, as in [CapsuleModel(\"otherName\")]",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MethodShape = Create(
        "CAP0020", "The method cannot be called over the wire", "'{0}' cannot be exposed, because it {1}");

    public static readonly DiagnosticDescriptor MethodType = Create(
        "CAP0021", "The argument or result cannot go over the wire", "'{0}' cannot be exposed, because {1} has the type '{2}': {3}");

    public static readonly DiagnosticDescriptor NoInitialValue = Create(
        "CAP0022", "The attribute has nothing to start with", "'{0}' has the type '{1}', which has no empty value, and nothing stands beside the property: write '= …;' after it, or make it nullable");

    public static readonly DiagnosticDescriptor RecordsOfOneName = Create(
        "CAP0023", "Two records of a model have one name", "'{0}' has the record '{1}', and '{2}' has '{3}': both are '{4}' in the mirror, so rename one");

    public static readonly DiagnosticDescriptor RevealingResult = Warn(
        "CAP0024", "A result reveals what is [ServerOnly]", "'{0}' gives '{1}' to every client that may call it, and '{1}' is [ServerOnly]: return something else, or let servers alone call the method, with [ServerCallable]");

    public static readonly DiagnosticDescriptor NoRuleToAsk = Create(
        "CAP0025", "[VisibleTo] names nothing that can be asked", "Who sees '{0}' is not said, because {1}");

    public static readonly DiagnosticDescriptor RuleReadsElsewhere = Warn(
        "CAP0026", "A rule of seeing reads what it must not", "'{0}' {1}, and is not asked again when that changes: decide by the model's own attributes and child models, by what is above it and by the user; or call InvalidateVisibility where it changes, and silence this");

    public static readonly DiagnosticDescriptor NarrowerDependency = Warn(
        "CAP0027", "A computed value reads what not everyone sees", "'{0}' is computed in the browser too, where '{1}' is not there for everyone, because {2}: write [Computed(OnServer = true)], with a [VisibleTo] of its own unless all may know what it comes to, or show '{1}' to all who see '{0}'");

    public static readonly DiagnosticDescriptor NobodyDecided = Warn(
        "CAP0028", "Nobody has decided who may see and use the member", "'{0}' is not in the access report '{1}', so nobody has looked at who may see and use it: run 'dotnet build -t:CapsuleAccess', and check in what it says");

    public static readonly DiagnosticDescriptor CallableByNobody = Warn(
        "CAP0029",
        "No client may ever call it",
        "'{0}' is [Exposed], but neither '{1}' nor any model that it can stand below overrides CanEdit, nor '{1}' CanCall, so every client is refused: override one of them, or write [ServerCallable]",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SessionOwnedShape = Create(
        "CAP0030", "What belongs to a session is an item of a collection", "'{0}' is [SessionOwned], but no [ChildCollection]: sessions own what they add to collections, so write it on the collection");

    public static readonly DiagnosticDescriptor BroadcastShape = Create(
        "CAP0031", "A broadcast is a partial method without a body", "'{0}' cannot be a [Broadcast], because it {1}");

    public static readonly DiagnosticDescriptor BroadcastType = Create(
        "CAP0032", "What a broadcast tells cannot go over the wire", "'{0}' cannot tell '{1}', which has the type '{2}': {3}");

    public static readonly DiagnosticDescriptor RuleDoesNotApply = Create(
        "CAP0033", "The validation rule does not apply to the type", "[{1}] cannot check '{0}', because it checks {2}: remove it, or change the type");

    public static readonly DiagnosticDescriptor InvalidPattern = Create(
        "CAP0034", "The regular expression is not valid", "The regular expression of [{1}] on '{0}' is not valid. {2}");

    public static readonly DiagnosticDescriptor ImpossibleBounds = Create(
        "CAP0035", "No value can keep the rule", "[{1}] on '{0}' cannot be kept: {2}");

    public static readonly DiagnosticDescriptor BrokenMessage = Create(
        "CAP0036", "The message of the rule cannot be formatted", "The message of [{1}] on '{0}' cannot be formatted: {2}");

    public static readonly DiagnosticDescriptor RadioType = Create(
        "CAP0037", "A radio is a bool", "'{0}' cannot be a [Radio] of type '{1}': it is true or false, so make it a 'bool'");

    public static readonly DiagnosticDescriptor RadioNowhere = Create(
        "CAP0038", "A radio belongs to the items of a collection", "'{0}' is a [Radio], but no collection holds a '{1}': add a [ChildCollection] of it to a model, or remove the annotation", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor OutsideSubset = Create(
        "CAP0039", "The expression cannot be computed in the browser", "'{0}' is [Computed], but {1}: {2}");

    public static readonly DiagnosticDescriptor ComputedShape = Create(
        "CAP0040", "A computed value is a getter of one expression", "'{0}' cannot be computed, because it {1}: write 'public … {0} => …;'");

    public static readonly DiagnosticDescriptor ComputedType = Create(
        "CAP0041", "The computed value cannot go over the wire", "'{0}' cannot be computed as '{1}', because the mirror has no such type: {2}");

    public static readonly DiagnosticDescriptor ComputedReveals = Create(
        "CAP0042", "A computed value reveals what clients must not know", "'{0}' is computed in the browser too, so it cannot read '{1}', which is [ServerOnly]: make '{1}' visible, or write [Computed(OnServer = true)], with which clients get what '{0}' comes to");

    public static readonly DiagnosticDescriptor ComputedCircle = Create(
        "CAP0043", "A computed value depends on itself", "'{0}' is computed from itself, so reading it would never end: compute one of the values in between from attributes");

    public static readonly DiagnosticDescriptor ReferenceShape = Create(
        "CAP0047", "A reference points at a model, or at nothing", "'{0}' cannot be a [Reference], because it {1}");

    public static readonly DiagnosticDescriptor ReferenceNowhere = Create(
        "CAP0048",
        "No tree holds what is referred to",
        "'{0}' refers to a '{1}', but no tree can hold both a '{2}' and a '{1}': add a [ChildCollection] or [ChildModel] of it to a model that is above '{2}', or keep its id in a Guid",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MemberGone = Create(
        "CAP0050", "A member that is stored or deployed is gone", "'{0}' no longer has the {1} '{2}', which stored data and deployed clients have: put it back, write [Renamed(\"{2}\")] on what it has become, or, to give it up, build once with -p:CapsuleAcceptSchema=true");

    public static readonly DiagnosticDescriptor MemberReplaced = Create(
        "CAP0051", "A member seems to be renamed", "'{0}' is new and '{1}' is gone, which stored data and deployed clients have: if it is the same, write [Renamed(\"{1}\")]{2}; if it is not, build once with -p:CapsuleAcceptSchema=true");

    public static readonly DiagnosticDescriptor MemberRetyped = Create(
        "CAP0052", "The type is another than what is stored or deployed", "'{0}' was '{1}' and is '{2}', which stored data and deployed clients do not fit: change it back, add another {3} for the new type, or build once with -p:CapsuleAcceptSchema=true");

    public static readonly DiagnosticDescriptor MemberNarrowed = Create(
        "CAP0053", "A member takes less than what is stored or deployed", "'{0}' {1}, or build once with -p:CapsuleAcceptSchema=true");

    public static readonly DiagnosticDescriptor ModelGone = Create(
        "CAP0054",
        "A model that is stored or deployed is gone",
        "There is no model '{0}' any more, which stored data and deployed clients have: put it back, write [Renamed(\"{0}\")] on the class that it has become, or, to give it up, build once with -p:CapsuleAcceptSchema=true",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnreadableLedger = Create(
        "CAP0055", "The schema ledger cannot be read", "{0} Put the schema ledger right; where a merge has left its marks, keep the lines of both sides");

    public static readonly DiagnosticDescriptor SameNumber = Create(
        "CAP0056", "Two members have one number", "'{0}' of '{1}' has the number {2}, and so has '{3}': remove the number of the one that is not deployed yet, and the next build gives it {4}");

    public static readonly DiagnosticDescriptor RenamedFromNothing = Create(
        "CAP0057", "[Renamed] names nothing that was", "'{0}' cannot have been '{1}': {2}");

    public static readonly DiagnosticDescriptor ForgottenName = Create(
        "CAP0058", "A former name is forgotten", "'{0}' was '{1}' before, and stored data may still call it so: write [Renamed(\"{1}\")], or, if there are none, build once with -p:CapsuleAcceptSchema=true");

    public static readonly DiagnosticDescriptor BaseElsewhere = Create(
        "CAP0060", "A model derives from models of its own project", "'{0}' derives from '{1}' of '{2}', whose collections cannot know of it: derive it there, or let a child model hold what both share");

    public static readonly DiagnosticDescriptor AbstractChild = Create(
        "CAP0061", "A child of an abstract model may be none", "'{0}' has the abstract type '{1}', of which there is nothing to begin with: write 'public partial {1}? {0} {{ get; set; }}'");

    public static readonly DiagnosticDescriptor UntrackedState = Warn(
        "CAP0063", "A model keeps something that is not tracked", "'{0}' {1}, but nobody is told, no turn takes it back, and it is gone when the tree is loaded again: make it a partial property, with [ServerOnly] if clients must not see it");

    public static readonly DiagnosticDescriptor WaitingRule = Warn(
        "CAP0064", "A rule waits for something", "'{0}' {1}: it is asked in a turn, and all who use the tree wait for the answer; decide by attributes, parents and the user alone");

    public static readonly DiagnosticDescriptor EditableByNobody = Warn(
        "CAP0065", "No client may ever edit it", "'{0}' is [ClientEditable], but neither '{1}' nor any model that it can stand below overrides CanEdit, so every client is refused: override it in the root, or remove the annotation",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EmptyRequirement = Create(
        "CAP0066", "Roles or a policy without a name", "The {2} of [{1}] on '{0}' names nothing, so it would ask for nothing: name what a user needs, or leave {2} out");

    private static DiagnosticDescriptor Create(string id, string title, string message, params string[] tags) =>
        Create(id, title, message, DiagnosticSeverity.Error, tags);

    private static DiagnosticDescriptor Warn(string id, string title, string message, params string[] tags) =>
        Create(id, title, message, DiagnosticSeverity.Warning, tags);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, string[] tags) => new(
        id,
        title,
        message,
        "Capsule",
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/diagnostics/{id}.md",
        customTags: tags);
}
