using System.Text.Json.Serialization;
using Capsule.Benchmarks.Domain;

namespace Capsule.Benchmarks.Snapshot;

/// <summary>System.Text.Json's source-generated code, both its ways: metadata, and the quick one for writing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(PlainBoard))]
internal sealed partial class PlainContext : JsonSerializerContext;
