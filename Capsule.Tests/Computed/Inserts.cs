namespace Capsule.Tests.Computed;

/// <summary>What is put into a folio, of several kinds.</summary>
[CapsuleModel]
public abstract partial class Insert
{
    public partial int Width { get; set; }
}

[CapsuleModel]
public partial class Slip : Insert
{
    public partial string Note { get; set; }
}

/// <summary>A slip that sticks out.</summary>
[CapsuleModel]
public partial class Tab : Slip
{
    public partial bool IsRed { get; set; }
}

[CapsuleModel]
public partial class Divider : Insert;
