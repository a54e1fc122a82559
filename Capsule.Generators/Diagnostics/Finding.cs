using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>What a rule found.</summary>
/// <param name="Symbol">The class or member that the generator leaves out.</param>
/// <param name="Diagnostic">What the analyzer reports; null where C# itself reports.</param>
internal readonly record struct Finding(ISymbol Symbol, Diagnostic? Diagnostic);
