using Capsule;

namespace Taskboard.Domain;

/// <summary>Somebody did something.</summary>
[CapsuleModel]
public partial class ActivityEntry
{
    /// <summary>Who.</summary>
    public partial string By { get; set; }

    /// <summary>What, as the rest of a sentence that begins with the name.</summary>
    public partial string Text { get; set; }

    /// <summary>When.</summary>
    public partial DateTimeOffset At { get; set; }
}
