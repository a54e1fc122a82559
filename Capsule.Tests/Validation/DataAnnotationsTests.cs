using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Capsule.Tests.Validation;

/// <summary>The generated checks say what .NET's Validator says, message for message.</summary>
public sealed class DataAnnotationsTests
{
    private static readonly string?[] Texts =
    [
        null, "", " ", "\t", "\u0085", "\u00A0\u2003\u2028", "\uFEFF", "\u200B", "a", "ab", "abc", "abcd", "abcde", "abcdef", "ABC", "12.", "12.\n", "a\n", "ſ", "😀", "😀😀😀",
        "@", "a@", "@a", "a@b", "a@b@c", "a@b\n", "a\r@b", " @ ", "http://", "HTTP://x", "https://x y", "ftp://", "httpſ://x", "ftp:/x", " http://x", "mailto:a@b", "http:\\x",
    ];

    private static readonly double?[] Numbers =
    [
        null, 0, -0.0, 0.1, 0.10000000000000002, 0.25, 0.5, 0.4999999, 1, 1.5, 2.5, 3, 3.5, 4, 4.5, 4.500001, -3, -3.5, 5, 1000, 1000.0001, 1e16, 1.0000000000000002e16, 2e9, -2e9, double.Epsilon,
    ];

    private static readonly IReadOnlyList<string>?[] Lists = [null, [], ["a"], ["a", "b"], ["a", "b", "c"], ["", "", "", ""]];

    private static IEnumerable<TestCaseData> Properties =>
        from type in new[] { typeof(Application), typeof(Measures) }
        from property in type.GetProperties()
        where property.GetCustomAttributes<ValidationAttribute>().Any() && property.PropertyType != typeof(ReadOnlyMemory<byte>)
        select new TestCaseData(type, property.Name);

    [TestCaseSource(nameof(Properties))]
    [SetCulture("")]
    public void Each_rule_says_what_the_validator_says(Type type, string name)
    {
        PropertyInfo property = type.GetProperty(name)!;
        int refused = 0;
        foreach (object? value in ValuesFor(property))
        {
            var model = (CapsuleModel)Activator.CreateInstance(type)!;
            property.SetValue(model, value);
            List<string?> expected = AskValidator(property, model);
            IEnumerable<string> actual = model.Validate().Where(failure => failure.Attribute == WireName(name)).Select(failure => failure.Message);
            Assert.That(actual, Is.EquivalentTo(expected), $"'{value}'");
            refused += expected.Count;
        }

        Assert.That(refused, name is "Free" ? Is.Zero : Is.Positive);
    }

    /// <summary>A range with integers as bounds throws at what is no 32-bit integer; here that is just out of range.</summary>
    private static List<string?> AskValidator(PropertyInfo property, CapsuleModel model)
    {
        var results = new List<ValidationResult>();
        try
        {
            Validator.TryValidateProperty(property.GetValue(model), new ValidationContext(model) { MemberName = property.Name }, results);
            return [.. results.Select(result => result.ErrorMessage)];
        }
        catch (OverflowException)
        {
            return [property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>()!.FormatErrorMessage(property.Name)];
        }
    }

    private static IEnumerable<object?> ValuesFor(PropertyInfo property)
    {
        bool takesNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IEnumerable<object?> all = type == typeof(string) ? Texts
            : type == typeof(double) ? Numbers.Cast<object?>()
            : type == typeof(int) ? Numbers.Where(number => number is null or (> -3e9 and < 2.1e9)).Select(number => (object?)(int?)number)
            : MeasuredValues.Of(type) ?? Lists;
        return all.Where(value => takesNull || value is not null);
    }

    private static string WireName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
