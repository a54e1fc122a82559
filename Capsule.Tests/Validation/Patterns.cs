using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Validation;

/// <summary>Regular expressions that .NET and JavaScript must read the same way.</summary>
[CapsuleModel]
public partial class Patterns
{
    [ClientEditable, RegularExpression("[a-c]+")] public partial string? Range { get; set; }

    [ClientEditable, RegularExpression(@"\d{2,3}")] public partial string? Digits { get; set; }

    [ClientEditable, RegularExpression(@"\D*")] public partial string? NoDigits { get; set; }

    [ClientEditable, RegularExpression(@"\w+")] public partial string? Word { get; set; }

    [ClientEditable, RegularExpression(@"\W+")] public partial string? NoWord { get; set; }

    [ClientEditable, RegularExpression(@"a\sb|\S{2}")] public partial string? Space { get; set; }

    [ClientEditable, RegularExpression(@"[\w\s-]*")] public partial string? Sets { get; set; }

    [ClientEditable, RegularExpression(@"[^\d\s]+")] public partial string? NotSets { get; set; }

    [ClientEditable, RegularExpression("a.b?")] public partial string? Dot { get; set; }

    [ClientEditable, RegularExpression("^(a|ab)(c|b)?$")] public partial string? Anchors { get; set; }

    [ClientEditable, RegularExpression("a$\n?")] public partial string? Dollar { get; set; }

    [ClientEditable, RegularExpression(@"\Aa*?b\Z\n?")] public partial string? OldAnchors { get; set; }

    [ClientEditable, RegularExpression(@"ab*\z")] public partial string? End { get; set; }

    [ClientEditable, RegularExpression(@"(?=.*\d)(?!.*c)[a-c0-9]{2,}")] public partial string? Ahead { get; set; }

    [ClientEditable, RegularExpression(@"(?:ab|c){2}|a]}/\-\.\[")] public partial string? Groups { get; set; }

    [ClientEditable, RegularExpression("(ab?)+?b|")] public partial string? Lazy { get; set; }

    [ClientEditable, RegularExpression(@"[\d.^-]+")] public partial string? Category { get; set; }

    [ClientEditable, RegularExpression("(a|)*b")] public partial string? OnServerOnly { get; set; }
}
