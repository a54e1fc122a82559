namespace Capsule.Tests.Models;

public enum Mood
{
    Calm,
    VeryGlad,
}

/// <summary>An attribute of every type, plain and nullable.</summary>
[CapsuleModel]
public partial class Sampler
{
    [ClientEditable]
    public partial bool Flag { get; set; }

    [ClientEditable]
    public partial bool? MaybeFlag { get; set; }

    [ClientEditable]
    public partial int Whole { get; set; } = 3;

    [ClientEditable]
    public partial int? MaybeWhole { get; set; }

    [ClientEditable]
    public partial double Real { get; set; }

    [ClientEditable]
    public partial double? MaybeReal { get; set; }

    [ClientEditable]
    public partial string Text { get; set; } = "initial";

    [ClientEditable]
    public partial string? MaybeText { get; set; } = "set";

    [ClientEditable]
    public partial Guid Key { get; set; }

    [ClientEditable]
    public partial Guid? MaybeKey { get; set; }

    [ClientEditable]
    public partial DateTimeOffset At { get; set; }

    [ClientEditable]
    public partial DateTimeOffset? MaybeAt { get; set; }

    [ClientEditable]
    public partial Mood Mood { get; set; } = Mood.VeryGlad;

    [ClientEditable]
    public partial Mood? MaybeMood { get; set; }

    [ClientEditable]
    public partial IReadOnlyList<string> List { get; set; } = ["initial"];

    [ClientEditable]
    public partial IReadOnlyList<string>? MaybeList { get; set; }

    [ServerOnly]
    public partial int Hidden { get; set; }

    public partial int Fixed { get; set; }

    protected override bool CanEdit(CapsuleUser user) => true;
}
