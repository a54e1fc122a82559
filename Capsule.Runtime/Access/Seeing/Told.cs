namespace Capsule.Access.Seeing;

/// <summary>What an audience was told of one model's attributes.</summary>
internal struct Told
{
    /// <summary>Those that are there for the audience, as bits.</summary>
    public ulong Attributes;

    /// <summary>The turn in which the model came into sight; 0 where it is not.</summary>
    public int EnteredIn;
}
