using Capsule;

namespace Taskboard.Domain;

/// <summary>Somebody who is here.</summary>
[CapsuleModel]
public partial class Person
{
    /// <summary>What they call themselves.</summary>
    public partial string Name { get; set; }

    /// <summary>Whether they may change the board, or just look.</summary>
    public partial bool IsMember { get; set; }

    /// <summary>Who it is for the server.</summary>
    [ServerOnly]
    public partial string? UserId { get; set; }

    /// <summary>In how many tabs they look at it. Clients hear nothing of it.</summary>
    [ServerOnly]
    public partial int Tabs { get; set; }
}
