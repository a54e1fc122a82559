using Capsule.Tests.Faults;

namespace Capsule.Tests.Access.Seeing;

/// <summary>The random courts find what could be wrong with seeing: each fault within a thousand of them.</summary>
[Parallelizable(ParallelScope.Children)]
public class SeeingFaultTests
{
    private const string Seeing = "Access/Seeing/";

    public static IEnumerable<PlantedFault> Faults =>
    [
        new("A rule of a model is not asked when it comes into sight", Seeing + "Sight.cs", "known(place, item) ?? SeeingRule.LetsRead(item, User)", "item is not null"),
        new("A rule of an attribute is not asked", Seeing + "Sight.cs", "SeeingRule.Shows(model, attribute, User) ? ulong.MaxValue", "true ? ulong.MaxValue"),
        new("References name what is not seen", "Internals/AttributeExchange.References.cs", "_sight?.Sees(target) == false", "false"),
        new("Roles and policies of attributes do not count", Seeing + "View.cs", "type.PublicAttributes & Bits(type.Attributes.Select(static one => one.VisibleTo), meets)", "type.PublicAttributes"),
        new("What is added is sent with all that is in it", Seeing + "SightWriter.cs", "WriteXport(writer, sight, happened.Item, collection.ItemType);", "Capsule.Snapshots.XportWriter.Write(writer, happened.Item, XportOptions.Default, collection.ItemType);"),
        new("A stale audience: who meets the same requirements shares what rules said of another", "Hosting/Audiences.cs", "one.User.SeesLike(user)", "true"),
        new("Rules are not asked again when their model changes", Seeing + "Questions.cs", "AskAbout(dirty.Model);", ""),
        new("Rules are not asked again when something above changes", Seeing + "Questions.cs", "if (model.ModelType.IsReadBelow)", "if (model.ModelType.IsReadBelow && model.Parent == model)"),
        new("Rules are not asked again when a child model changes", Seeing + "Questions.cs", "model = model.Collection is null ? model.Parent : null", "model = null"),
        new("An attribute that goes out of sight stays", Seeing + "SightChanges.cs", "before & ~told.Attributes)", "0)"),
        new("Ops reach models that are not seen", "Access/Gate.cs", "tree.TryFind(id, out CapsuleModel? model) && _sight.Sees(model)", "tree.TryFind(id, out CapsuleModel? model)"),
        new("Ops reach collections that are not seen", "Access/Gate.cs", "tree.TryFind(id, out ModelCollection? collection) && _sight.Sees(collection)", "tree.TryFind(id, out ModelCollection? collection)"),
        new("Ops reach attributes that are not seen", "Access/Gate.cs", "if (!_sight.SeesAttribute(model, number))", "if (attribute.Access.HasFlag(AttributeAccess.ServerOnly))"),
        new("What is not seen is deleted", "Access/Gate.cs", "|| !_sight.Sees(item))", "|| item is null)"),
        new("Positions count what is not seen", Seeing + "SightOrders.cs", "return at;", "return place.Collection.IndexOf(after[index]);"),
        new("A session goes on when the root no longer lets its user read", "Hosting/LiveTree.Turns.cs", "_mayHaveToLeave |= questions?.AsksRoot == true;", ""),
        new("References are not told that their target came into sight or went", Seeing + "SightChanges.cs", "sight is { HasTurned: true, Tree.HasReferences: true }", "sight is { HasTurned: true, Turn: < 0 }"),
        new("A reference from one hidden model to another is told", Seeing + "SightChanges.cs", "return told != shows;", "return true;"),
        new("What was missed is not filtered for who comes back", "Hosting/SentBatches.cs", "Array.Find(turn.Frames, one => one.Audience == audience)", "Array.Find(turn.Frames, static one => true)"),
        new("What was missed is sent to who sees something else now", "Hosting/LiveTree.Sessions.cs", "since.View != audience.Tag || ", ""),
        new("A hidden collection is sent", Seeing + "View.cs", "Bits(type.Collections.Select(static one => one.VisibleTo), meets)", "ulong.MaxValue"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Found(PlantedFault fault)
    {
        object? found = FaultyRuntime.Run(fault, typeof(CourtCases), nameof(CourtCases.FirstFailure), 0, 1_000);

        Assert.That(found, Is.Not.Null, "a thousand random courts did not find it");
        TestContext.Out.WriteLine($"found by seed {found}");
    }
}
