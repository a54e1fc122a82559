using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Parsing;

/// <summary>A bound that has been read.</summary>
/// <param name="Value">To compare two of one kind.</param>
/// <param name="Argument">What a message formats.</param>
/// <param name="Text">As TypeScript has it.</param>
/// <param name="Code">The C# expression.</param>
internal readonly record struct RangeBound(IComparable Value, object Argument, string Text, string Code)
{
    public BoundSpec Spec => new(Text, Code);

    public static RangeBound Of(int value) => Whole(value, value, "");

    public static RangeBound Of(double value) => new(value, value, Infinite(value) ?? Digits(value), Infinite(value) is { } name ? $"double.{Constant(name)}" : $"{Digits(value)}D");

    /// <summary>A decimal as the mirror compares it: all its digits.</summary>
    public static RangeBound Of(decimal value, object argument) =>
        new(value, argument, Quoted(value.ToString(CultureInfo.InvariantCulture)), value.ToString(CultureInfo.InvariantCulture) + "m");

    /// <summary>A float, which JavaScript has as the double of the same value.</summary>
    public static RangeBound Of(float value) => new(
        value,
        value,
        Infinite(value) ?? Digits(value),
        Infinite(value) is { } name ? $"float.{Constant(name)}" : $"(float){Digits(value)}D");

    /// <summary>An integer of 32 bits at most: a number in JavaScript too.</summary>
    public static RangeBound Whole(long value, object argument, string suffix) => new(value, argument, Number(value), Number(value) + suffix);

    /// <summary>An integer that JavaScript has as a bigint.</summary>
    public static RangeBound Long<TValue>(TValue value, string suffix)
        where TValue : IComparable, IFormattable
    {
        string digits = value.ToString(null, CultureInfo.InvariantCulture);
        return new(value, value, Quoted(digits), digits == "-9223372036854775808" ? "long.MinValue" : digits + suffix);
    }

    /// <summary>A date or time.</summary>
    public static RangeBound Moment(IComparable value, IFormattable argument, string text, string code) => new(value, argument, Quoted(text), code);

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string? Infinite(double value) => double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : null;

    private static string Constant(string name) => name[0] == '-' ? "NegativeInfinity" : "PositiveInfinity";
}
