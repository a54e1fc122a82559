namespace Capsule.Generators.Ledger;

/// <summary>How a type differs from what it was, as far as values of the former are concerned.</summary>
internal enum TypeChange
{
    /// <summary>In nothing that a value could show.</summary>
    None,

    /// <summary>All former values are values still, and there may be more.</summary>
    Wider,

    /// <summary>But for null, all former values are values still.</summary>
    NullNoMore,

    /// <summary>Some former values are none any more.</summary>
    Narrower,

    /// <summary>It is another type.</summary>
    Other,
}
