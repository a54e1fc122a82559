namespace Capsule.Tests.Storage;

/// <summary>What is written down of clients can be read by later builds.</summary>
public sealed class ClientStateJsonTests
{
    [Test]
    public void Without_the_time_of_the_last_use_as_it_was_once_it_is_the_default()
    {
        IReadOnlyList<ClientState> read = ClientStateJson.Read(RawJson.Parse("""[{"client":"01981d43-937d-7181-936a-ed207253edc6","user":null,"last":7,"turns":[]}]"""));
        Assert.That(read.Select(static client => (client.Last, client.LastUsed)), Is.EqualTo(new[] { (7L, default(DateTimeOffset)) }));
    }

    [Test]
    public void The_time_of_the_last_use_comes_back()
    {
        var state = new ClientState(Guid.NewGuid(), "anna", 7, [], new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1)));
        Assert.That(ClientStateJson.Read(ClientStateJson.Write([state])).Single().LastUsed, Is.EqualTo(state.LastUsed));
    }
}
