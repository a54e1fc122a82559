using CommunityToolkit.Mvvm.ComponentModel;

namespace Capsule.Benchmarks.Domain;

/// <summary>As <see cref="Card"/>, observable by CommunityToolkit.Mvvm.</summary>
public sealed partial class ToolkitCard : ObservableObject
{
    /// <summary>As <see cref="CapsuleNode.Id"/>.</summary>
    public Guid Id { get; set; }

    /// <inheritdoc cref="Card.Title"/>
    [ObservableProperty]
    public partial string Title { get; set; } = "";

    /// <inheritdoc cref="Card.Description"/>
    [ObservableProperty]
    public partial string Description { get; set; } = "";

    /// <inheritdoc cref="Card.Points"/>
    [ObservableProperty]
    public partial int Points { get; set; }

    /// <inheritdoc cref="Card.Done"/>
    [ObservableProperty]
    public partial bool Done { get; set; }

    /// <inheritdoc cref="Card.Weight"/>
    [ObservableProperty]
    public partial double Weight { get; set; }

    /// <inheritdoc cref="Card.Priority"/>
    [ObservableProperty]
    public partial Priority Priority { get; set; }

    /// <inheritdoc cref="Card.CreatedAt"/>
    [ObservableProperty]
    public partial DateTimeOffset CreatedAt { get; set; }

    /// <inheritdoc cref="Card.DueAt"/>
    [ObservableProperty]
    public partial DateTimeOffset? DueAt { get; set; }

    /// <inheritdoc cref="Card.Assignee"/>
    [ObservableProperty]
    public partial string? Assignee { get; set; }

    /// <inheritdoc cref="Card.Tags"/>
    [ObservableProperty]
    public partial IReadOnlyList<string> Tags { get; set; } = [];
}
