namespace Capsule.Tests.Heritage;

public sealed class MuseumDomain : HeritageDomain
{
    public override string TitleName => "label";

    public override string DescriptionName => "provenance";

    public override string ListName => "materials";

    public override string ChildAttributeName => "initials";

    public override string LeafTextName => "inscription";

    public override string ExposedMethod => "dedicate";

    public override string HiddenMethod => "flood";

    public override string ListProperty => nameof(Room.Materials);

    public override string TitleProperty => nameof(Room.Label);

    public override CapsuleModel NewRoot() => new Museum();

    public override ModelCollection Grow(CapsuleModel root) => ((Museum)root).Wings.Add(new Wing { Side = "west" }).Rooms;

    public override ModelCollection Items(CapsuleModel root) => ((Museum)root).Wings[0].Rooms;

    public override CapsuleModel NewItem(string title) => new Room { Label = title };

    public override CapsuleModel AddItem(ModelCollection items, string title) => ((ModelCollection<Room>)items).Add((Room)NewItem(title));

    public override void Add(ModelCollection items, CapsuleModel item) => ((ModelCollection<Room>)items).Add((Room)item);

    public override void Remove(CapsuleModel item) => _ = item is Room room
        ? ((ModelCollection<Room>)room.Collection!).Remove(room)
        : ((ModelCollection<Exhibit>)item.Collection!).Remove((Exhibit)item);

    public override void Move(ModelCollection to, CapsuleModel item, int index)
    {
        if (item is Room room)
        {
            ((ModelCollection<Room>)to).Move(room, index);
        }
        else
        {
            ((ModelCollection<Exhibit>)to).Move((Exhibit)item, index);
        }
    }

    public override CapsuleModel ItemAt(ModelCollection items, int index) => items is ModelCollection<Room> rooms ? rooms[index] : ((ModelCollection<Exhibit>)items)[index];

    public override ModelCollection Leaves(CapsuleModel item) => ((Room)item).Shown;

    public override ModelCollection OtherLeaves(CapsuleModel root) => ((Museum)root).Wings[0].Rooms[0].Stored;

    public override CapsuleModel AddLeaf(ModelCollection leaves, string text) => ((ModelCollection<Exhibit>)leaves).Add(new Exhibit { Inscription = text });

    public override void SetLeaf(CapsuleModel leaf, string text) => ((Exhibit)leaf).Inscription = text;

    public override CapsuleModel Child(CapsuleModel item) => ((Room)item).Curator;

    public override void SetChild(CapsuleModel item, string text) => ((Room)item).Curator.Initials = text;

    public override string Title(CapsuleModel item) => ((Room)item).Label;

    public override void SetTitle(CapsuleModel item, string title) => ((Room)item).Label = title;

    public override string Description(CapsuleModel item) => ((Room)item).Provenance;

    public override IReadOnlyList<string> List(CapsuleModel item) => ((Room)item).Materials;

    public override void SetList(CapsuleModel item, IReadOnlyList<string> list) => ((Room)item).Materials = list;
}
