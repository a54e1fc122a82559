using System.Collections.Immutable;
using Capsule.Access.Seeing;

namespace Capsule;

public sealed partial class ModelType
{
    private readonly Lazy<bool> _hasRulesBelow;
    private readonly Lazy<Views> _views;

    /// <summary>Which of its rules say who sees what. For generated code.</summary>
    public SeeingRules Seeing { get; init; }

    /// <summary>The authorization policies that its members name, each once.</summary>
    public ImmutableArray<string> Policies =>
    [
        .. Requirements().Select(static one => one.Policy).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>One bit for each attribute that a rule shows or hides.</summary>
    internal ulong RuledAttributes { get; }

    /// <summary>Whether a rule shows or hides one of its collections or children.</summary>
    internal bool HasRuledPlaces { get; }

    /// <summary>Whether it has rules that are asked for each model.</summary>
    internal bool HasSeeingRules => Seeing.HasFlag(SeeingRules.CanRead) || RuledAttributes != 0 || HasRuledPlaces;

    /// <summary>Whether the rules of something below one of its models may read it.</summary>
    internal bool IsReadBelow => _hasRulesBelow.Value;

    /// <summary>What is said of who sees what in trees with this class of root.</summary>
    internal Views Views => _views.Value;

    private bool FindRulesBelow() => Reachable().Any(static type => type.HasSeeingRules && type.Seeing.HasFlag(SeeingRules.Above));

    private IEnumerable<Requirement> Requirements()
    {
        IEnumerable<Requirement?> all =
        [
            .. Attributes.SelectMany(static one => new[] { one.EditableBy, one.VisibleTo }),
            .. Collections.SelectMany(static one => new[] { one.EditableBy, one.VisibleTo }),
            .. Children.Select(static one => one.VisibleTo),
            .. Methods.Select(static one => one.CallableBy),
        ];
        return all.OfType<Requirement>();
    }
}
