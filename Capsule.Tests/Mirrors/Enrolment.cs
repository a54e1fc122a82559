using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Capsule.Tests.Mirrors;

public enum Course
{
    [Display(Name = "Beginners")]
    Basic,

    [Display(Name = "Those who know")]
    Advanced,

    Open,
}

/// <summary>What a form asks for.</summary>
[CapsuleModel]
public partial class Enrolment
{
    [ClientEditable, Range(1, 12), Display(Name = "Months", GroupName = "Contract", Order = 20)]
    public partial int Months { get; set; } = 3;

    [ClientEditable, Required, StringLength(40, MinimumLength = 2), Display(Name = "Your name", Description = "As on your passport.", Prompt = "Ann Example", Order = 1)]
    public partial string Name { get; set; }

    [ClientEditable, EmailAddress]
    public partial string? Email { get; set; }

    [ClientEditable, Display(GroupName = "Contract", Order = 10)]
    public partial Course Course { get; set; } = Course.Advanced;

    [ClientEditable, Range(typeof(DateOnly), "2026-01-01", "2026-12-31")]
    public partial DateOnly Start { get; set; }

    [ClientEditable]
    public partial bool Newsletter { get; set; } = true;

    [ClientEditable, MinLength(1)]
    public partial IReadOnlyList<string> Languages { get; set; } = ["en"];

    [ClientEditable, Range(typeof(decimal), "0", "99.99")]
    public partial decimal Discount { get; set; } = 2.50m;

    [ClientEditable, Immutable, RegularExpression("[A-Z]{3}")]
    public partial string Code { get; set; } = Codes.First;

    public partial int Seat { get; set; } = 7;

    [ServerOnly, Display(Name = "Secret")]
    public partial string Note { get; set; } = "x";
}

internal static class Codes
{
    public static string First => "AAA";
}
