using Capsule.Protocol;
using Capsule.Tests.Domains.Orders;

namespace Capsule.Tests.Domains;

public sealed class OrdersTests
{
    private static readonly CapsuleUser Clerk = CapsuleUser.Named("kim", "clerk");

    private Shop _shop = null!;
    private Order _order = null!;

    [SetUp]
    public void MakeShop()
    {
        _shop = new Shop();
        Customer customer = _shop.Customers.Add(new Customer { Name = "Ada", Birthday = new DateOnly(1815, 12, 10) });
        customer.Addresses = new Dictionary<string, Address> { ["home"] = new("St James's Square 12", "London", "GB") };
        _order = _shop.Orders.Add(new Order
        {
            Number = "GB-0001",
            CustomerId = customer.Id.Value,
            PlacedAt = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)),
            ShipTo = customer.Addresses["home"],
        });
        _order.Lines.Add(new OrderLine { Product = "Tea", Quantity = 3, UnitPrice = 3.35m, Discount = 0.1m });
        _order.Lines.Add(new OrderLine { Product = "Pot", UnitPrice = 20.00m });
    }

    [Test]
    public void An_order_is_paid_to_the_cent()
    {
        Verdict verdict = _order.SafeCall(Clerk, "pay", """["30.00"]""");

        Assert.That(verdict.Error?.Message, Is.Null);
        Assert.That(verdict.Results[0].ToString(), Is.EqualTo("\"0.96\""));
        Assert.That((_order.State, _order.PaidAt!.Value.Kind), Is.EqualTo((OrderState.Paid, DateTimeKind.Utc)));
    }

    [Test]
    public void Too_little_is_refused_and_changes_nothing()
    {
        string before = _shop.Xport();

        Assert.That(_order.SafeCall(Clerk, "pay", """["29.03"]""").Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(_shop.Xport(), Is.EqualTo(before));
    }

    [TestCase("""{"number":"gb-1"}""")]
    [TestCase("""{"number":"GB-0002","delivery":"2026-13-01"}""")]
    [TestCase("""{"number":"GB-0002","shipTo":{"street":"x","city":"y"}}""")]
    [TestCase("""{"attrs":{"number":"GB-0002"},"collections":{"lines":{"models":[{"product":"Tea","quantity":0}]}}}""")]
    public void An_order_that_is_not_right_is_not_taken(string order)
    {
        Assert.That(_shop.Orders.SafeAdd(Clerk, order).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_shop.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_number_stays_and_the_delivery_is_not_before_the_order()
    {
        Assert.That(_order.SafeSet(Clerk, """{"number":"GB-0009"}""").Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_order.SafeSet(Clerk, """{"delivery":"2026-02-28"}""").Error!.Message, Does.Contain("cannot be before the order"));
        Assert.That(_order.SafeSet(Clerk, """{"delivery":"2026-03-02"}""").IsApplied);
    }

    [Test]
    public void An_export_comes_back_equal()
    {
        var copy = new Shop();
        copy.Mport(_shop.Xport());

        Assert.That(copy.Xport(), Is.EqualTo(_shop.Xport()));
        Assert.That(copy.Orders[0].Total(), Is.EqualTo(29.04m));
    }
}
