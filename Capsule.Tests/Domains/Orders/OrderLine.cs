using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Capsule.Tests.Domains.Orders;

/// <summary>So many of one thing.</summary>
[CapsuleModel]
public partial class OrderLine
{
    [ClientEditable, Required]
    public partial string Product { get; set; }

    [ClientEditable, Range(1, 1000)]
    public partial int Quantity { get; set; } = 1;

    public partial decimal UnitPrice { get; set; }

    public partial decimal? Discount { get; set; }

    /// <summary>To the cent, as banks round.</summary>
    public decimal Price() => Math.Round(Quantity * UnitPrice * (1 - (Discount ?? 0)), 2);
}
