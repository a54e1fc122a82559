namespace Capsule.Tests.Domains.Orders;

public enum OrderState
{
    Open,
    Paid,
    Shipped,
    Cancelled,
}
