namespace Capsule;

/// <summary>Lets clients set this attribute, those of them to whom the model's <c>CanEdit</c> says yes. Without it only server code sets it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientEditableAttribute : Attribute
{
    /// <summary>Roles, with commas between; a user needs one of them as well. Null: any.</summary>
    public string? Roles { get; set; }

    /// <summary>The name of an authorization policy that has to hold as well. Null: none.</summary>
    public string? Policy { get; set; }
}
