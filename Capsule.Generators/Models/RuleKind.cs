namespace Capsule.Generators.Models;

/// <summary>The kinds of validation rules.</summary>
internal enum RuleKind
{
    Required,
    Length,
    Range,
    Pattern,
    Email,
    Url,

    /// <summary>An attribute of the application's own, which only the server can ask.</summary>
    Own,
}
