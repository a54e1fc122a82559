using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Domains.Orders;

/// <summary>What one customer ordered at one time.</summary>
[CapsuleModel]
public partial class Order
{
    [ClientEditable, Immutable, Required, RegularExpression("[A-Z]{2}-[0-9]{4}")]
    public partial string Number { get; set; }

    [ClientEditable, Immutable]
    public partial Guid CustomerId { get; set; }

    public partial DateTimeOffset PlacedAt { get; set; }

    public partial DateTime? PaidAt { get; set; }

    public partial OrderState State { get; set; }

    [ClientEditable]
    public partial DateOnly? Delivery { get; set; }

    [ClientEditable]
    public partial Address? ShipTo { get; set; }

    [ChildCollection]
    public partial ModelCollection<OrderLine> Lines { get; }

    public decimal Total() => Lines.Sum(line => line.Price());

    /// <summary>Takes the payment, if it is enough.</summary>
    /// <returns>What is given back.</returns>
    [Exposed]
    public decimal Pay(decimal amount, TurnContext turn)
    {
        if (State != OrderState.Open || amount < Total())
        {
            throw new InvalidOperationException($"{Number} cannot be paid with {amount}.");
        }

        State = OrderState.Paid;
        PaidAt = turn.Now.UtcDateTime;
        return amount - Total();
    }

    protected override IEnumerable<ValidationFailure> ValidateModel()
    {
        if (Delivery is { } day && PlacedAt != default && day < DateOnly.FromDateTime(PlacedAt.UtcDateTime))
        {
            yield return new(nameof(Delivery), "The delivery cannot be before the order.");
        }
    }
}
