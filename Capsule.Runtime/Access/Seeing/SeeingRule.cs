namespace Capsule.Access.Seeing;

/// <summary>Asks the rules of seeing. One that throws means no.</summary>
internal static class SeeingRule
{
    /// <summary>Whether a rule says who sees the model. At the root that is asked when they join.</summary>
    public static bool DecidesRead(CapsuleModel model) => (model.ModelType.Seeing & SeeingRules.CanRead) != 0 && model.Parent is not null;

    /// <summary>Whether the model's own rule, if it has one, lets the user see it.</summary>
    public static bool LetsRead(CapsuleModel model, CapsuleUser user) => !DecidesRead(model) || Ask(model, user);

    /// <summary>What the model's own rule says.</summary>
    public static bool Ask(CapsuleModel model, CapsuleUser user)
    {
        try
        {
            return model.CanRead(user);
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Whether the rule of one of the model's members, if it has one, shows it to the user.</summary>
    /// <param name="model">Whose member.</param>
    /// <param name="member">As <see cref="CapsuleModel.Shows"/> has it.</param>
    /// <param name="user">Who would see it.</param>
    public static bool Shows(CapsuleModel model, int member, CapsuleUser user)
    {
        ModelType type = model.ModelType;
        bool hasRule = member switch
        {
            < Place.Collections => type.Attributes[member].HasRule,
            < Place.Children => type.Collections[member - Place.Collections].HasRule,
            _ => type.Children[member - Place.Children].HasRule,
        };
        if (!hasRule)
        {
            return true;
        }

        try
        {
            return model.Shows(member, user);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
