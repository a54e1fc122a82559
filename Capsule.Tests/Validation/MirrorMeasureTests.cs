using System.Reflection;
using System.Text.Json.Nodes;
using Capsule.Tests.Mirrors;

namespace Capsule.Tests.Validation;

/// <summary>The mirrors' ranges and lengths say what the server's say, message for message, on every type, at the bounds and next to them.</summary>
public sealed class MirrorMeasureTests
{
    [Test]
    public void Both_sides_say_the_same()
    {
        var models = new List<(string Property, Measures Model)>();
        foreach (PropertyInfo property in typeof(Measures).GetProperties().Where(property => property.DeclaringType == typeof(Measures) && property.CanWrite))
        {
            bool takesNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
            foreach (object? value in ValuesOf(property).Where(value => takesNull || value is not null))
            {
                var model = new Measures();
                property.SetValue(model, value);
                models.Add((char.ToLowerInvariant(property.Name[0]) + property.Name[1..], model));
            }
        }

        string[][][] answers = MirrorProcess.Ask<string[][][]>(
            "Validation/measures.mjs", [typeof(Measures)], models.Select(one => new object[] { nameof(Measures), AttributeOf(one.Model, one.Property) }));
        var refused = new HashSet<string>();
        int leftToServer = 0;
        for (int index = 0; index < models.Count; index++)
        {
            (string property, Measures model) = models[index];
            string[] expected = [.. model.Validate().Where(failure => failure.Attribute == property).Select(failure => failure.Message)];
            string[] actual = [.. answers[index].Select(answer => answer[2])];
            string given = AttributeOf(model, property).ToJsonString();
            bool isLeft = property == "exactDouble" && model.ExactDouble.ToString(System.Globalization.CultureInfo.InvariantCulture).Length > 15;
            Assert.That(actual, isLeft ? Is.Empty : Is.EqualTo(expected), given);
            leftToServer += isLeft ? expected.Length : 0;
            refused.UnionWith(actual.Select(_ => property));
        }

        Assert.That(refused, Has.Count.EqualTo(typeof(Measures).GetProperties().Count(property => property.DeclaringType == typeof(Measures) && property.CanWrite)), string.Join(", ", refused));
        Assert.That(leftToServer, Is.Positive);
    }

    private static IEnumerable<object?> ValuesOf(PropertyInfo property) =>
        property.PropertyType == typeof(ReadOnlyMemory<byte>)
            ? Enumerable.Range(0, 6).Select(length => (object?)new ReadOnlyMemory<byte>(new byte[length]))
            : MeasuredValues.Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)!;

    private static JsonObject AttributeOf(Measures model, string property) =>
        new() { [property] = JsonNode.Parse(model.Xport())!["attrs"]![property]?.DeepClone() };
}
