namespace Capsule.Snapshots;

/// <summary>Where the data of an import come from, which decides what they may do.</summary>
internal enum MportSource
{
    /// <summary>The application's own: known ids are updated, others added.</summary>
    Merging,

    /// <summary>The application's own: collections become what the data say.</summary>
    Replacing,

    /// <summary>An add event of another copy of the tree: all ids must be new.</summary>
    Replica,

    /// <summary>A client's add: all ids must be new, and all attributes the client's to set.</summary>
    Client,
}
