using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>How emitted code spells what it refers to.</summary>
internal static class Names
{
    public const string Model = "global::Capsule.CapsuleModel";

    public const string ModelType = "global::Capsule.ModelType";

    public const string TurnContext = "global::Capsule.TurnContext";

    public const string Internals = "global::Capsule.Internals";

    public const string AttributeJson = $"{Internals}.AttributeJson";

    public const string AttributeValue = $"{Internals}.AttributeValue";

    /// <summary>The nested class with the kinds of a model's own.</summary>
    public const string Kinds = "CapsuleKinds";

    public const string Reader = "global::System.Text.Json.Utf8JsonReader";

    public const string Writer = "global::System.Text.Json.Utf8JsonWriter";

    /// <summary>The bit of the attribute with this number.</summary>
    public static string Bit(int index) => $"1UL << {Number(index)}";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>How a member of the base class is overridden.</summary>
    public static string Override(ModelSpec model) => model.SharesInternals ? "protected internal override" : "protected override";

    /// <summary>The name, or what is free of it and its followers, so that a local does not meet another.</summary>
    public static string Free(string name, ICollection<string> taken)
    {
        string free = name;
        for (int number = 2; taken.Contains(free); number++)
        {
            free = name + Number(number);
        }

        taken.Add(free);
        return free;
    }
}
