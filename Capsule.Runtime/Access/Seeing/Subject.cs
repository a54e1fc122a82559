namespace Capsule.Access.Seeing;

/// <summary>A model of which a turn may have something to tell.</summary>
/// <param name="Model">The model.</param>
/// <param name="Differing">Its attributes that differ from before, as bits.</param>
/// <param name="IsAsked">Whether its rules are asked again.</param>
internal readonly record struct Subject(CapsuleModel Model, ulong Differing, bool IsAsked)
{
    /// <summary>Whether it has to be asked whether it is seen.</summary>
    public bool AsksRead { get; } = IsAsked && SeeingRule.DecidesRead(Model);

    /// <summary>Whether it has to be asked which of the places below it are seen.</summary>
    public bool AsksPlaces { get; } = IsAsked && Model.ModelType.HasRuledPlaces;
}
