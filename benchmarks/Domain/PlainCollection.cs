namespace Capsule.Benchmarks.Domain;

/// <summary>As <see cref="ModelCollection{TModel}"/>, with nothing behind it.</summary>
public sealed class PlainCollection<TItem>
{
    /// <summary>As <see cref="CapsuleNode.Id"/>.</summary>
    public Guid Id { get; set; }

    /// <summary>The items in order.</summary>
    public List<TItem> Models { get; set; } = [];
}
