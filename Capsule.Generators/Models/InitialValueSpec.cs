namespace Capsule.Generators.Models;

/// <summary>A value that a new model has.</summary>
/// <param name="Text">A text, or the token of JSON for anything else; empty for a list.</param>
/// <param name="IsText">Whether it is a text.</param>
/// <param name="Items">What a list begins with; null where it is none.</param>
internal sealed record InitialValueSpec(string Text, bool IsText = false, EquatableArray<InitialValueSpec>? Items = null);
