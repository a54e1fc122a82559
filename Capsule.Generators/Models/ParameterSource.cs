namespace Capsule.Generators.Models;

/// <summary>Who fills a parameter of an exposed method.</summary>
internal enum ParameterSource
{
    /// <summary>Who calls: it is on the wire.</summary>
    Caller,

    /// <summary>The turn.</summary>
    Turn,

    /// <summary>The application's services.</summary>
    Services,

    /// <summary>The host, with the handle of the tree.</summary>
    Tree,

    /// <summary>The host, with the id of the model.</summary>
    Model,

    /// <summary>The host, with who asked.</summary>
    User,

    /// <summary>The host, with what says that nobody waits any more.</summary>
    Cancellation,
}
