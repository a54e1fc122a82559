namespace Capsule.Generators.Ledger;

/// <summary>Where things stand in a ledger's text, for diagnostics about it.</summary>
internal sealed class LedgerPlaces
{
    private readonly Dictionary<string, (int Start, int End)> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Model, bool IsMethod, string Member), (int Start, int End)> _numbers = [];

    public void AddModel(JsonText name) => _models[name.Text] = (name.Start, name.End);

    public void AddNumber(string model, LedgerMember member, JsonValue number) => _numbers[(model, member.IsMethod, member.Name)] = (number.Start, number.End);

    /// <summary>The model's name.</summary>
    public (int Start, int End) OfModel(string model) => _models[model];

    /// <summary>The member's number.</summary>
    public (int Start, int End) OfNumber(string model, LedgerMember member) => _numbers[(model, member.IsMethod, member.Name)];
}
