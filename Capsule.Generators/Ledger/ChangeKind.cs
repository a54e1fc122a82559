namespace Capsule.Generators.Ledger;

/// <summary>What can happen to a member. Those from <see cref="Removed"/> on break something.</summary>
internal enum ChangeKind
{
    /// <summary>Neither stored data nor deployed clients are concerned.</summary>
    Harmless,

    /// <summary>Stored data are read as before; clients that know the former state have to load the new mirror.</summary>
    Reload,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is new, and one just like it is gone: a rename that nobody told of.</summary>
    Replaced,

    /// <summary>Its type is another.</summary>
    Retyped,

    /// <summary>It takes less than it did, or clients may do less with it.</summary>
    Narrowed,

    /// <summary>A name that it had is no longer told of.</summary>
    Forgotten,
}
