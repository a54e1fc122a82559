using System.Text.Json.Serialization;

namespace Capsule.Benchmarks.Domain;

/// <summary>How pressing a card is. By name in System.Text.Json too, as it is with Capsule.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
public enum Priority
{
    /// <summary>Some day.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Soon.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>Now.</summary>
    [JsonStringEnumMemberName("high")]
    High,
}
