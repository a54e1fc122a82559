namespace Capsule.Access;

/// <summary>What a user asked for and was allowed, so that the same rule is asked again when it is taken back.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Model">The model that it was asked about.</param>
/// <param name="Member">Of an edit the attribute, of a call the method, by number.</param>
/// <param name="From">Of a move or a removal: the collection that the item left.</param>
/// <param name="To">Of a move: the collection that it went to.</param>
internal readonly record struct Asked(AskedKind Kind, ModelId Model, int Member = -1, ModelId From = default, ModelId To = default);
