namespace Capsule;

/// <summary>
/// Shows an attribute, a child collection or a child model only to some of those who see the model: to users with a role or a policy, or to those for whom a rule of
/// the model says yes. To others it is not there: its values never leave the server for them.
/// </summary>
/// <remarks>
/// <para>Roles and policies are found when a user joins, and again when their token is renewed. A rule is asked for each model, when it is added, when the model changes, and whenever
/// <see cref="CapsuleModel.InvalidateVisibility"/> says so.</para>
/// <para>In the browser an attribute that somebody does not see is null, a child model likewise, and a collection is empty.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VisibleToAttribute : Attribute
{
    /// <summary>To users with <see cref="Roles"/> or <see cref="Policy"/>.</summary>
    public VisibleToAttribute()
    {
    }

    /// <summary>To those for whom a rule says yes.</summary>
    /// <param name="rule">The name of a method of the class, <c>bool Rule(CapsuleUser user)</c>: synchronous, without effects. It reads the model's own attributes and child models, those of
    /// the models above it, and the user.</param>
    public VisibleToAttribute(string rule) => Rule = rule;

    /// <summary>The name of the rule, or null.</summary>
    public string? Rule { get; }

    /// <summary>Roles, with commas between; a user needs one of them. Null: any.</summary>
    public string? Roles { get; set; }

    /// <summary>The name of an authorization policy that has to hold. Null: none.</summary>
    public string? Policy { get; set; }
}
