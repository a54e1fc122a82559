using Capsule;
using Capsule.Tests.Domains.Orders;
using Capsule.Tests.Domains.Whiteboards;
using Capsule.Tests.Heritage;
using Capsule.Tests.Mirrors;

Blog();
Orders();
Whiteboards();
EveryType();

static void Blog()
{
    var app = new App();
    Post post = app.Posts.Add(new Post { Title = "First", Words = ["one", "two"] });
    post.Author.Name = "Ada";
    post.Comments.Add(new Comment { Text = "Hear, hear" });
    ComesBack("blog", app, new App());
}

static void Orders()
{
    var shop = new Shop();
    Order order = shop.Orders.Add(new Order { Number = "GB-0001", PlacedAt = DateTimeOffset.UnixEpoch, ShipTo = new("12", "London", "GB") });
    order.Lines.Add(new OrderLine { Product = "Tea", Quantity = 3, UnitPrice = 3.35m });
    CapsuleUser clerk = CapsuleUser.Named("kim", "clerk");
    Demand(order.SafeSet(clerk, """{"delivery":"1970-01-02"}""").IsApplied, "a set");
    Demand(!order.SafeSet(clerk, """{"number":"x"}""").IsApplied, "what is immutable");
    Demand(!shop.Orders.SafeAdd(clerk, """{"number":"x"}""").IsApplied, "a rule");
    Demand(order.SafeCall(clerk, "pay", """["10.05"]""").IsApplied, "a method");
    ComesBack("orders", shop, new Shop());
}

static void Whiteboards()
{
    var board = new Whiteboard { Spotlight = new Heading { Text = "Look" } };
    var frame = (Frame)board.Shapes.Add(new Frame());
    frame.Shapes.Add(new Ring { Radius = 2.5 });
    Demand(board.Shapes.SafeAdd(CapsuleUser.Named("kim", "member"), """{"type":"text","attrs":{"text":"x"}}""").IsApplied, "an item of a family");
    ComesBack("whiteboard", board, new Whiteboard());
}

static void EveryType()
{
    var everything = new Everything
    {
        PlainInt64 = long.MinValue,
        PlainDecimal = 1.00m,
        PlainDateTimeOffset = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(14)).AddTicks(1),
        PlainDictionary = new Dictionary<string, decimal> { ["a"] = 2.50m },
        PlainTable = [[1.5, null], []],
        MaybeBytes = new byte[] { 0, 255 },
        MaybeParcel = new(["a"]) { Total = new(3.50m, Capsule.Tests.Models.Mood.VeryGlad) },
    };
    ComesBack("every type", everything, new Everything());
}

static void ComesBack(string name, CapsuleModel model, CapsuleModel empty)
{
    empty.Mport(model.XportUtf8().Span);
    Demand(empty.Xport() == model.Xport(), $"{name}: {model.Xport()}");
    Console.WriteLine($"{name} came back equal");
}

static void Demand(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"It does not work as native code: {what}");
    }
}
