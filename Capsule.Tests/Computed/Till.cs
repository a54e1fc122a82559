namespace Capsule.Tests.Computed;

/// <summary>Values that the server computes: from an attribute of its own, from what is below, from what clients must not know, and by code that nothing is known of.</summary>
[CapsuleModel]
public partial class Till
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ServerOnly]
    public partial int Cost { get; set; }

    [ClientEditable]
    public partial int Step { get; set; } = 1;

    [ChildCollection]
    public partial ModelCollection<Receipt> Receipts { get; }

#pragma warning disable CAP0063 // What a test counts is no state of the till.
    internal int Headlines { get; private set; }
#pragma warning restore CAP0063

    [Computed(OnServer = true)]
    public int Total => Receipts.Sum(receipt => receipt.Amount);

    [Computed(OnServer = true)]
    public bool IsProfitable => Total > Cost;

    [Computed(OnServer = true)]
    public string Headline
    {
        get
        {
            string name = Name.Length == 0 ? "Till" : Name;
            Headlines++;
            return $"{name.ToUpper(System.Globalization.CultureInfo.InvariantCulture)}: {Receipts.Count}";
        }
    }

    [Computed(OnServer = true)]
    public int PerStep => Total / Step;

    [Computed(OnServer = true)]
    public Receipted? Largest => Receipts.Count == 0 ? null : new Receipted(Receipts.Max(receipt => receipt.Amount), "largest");

    /// <summary>Of a type without an empty value.</summary>
    [Computed(OnServer = true)]
    public Receipted Sum => new(Total, "sum");

    [Computed]
    public bool IsLarge => Total > 100;

    [Exposed]
    public int TotalWith(int amount)
    {
        Receipts.Add(new Receipt { Amount = amount });
        return Total;
    }

    protected override bool CanRead(CapsuleUser user) => true;

    protected override bool CanEdit(CapsuleUser user) => true;
}

public sealed record Receipted(int Amount, string Kind);

[CapsuleModel]
public partial class Receipt
{
    [ClientEditable]
    public partial int Amount { get; set; }

    [ClientEditable]
    public partial string Text { get; set; }

    [Computed(OnServer = true)]
    public int Percent => Parent is Till { Total: > 0 } till ? 100 * Amount / till.Total : 0;

    /// <summary>From its own attribute alone, by an expression.</summary>
    [Computed(OnServer = true)]
    public bool IsNamed => Text.Length > 0;

    [Computed(OnServer = true)]
    public string Label => Text.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("tr"));
}
