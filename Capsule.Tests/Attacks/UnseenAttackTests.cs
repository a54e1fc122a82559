using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Attacks;

/// <summary>Guesses at what is there and not shown: every answer is that to an id which nothing has.</summary>
[Parallelizable]
internal sealed class UnseenAttackTests
{
    [Test]
    [Promise(18)]
    public async Task Every_op_on_an_unseen_model_is_answered_as_on_one_that_does_not_exist()
    {
        await using Siege siege = await Siege.OpenAsync();

        foreach (ModelId unseen in (ModelId[])[siege.Shadow, siege.Spy])
        {
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"name":"x"}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"pay":1}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"made up":1}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"name":5}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"name":"x"}""", """{"age":40}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, """{"name":"x"}""", """{"age":41}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Unset(id, "name"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Unset(id, "made up"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Increment(id, "age"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Increment(id, "name"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Delete(id));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Move(siege.Guards, id, ",\"newPosition\":0"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Move(siege.Tunnels, id));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Call(id, "salute"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Call(id, "made up"));
        }
    }

    [Test]
    public async Task Every_op_on_an_unseen_collection_is_answered_as_on_one_that_does_not_exist()
    {
        await using Siege siege = await Siege.OpenAsync();

        foreach (ModelId unseen in (ModelId[])[siege.Spies, siege.ShadowWeapons])
        {
            await siege.SameAsNowhereAsync(unseen, id => Ops.Add(id, """{"name":"x"}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Add(id, """{"weight":1}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Add(id, "5"));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Move(id, siege.Gate));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Delete(id));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(id, "{}"));
        }
    }

    [Test]
    public async Task A_reference_to_an_unseen_model_is_answered_as_to_one_that_does_not_exist()
    {
        await using Siege siege = await Siege.OpenAsync();

        foreach (ModelId unseen in (ModelId[])[siege.Shadow, siege.Spy, siege.Spies, siege.ShadowWeapons])
        {
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(siege.Fortress, $$"""{"captain":"{{id}}"}"""));
            await siege.SameAsNowhereAsync(unseen, id => Ops.Set(siege.Fortress, """{"name":"x"}""", $$"""{"captain":"{{id}}"}"""));
        }

        await siege.Trees.UpdateAsync("42", fortress => { fortress.Captain = fortress.Guards.Single(guard => guard.IsHidden); });
        await siege.Mallory.NextAsync<BatchFrame>();
        await siege.SameAsNowhereAsync(siege.Shadow, id => Ops.Set(siege.Fortress, """{"name":"x"}""", $$"""{"captain":"{{id}}"}"""));
    }

    [Test]
    public async Task A_neighbour_that_is_unseen_counts_as_gone()
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.AppliedAsync(Ops.Move(siege.Guards, siege.Gate, $",\"before\":\"{siege.Shadow}\""));

        Assert.That(await siege.Trees.UpdateAsync("42", fortress => fortress.Guards[^1].Id), Is.EqualTo(siege.Gate));
    }

    [Test]
    public async Task Nothing_unseen_can_be_compared_by_was()
    {
        await using Siege siege = await Siege.OpenAsync();

        foreach (string name in (string[])["treasury", "password", "made up"])
        {
            string right = await siege.AskTextAsync(Ops.Set(siege.Fortress, "{}", $$"""{"{{name}}":"under the well"}"""));
            string wrong = await siege.AskTextAsync(Ops.Set(siege.Fortress, "{}", $$"""{"{{name}}":"elsewhere"}"""));
            Assert.That(right, Does.Contain($"There is no attribute '{name}' in 'fortress'."));
            Assert.That(wrong[wrong.IndexOf("outcome", StringComparison.Ordinal)..], Is.EqualTo(right[right.IndexOf("outcome", StringComparison.Ordinal)..]));
        }
    }

    [Test]
    public async Task A_batch_about_what_is_unseen_is_an_empty_one()
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.Trees.UpdateAsync("42", fortress =>
        {
            fortress.Treasury = "moved";
            fortress.Password = "changed";
            fortress.Spies[0].Name = "another";
            fortress.Guards.Single(guard => guard.IsHidden).Weapons.Add(new Weapon { Weight = 7 });
        });

        Assert.That((await siege.Mallory.NextAsync<BatchFrame>()).Events, Is.Empty);
    }

    [Test]
    public async Task Who_lost_a_role_while_offline_gets_another_view_and_nothing_of_the_former_one()
    {
        await using Siege siege = await Siege.OpenAsync();
        await using SocketClient lord = await SocketClient.OpenAsync(siege.Server, "fortress/42", await siege.Server.CookieAsync("lea", "lord"));
        InitialFrame former = await lord.JoinedAsync();
        Assert.That(former.App.ToString(), Does.Contain("under the well").And.Contain(siege.Shadow.ToString()).And.Contain(siege.Spy.ToString()));
        await lord.CloseAsync();

        await using SocketClient member = await SocketClient.OpenAsync(siege.Server, "fortress/42", await siege.Server.CookieAsync("lea", "member"));
        await member.SendAsync($$$"""{"event":"join","client":"{{{lord.Client}}}","since":{"epoch":"{{{former.Epoch}}}","seq":{{{former.Seq}}},"view":"{{{former.View}}}"}}""");
        string message = await member.NextTextAsync();

        var initial = (InitialFrame)FrameJson.ReadMessage(System.Text.Encoding.UTF8.GetBytes(message))[0];
        Assert.That(initial.View, Is.Not.EqualTo(former.View));
        Assert.That(initial.User, Is.EqualTo(former.User));
        foreach (string secret in (string[])["under the well", "treasury", "shadow", siege.Shadow.ToString(), siege.Spy.ToString(), siege.Spies.ToString()])
        {
            Assert.That(message, Does.Not.Contain(secret));
        }
    }
}
