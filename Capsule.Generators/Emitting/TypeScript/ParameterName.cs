using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>Names of parameters, which TypeScript does not let be one of its own words.</summary>
internal static class ParameterName
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let",
        "new", "null", "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try",
        "typeof", "var", "void", "while", "with", "yield",
    };

    public static string Of(ParameterSpec parameter) => Reserved.Contains(parameter.Name) ? parameter.Name + "_" : parameter.Name;
}
