using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Capsule.Internals;

/// <summary>The rules of System.ComponentModel.DataAnnotations without their attributes: each is true where the attribute of the same name is content.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AttributeCheck
{
    /// <summary><see cref="RequiredAttribute"/>, on anything but a text.</summary>
    public static bool Required(object? value) => value is not null;

    /// <summary><see cref="RequiredAttribute"/>: white space alone counts as nothing.</summary>
    public static bool Required(string? value) => !string.IsNullOrWhiteSpace(value);

    /// <summary>The rules about lengths.</summary>
    public static bool Length(string? value, int minimum, int maximum) => value is null || (value.Length >= minimum && value.Length <= maximum);

    /// <inheritdoc cref="Length(string, int, int)"/>
    public static bool Length<TItem>(IReadOnlyCollection<TItem>? value, int minimum, int maximum) =>
        value is null || (value.Count >= minimum && value.Count <= maximum);

    /// <inheritdoc cref="Length(string, int, int)"/>
    public static bool Length(ReadOnlyMemory<byte>? value, int minimum, int maximum) =>
        value is not { } bytes || (bytes.Length >= minimum && bytes.Length <= maximum);

    /// <summary><see cref="RangeAttribute"/>.</summary>
    public static bool Range<TValue>(TValue? value, TValue minimum, TValue maximum, bool excludesMinimum = false, bool excludesMaximum = false)
        where TValue : struct, IComparable<TValue> =>
        value is not { } given
        || (minimum.CompareTo(given) is var low
            && maximum.CompareTo(given) is var high
            && (excludesMinimum ? low < 0 : low <= 0)
            && (excludesMaximum ? high > 0 : high >= 0));

    /// <summary>What <see cref="RangeAttribute"/> compares when its bounds are integers: it rounds, halves to even.</summary>
    public static double? Rounded(double? value) => value is { } given ? Math.Round(given) : null;

    /// <inheritdoc cref="Rounded(double?)"/>
    public static decimal? Rounded(decimal? value) => value is { } given ? Math.Round(given) : null;

    /// <summary>What <see cref="Matches"/> takes.</summary>
    public static Regex Pattern(string pattern, int timeout) =>
        new(pattern, RegexOptions.None, timeout < 0 ? Regex.InfiniteMatchTimeout : TimeSpan.FromMilliseconds(timeout));

    /// <summary><see cref="RegularExpressionAttribute"/>: the first match must be the whole text. One that takes too long is none.</summary>
    public static bool Matches(string? value, Regex pattern)
    {
        if (string.IsNullOrEmpty(value))
        {
            return true;
        }

        try
        {
            foreach (ValueMatch match in pattern.EnumerateMatches(value))
            {
                return match.Index == 0 && match.Length == value.Length;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }

        return false;
    }

    /// <summary><see cref="EmailAddressAttribute"/>: one <c>@</c>, neither first nor last, on one line.</summary>
    public static bool EmailAddress(string? value) =>
        value is null
        || (!value.AsSpan().ContainsAny('\r', '\n') && value.IndexOf('@') is > 0 and int at && at != value.Length - 1 && at == value.LastIndexOf('@'));

    /// <summary><see cref="UrlAttribute"/>.</summary>
    public static bool Url(string? value) =>
        value is null
        || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks an application's own attribute.</summary>
    public static void Own(ValidationAttribute rule, CapsuleModel model, string property, string displayName, object? value, List<string> messages)
    {
        var context = new ValidationContext(model, displayName, serviceProvider: null, items: null) { MemberName = property };
        if (rule.GetValidationResult(value, context) is { } failure)
        {
            messages.Add(failure.ErrorMessage ?? rule.FormatErrorMessage(displayName));
        }
    }
}
