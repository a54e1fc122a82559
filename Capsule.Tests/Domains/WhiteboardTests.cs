using System.Text.Json;
using System.Text.Json.Nodes;

using Capsule.Tests.Domains.Whiteboards;

namespace Capsule.Tests.Domains;

public sealed class WhiteboardTests
{
    private static readonly CapsuleUser Member = CapsuleUser.Named("kim", "member");

    private Whiteboard _board = null!;
    private Ring _ring = null!;
    private Heading _heading = null!;
    private Frame _frame = null!;

    [SetUp]
    public void MakeBoard()
    {
        _board = new Whiteboard();
        _ring = (Ring)_board.Shapes.Add(new Ring { X = 1, Radius = 2.5 });
        _heading = (Heading)_board.Shapes.Add(new Heading { Text = "Plan", Level = 2, Size = 20 });
        _frame = (Frame)_board.Shapes.Add(new Frame());
        _frame.Shapes.Add(new Label { Text = "inside" });
        _frame.Shapes.Add(new Frame()).X = 7;
    }

    [Test]
    public void A_class_has_the_members_of_its_base_first()
    {
        Assert.That(ModelType.Of<Heading>().Attributes.Select(one => one.Name), Is.EqualTo(new[] { "x", "y", "isSelected", "colour", "text", "size", "level", "isPinned" }));
        Assert.That(ModelType.Of<Heading>().Methods.Select(one => one.Name), Is.EqualTo(new[] { "moveBy", "demote" }));
        Assert.That(ModelType.Of<Heading>().BaseType, Is.EqualTo(ModelType.Of<Label>()));
        Assert.That(ModelType.Of<Shape>().Family.Select(one => one.Name), Is.EquivalentTo(new[] { "ring", "text", "heading", "frame" }));
        Assert.That(ModelType.Of<Label>().Family.Select(one => one.Name), Is.EquivalentTo(new[] { "text", "heading" }));
        Assert.That(ModelType.Of<Ring>().Family, Is.EqualTo(new[] { ModelType.Of<Ring>() }));
    }

    [Test]
    public void An_abstract_class_is_never_made() =>
        Assert.That(() => ModelType.Of<Shape>().Create(), Throws.InvalidOperationException.With.Message.Contains("ring"));

    [Test]
    public void Data_say_their_type_where_several_can_be_and_only_there()
    {
        _board.Stamps.Add(new Ring());
        _board.Spotlight = new Ring();
        JsonNode board = JsonNode.Parse(_board.Xport())!;

        Assert.That(board["collections"]!["shapes"]!["models"]!.AsArray().Select(one => (string?)one!["type"]), Is.EqualTo(new[] { "ring", "heading", "frame" }));
        Assert.That((string?)board["collections"]!["shapes"]!["models"]![2]!["collections"]!["shapes"]!["models"]![0]!["type"], Is.EqualTo("text"));
        Assert.That(board["collections"]!["stamps"]!["models"]![0]!["type"], Is.Null);
        Assert.That((string?)board["models"]!["spotlight"]!["type"], Is.EqualTo("ring"));
        Assert.That(_ring.Xport(), Does.StartWith("{\"attrs\":"));
    }

    [Test]
    public void An_export_comes_back_equal_and_so_does_an_import_of_it_into_a_board_that_has_it()
    {
        var copy = new Whiteboard();
        copy.Mport(_board.Xport());
        Assert.That(copy.Xport(), Is.EqualTo(_board.Xport()));
        Assert.That(copy.Shapes[1], Is.TypeOf<Heading>());

        copy.Mport(_board.Xport(), new MportOptions { Replace = true });
        Assert.That(copy.Xport(), Is.EqualTo(_board.Xport()));
    }

    [Test]
    public void A_shape_goes_through_System_Text_Json_whatever_it_is()
    {
        Shape copy = JsonSerializer.Deserialize<Shape>(JsonSerializer.Serialize<Shape>(_heading))!;
        Assert.That(copy, Is.TypeOf<Heading>());
        Assert.That(copy.Xport(), Is.EqualTo(_heading.Xport()));
    }

    [TestCase("""{"type":"ring","attrs":{"radius":3}}""", ExpectedResult = "applied")]
    [TestCase("""{"attrs":{"radius":3},"type":"ring"}""", ExpectedResult = "applied")]
    [TestCase("""{"type":"ring","radius":3,"x":1}""", ExpectedResult = "applied")]
    [TestCase("""{"attrs":{"radius":3}}""", ExpectedResult = "The 'type' of the data must be one of frame, heading, text, ring.")]
    [TestCase("""{"type":"shape","attrs":{}}""", ExpectedResult = "The 'type' of the data must be one of frame, heading, text, ring.")]
    [TestCase("""{"type":"square","attrs":{}}""", ExpectedResult = "The 'type' of the data must be one of frame, heading, text, ring.")]
    [TestCase("""{"type":7,"attrs":{}}""", ExpectedResult = "The 'type' of the data must be one of frame, heading, text, ring.")]
    [TestCase("""{"type":"\ud800","attrs":{}}""", ExpectedResult = "The 'type' of the data must be one of frame, heading, text, ring.")]
    [TestCase("""{"type":"ring","attrs":{"text":"x"}}""", ExpectedResult = "There is no 'text' in 'ring'.")]
    [TestCase("""{"type":"ring","attrs":{"colour":"red"}}""", ExpectedResult = "The field Colour must match the regular expression '#[0-9a-f]{6}'.")]
    [TestCase("""{"type":"text","attrs":{}}""", ExpectedResult = "The Text field is required.")]
    [TestCase("""{"type":"heading","attrs":{"text":"A","level":1}}""", ExpectedResult = "applied")]
    public string A_client_says_what_it_adds(string data)
    {
        Verdict verdict = _board.Shapes.SafeAdd(Member, data);
        return verdict.Error?.Message ?? "applied";
    }

    [Test]
    public void What_is_inherited_is_called_and_set_and_undone()
    {
        Assert.That(_heading.SafeCall(Member, "moveBy", "[1.5,2]").IsApplied);
        Assert.That(_heading.SafeCall(Member, "demote").Results[0].ToString(), Is.EqualTo("3"));
        Assert.That(_heading.SafeSet(Member, """{"x":4,"text":"Plans","level":4}""").IsApplied);
        Assert.That((_heading.X, _heading.Y, _heading.Text, _heading.Level), Is.EqualTo((4d, 2d, "Plans", 4)));

        Assert.That(
            () => _board.Tree.Turn(() =>
            {
                _heading.X = 0;
                _heading.Text = "";
                _heading.Level = 0;
                throw new InvalidOperationException("no");
            }),
            Throws.InvalidOperationException);
        Assert.That((_heading.X, _heading.Text, _heading.Level), Is.EqualTo((4d, "Plans", 4)));
        Assert.That(_heading.SafeSet(CapsuleUser.Named("lee", "member"), """{"level":1}""").IsApplied);
        Assert.That(_heading.SafeSet(Member, """{"level":2}""").Error!.Code, Is.EqualTo(ErrorCode.Forbidden), "its own rule");
    }

    [Test]
    public void A_radio_of_the_base_is_one_for_all_kinds_and_one_of_a_kind_for_that_kind()
    {
        var other = (Heading)_board.Shapes.Add(new Heading { Text = "Other" });
        _heading.IsPinned = true;
        _ring.IsSelected = true;
        _frame.IsSelected = true;
        other.IsPinned = true;

        Assert.That(_board.Shapes.Select(shape => shape.IsSelected), Is.EqualTo(new[] { false, false, true, false }));
        Assert.That((_heading.IsPinned, other.IsPinned), Is.EqualTo((false, true)));
    }

    [Test]
    public void An_item_moves_to_every_collection_that_takes_its_kind()
    {
        Assert.That(_board.Stamps.SafeMove(Member, _ring.Id, default).IsApplied);
        Assert.That(_ring.Collection, Is.EqualTo(_board.Stamps));
        Assert.That(_board.Stamps.SafeMove(Member, _heading.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_frame.Shapes.SafeMove(Member, _ring.Id, default).IsApplied);
        Assert.That(_frame.Shapes[2], Is.SameAs(_ring));
    }

    [Test]
    public void Events_say_the_type_and_a_replica_follows()
    {
        var replica = new Whiteboard();
        replica.Mport(_board.Xport());
        _board.Tree.Published += batch => replica.Tree.Apply(batch.Events);

        _board.Tree.Turn(() =>
        {
            _board.Shapes.Insert(0, new Label { Text = "first" });
            _frame.Shapes.Move(_ring, 0);
            _board.Spotlight = new Heading { Text = "look" };
            _heading.Level = 5;
        });
        _board.Spotlight = new Ring { Radius = 1 };
        _board.Stamps.Move(_ring, 0);
        _board.Shapes.Remove(_heading);

        Assert.That(replica.Xport(), Is.EqualTo(_board.Xport()));
        Assert.That(replica.Spotlight, Is.TypeOf<Ring>());
    }

    [Test]
    public void A_child_of_another_kind_takes_the_place_of_the_one_that_is_there()
    {
        _board.Spotlight = new Ring();
        var copy = new Whiteboard();
        copy.Mport(_board.Xport());
        _board.Spotlight = new Frame();

        copy.Mport(_board.Xport(), new MportOptions { Replace = true });

        Assert.That(copy.Spotlight, Is.TypeOf<Frame>());
        Assert.That(copy.Xport(), Is.EqualTo(_board.Xport()));
    }
}
