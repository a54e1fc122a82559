using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Domains.Orders;

/// <summary>Who orders.</summary>
[CapsuleModel]
public partial class Customer
{
    [ClientEditable, Required, StringLength(100)]
    public partial string Name { get; set; }

    [ClientEditable, EmailAddress]
    public partial string? Email { get; set; }

    [ClientEditable]
    public partial DateOnly? Birthday { get; set; }

    [ClientEditable]
    public partial IReadOnlyDictionary<string, Address> Addresses { get; set; }

    [ServerOnly]
    public partial string Notes { get; set; }
}
