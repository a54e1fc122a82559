using System.Security.Claims;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>When is a user who was found anew the same as before?</summary>
[TestFixture]
internal sealed class SameUserTests : LoungeFixture
{
    [Test]
    public async Task With_the_same_claims_policies_and_facts_in_any_order() => Assert.That(await IsSameAsync(
        User([("sub", "anna"), ("role", "a"), ("role", "b")], ["x", "y"]).WithFacts(new Team(1)).WithFacts(new Membership("gold")),
        User([("role", "b"), ("role", "a"), ("sub", "anna")], ["y", "x"]).WithFacts(new Membership("gold")).WithFacts(new Team(1))));

    [Test]
    public async Task With_another_ticket() => Assert.That(await IsSameAsync(
        User([("sub", "anna"), ("exp", "1"), ("iat", "1"), ("nbf", "1"), ("jti", "a")]), User([("sub", "anna"), ("exp", "2"), ("iat", "2"), ("jti", "b")])));

    [Test]
    public async Task Not_with_any_difference()
    {
        CapsuleUser anna = User([("sub", "anna"), ("role", "a")], ["x"]).WithFacts(new Team(1));
        CapsuleUser[] others =
        [
            User([("sub", "anna")], ["x"]).WithFacts(new Team(1)),
            User([("sub", "anna"), ("role", "a"), ("role", "a")], ["x"]).WithFacts(new Team(1)),
            User([("sub", "anna"), ("role", "a")]).WithFacts(new Team(1)),
            User([("sub", "anna"), ("role", "a")], ["x", "y"]).WithFacts(new Team(1)),
            User([("sub", "anna"), ("role", "a")], ["x"]).WithFacts(new Team(2)),
            User([("sub", "anna"), ("role", "a")], ["x"]).WithFacts(new Membership("gold")),
            User([("sub", "anna"), ("role", "a")], ["x"]),
            User([("sub", "anna"), ("role", "a")], ["x"], signedIn: false).WithFacts(new Team(1)),
        ];

        foreach ((CapsuleUser other, int number) in others.Select((other, number) => (other, number)))
        {
            Assert.That(await IsSameAsync(anna, other), Is.False, $"{number}");
            Assert.That(await IsSameAsync(other, anna), Is.False, $"{number}, the other way");
        }
    }

    [Test]
    public async Task Not_with_claims_that_are_written_to_pass_for_others() => Assert.That(
        await IsSameAsync(User([("sub", "anna"), ("t", "b1:u"), ("u", "e")]), User([("sub", "anna"), ("t", "b"), ("1:u", "u1:e")])), Is.False);

    /// <summary>Who is not the same gets the state anew.</summary>
    private static async Task<bool> IsSameAsync(CapsuleUser before, CapsuleUser after)
    {
        await using InProcessHost host = LoungeHost(new MemoryStore());
        Visit visit = await EnterAsync(host, before);
        visit.Connection.Renew(after);
        visit.Say(1, "here");
        return (await visit.Inbox.NextAsync())[0] is VerdictFrame;
    }

    private static CapsuleUser User((string Type, string Value)[] claims, string[]? policies = null, bool signedIn = true) => new(
        new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), signedIn ? "test" : null)), policies);

    private sealed record Membership(string Plan);

    private sealed record Team(int Number);
}
