#pragma warning disable CA1826, CA1827 // Each way to write it is here, not the best alone.

namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public string FrontTitle => Front.Title.Trim();

    [Computed] public int FrontHalf => Front.Half + Front.Pages;

    [Computed] public decimal CostAmount => Cost.Amount * 2;

    [Computed] public string CostText => $"{Cost.Currency} {MaybeCost?.Currency}";

    [Computed] public DateTimeOffset? CostPaid => Cost.PaidAt;

    [Computed] public string? BinderTitle => Ancestor<Binder>()?.Title;

    [Computed] public int BinderLimit => (Parent as Binder)?.Limit ?? -1;

    [Computed] public int BinderFolios => ((Binder)Parent!).Folios.Count;

    [Computed] public bool InFullBinder => Parent is Binder { IsFull: true } or null;

    [Computed] public bool HasParent => Parent != null && Parent.Parent is null;

    [Computed] public bool IsFirstFolio => Ancestor<Binder>()!.Folios[0] == this;

    [Computed] public bool Doubled => IsStuck || HasParent && !IsFirstFolio;

    [Computed] public decimal TotalOfTotals => Lines.Sum(line => line.Total) + CostAmount;

    [Computed] public string? FirstPlace => Lines[0].Place;

    [Computed] public bool FirstIsFirst => Lines.First().IsFirst && Lines.All(line => line.Parent == this);

    [Computed] public int TagCount => Tags.Count + Numbers.Count;

    [Computed] public string SecondTag => Tags[1];

    [Computed] public int NumberAt => Numbers[Byte];

    [Computed] public DateTimeOffset FirstDate => Dates[0];

    [Computed] public IReadOnlyList<DateTimeOffset> AllDates => Dates;

    [Computed] public int CountOf => Counts["a"] + Counts.Count;

    [Computed] public int CountOr => Counts.GetValueOrDefault("a") + Counts.GetValueOrDefault(Text, 5);

    [Computed] public bool HasCount => Counts.ContainsKey("a") || Deadlines.ContainsKey("b");

    [Computed] public DateTimeOffset Deadline => Deadlines["a"].AddDays(1);
}
