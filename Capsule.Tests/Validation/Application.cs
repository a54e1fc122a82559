using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Capsule.Tests.Validation;

/// <summary>A model with every rule.</summary>
[CapsuleModel]
public partial class Application
{
    [ClientEditable, Required] public partial string Name { get; set; }

    [ClientEditable, Required(AllowEmptyStrings = true, ErrorMessage = "{0} must be there")] public partial string? Note { get; set; }

    [ClientEditable, StringLength(5)] public partial string Code { get; set; }

    [ClientEditable, StringLength(5, MinimumLength = 2)] public partial string? Brief { get; set; }

    [ClientEditable, Length(2, 4)] public partial string? Word { get; set; }

    [ClientEditable, Length(1, 2), Display(Name = "The \"tags\" {of it}")] public partial IReadOnlyList<string> Tags { get; set; }

    [ClientEditable, MinLength(1), MaxLength(2, ErrorMessage = "{0}: {1:000} at most")] public partial IReadOnlyList<string>? Words { get; set; }

    [ClientEditable, MaxLength] public partial string Free { get; set; }

    [ClientEditable, MinLength(2), RegularExpression("[a-z]*")] public partial string? Both { get; set; }

    [ClientEditable, Range(-3, 3)] public partial int Whole { get; set; }

    [ClientEditable, Range(-3, 3, MinimumIsExclusive = true, MaximumIsExclusive = true)] public partial int? Between { get; set; }

    [ClientEditable, Range(-0.5, 2.5)] public partial int Halves { get; set; }

    [ClientEditable, Range(1, 4)] public partial double Rounded { get; set; }

    [ClientEditable, Range(0.1, 1e16, MinimumIsExclusive = true)] public partial double? Positive { get; set; }

    [ClientEditable, Range(typeof(double), "0.25", "1e3")] public partial double Typed { get; set; }

    [ClientEditable, Range(0, double.PositiveInfinity)] public partial double Unbounded { get; set; }

    [ClientEditable, RegularExpression("a|ab|[0-9]+\\.", ErrorMessage = "'{0}' {{}} {1}")] public partial string? Pattern { get; set; }

    [ClientEditable, EmailAddress] public partial string? Email { get; set; }

    [ClientEditable, Url] public partial string? Url { get; set; }

    [ClientEditable, Even] public partial int Even { get; set; }

    [ClientEditable, Even(Words = new[] { "odd", "numbers" }, ErrorMessage = "{0}: no odd numbers"), Range(0, 10)] public partial int Odd { get; set; }

    [ClientEditable, Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Missing)),
        StringLength(3, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.TooLong))]
    public partial string Translated { get; set; }

    [ClientEditable, Required, Display(Name = nameof(Texts.Label), ResourceType = typeof(Texts))] public partial string Labelled { get; set; }
}

/// <summary>A resource.</summary>
public static class Texts
{
    public static string Missing => "{0} fehlt";

    public static string TooLong => "{0} hat mehr als {1} Zeichen";

    public static string Label => "Bezeichnung";
}

/// <summary>An attribute of the application's own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EvenAttribute : ValidationAttribute
{
    public string[] Words { get; set; } = [];

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is int number && number % 2 == 0 && validationContext.ObjectInstance is Application
            ? ValidationResult.Success
            : new ValidationResult(FormatErrorMessage(validationContext.DisplayName) + string.Concat(Words), [validationContext.MemberName!]);
}
