namespace Capsule.Tests.Simulation.Storage;

/// <summary>How an append fails.</summary>
internal enum AppendFault
{
    /// <summary>Nothing was written.</summary>
    Lost,

    /// <summary>It was written, and nobody is told.</summary>
    Kept,
}
