using System.Text.Json;

namespace Capsule.Tests.Attacks;

/// <summary>Ops as text, so that they can be as wrong as an attacker wants.</summary>
internal static class Ops
{
    public static string Set(ModelId id, string change, string was = "null") => $$"""{"event":"set","id":"{{id}}","change":{{change}},"was":{{was}}}""";

    public static string Unset(ModelId id, string property) => $$"""{"event":"unset","id":"{{id}}","property":{{Text(property)}}}""";

    public static string Increment(ModelId id, string property, string by = "1") =>
        $$"""{"event":"increment","id":"{{id}}","property":{{Text(property)}},"by":{{by}}}""";

    public static string Add(ModelId collection, string data, string place = "") => $$"""{"event":"add","id":"{{collection}}","data":{{data}}{{place}}}""";

    public static string Move(ModelId collection, ModelId item, string place = "") =>
        $$"""{"event":"move","collection":"{{collection}}","id":"{{item}}"{{place}}}""";

    public static string Delete(ModelId id) => $$"""{"event":"delete","id":"{{id}}"}""";

    public static string Call(ModelId id, string method, string args = "[]") =>
        $$"""{"event":"method call","id":"{{id}}","method":{{Text(method)}},"args":{{args}}}""";

    public static string Text(string text) => JsonSerializer.Serialize(text);
}
