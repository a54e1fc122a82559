namespace Capsule.Tests.Domains.Orders;

/// <summary>Customers and what they ordered: money, dates, rules.</summary>
[CapsuleModel]
public partial class Shop
{
    public partial string Name { get; set; } = "Shop";

    [ChildCollection]
    public partial ModelCollection<Customer> Customers { get; }

    [ChildCollection]
    public partial ModelCollection<Order> Orders { get; }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    protected override bool CanEdit(CapsuleUser user) => user.Is("clerk");
}
