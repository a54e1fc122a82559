namespace Capsule.Tests.Access;

/// <summary>What does a rule know of a user?</summary>
[Parallelizable]
internal sealed class UserTests
{
    [Test]
    public void Facts_are_found_by_their_type()
    {
        CapsuleUser anna = CapsuleUser.Named("anna", "member").WithFacts(new Membership("gold")).WithFacts(new Team(7));

        Assert.That((anna.Facts<Membership>(), anna.Facts<Team>()), Is.EqualTo((new Membership("gold"), new Team(7))));
        Assert.That(anna.Is("member"));
        Assert.That(CapsuleUser.Anonymous.Facts<Membership>(), Is.Null);
    }

    [Test]
    public void Later_facts_take_the_place_of_former_ones() =>
        Assert.That(CapsuleUser.Named("anna").WithFacts(new Team(1)).WithFacts(new Team(2)).Facts<Team>(), Is.EqualTo(new Team(2)));

    [Test]
    public void A_guest_is_somebody_who_did_not_sign_in()
    {
        CapsuleUser guest = CapsuleUser.Guest("7");

        Assert.That((guest.Id, guest.Name, guest.IsGuest, guest.IsAuthenticated), Is.EqualTo(("guest:7", (string?)null, true, false)));
        Assert.That((CapsuleUser.Anonymous.IsGuest, CapsuleUser.Named("guest:7").IsGuest), Is.EqualTo((false, false)));
    }

    private sealed record Membership(string Plan);

    private sealed record Team(int Number);
}
