namespace Capsule.Tests.Storage;

[TestFixture]
[Parallelizable]
internal sealed class MemoryStoreTests : StoreSpecification
{
    private MemoryStore _store = new();

    protected override ICapsuleStore Store => _store;

    [SetUp]
    public void Begin() => _store = new();
}
