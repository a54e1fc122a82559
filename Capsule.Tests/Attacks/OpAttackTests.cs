using Capsule.Protocol;

namespace Capsule.Tests.Attacks;

/// <summary>Ops that ask for more than their sender may.</summary>
[Parallelizable]
internal sealed class OpAttackTests
{
    [Test]
    [Promise(1, TakesTime = true)]
    public async Task A_set_of_what_is_allowed_with_what_is_not_is_refused_whole()
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.Forbidden, Ops.Set(siege.Fortress, """{"name":"x","garrison":9}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Set(siege.Fortress, """{"name":"x","password":"x"}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Set(siege.Fortress, """{"name":"x","treasury":"x"}"""));
        await siege.RefusedAsync(ErrorCode.NotFound, Ops.Set(siege.Fortress, """{"name":"x","id":"01981d40-0000-7000-8000-000000000000"}"""));
        await siege.RefusedAsync(ErrorCode.Forbidden, Ops.Set(siege.Fortress, """{"garrison":9,"garrison":0,"name":"x"}"""));
        await siege.RefusedAsync(ErrorCode.Forbidden, Ops.Set(siege.Fortress, """{"name":"x"}"""), Ops.Set(siege.Fortress, """{"garrison":9}"""));
    }

    [TestCase("""{"attrs":{"name":"traitor"}}""", ErrorCode.Forbidden)]
    [TestCase("""{"attrs":{"name":"g","pay":9}}""", ErrorCode.Forbidden)]
    [TestCase("""{"name":"g","pay":9}""", ErrorCode.Forbidden)]
    [TestCase("""{"attrs":{"name":"g"},"collections":{"weapons":{"models":[{"attrs":{"weight":1}},{"attrs":{"weight":100}}]}}}""", ErrorCode.Forbidden)]
    [TestCase("""{"attrs":{"name":"g"},"collections":{"guards":{"models":[{}]}}}""", ErrorCode.NotFound)]
    [TestCase("""{"attrs":{"name":"g"},"models":{"captain":{}}}""", ErrorCode.NotFound)]
    [TestCase("""{"type":"fortressWeapon","attrs":{"name":"g"}}""", ErrorCode.Invalid)]
    public async Task An_add_with_something_in_it_that_is_not_allowed_is_refused_whole(string data, ErrorCode expected)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(expected, Ops.Set(siege.Fortress, """{"name":"x"}"""), Ops.Add(siege.Guards, data));
    }

    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("01981d4000007000800000000000000f")]
    [TestCase("{01981d40-0000-7000-8000-00000000000f}")]
    [TestCase(" 01981d40-0000-7000-8000-00000000000f")]
    [TestCase("01981d40-0000-7000-8000-00000000000g")]
    [TestCase("../42")]
    [TestCase("__proto__")]
    [TestCase("")]
    public async Task An_id_that_is_none_is_invalid_wherever_it_stands(string id)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, $$$"""{"attrs":{"id":{{{Ops.Text(id)}}}}}"""));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, $$"""{"name":"g","id":{{Ops.Text(id)}}}"""));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, $$$$"""{"attrs":{"name":"g"},"collections":{"weapons":{"id":{{{{Ops.Text(id)}}}},"models":[]}}}"""));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$"""{"captain":{{Ops.Text(id)}}}"""));
        if (!Guid.TryParseExact(id, "D", out _))
        {
            await siege.RefusedAsync(ErrorCode.Invalid, $$$"""{"event":"set","id":{{{Ops.Text(id)}}},"change":{"name":"x"}}""");
        }
    }

    [Test]
    public async Task An_id_that_is_taken_is_a_conflict_in_either_case_and_a_free_one_may_be_in_upper_case()
    {
        await using Siege siege = await Siege.OpenAsync();

        foreach (ModelId taken in (ModelId[])[siege.Fortress, siege.Guards, siege.Gate, siege.Shadow, siege.Spies])
        {
            await siege.RefusedAsync(ErrorCode.Conflict, Ops.Add(siege.Guards, $$$"""{"attrs":{"id":"{{{taken}}}"}}"""));
            await siege.RefusedAsync(ErrorCode.Conflict, Ops.Add(siege.Guards, $$$"""{"attrs":{"id":"{{{taken.ToString().ToUpperInvariant()}}}"}}"""));
        }

        var free = ModelId.New();
        await siege.AppliedAsync(Ops.Add(siege.Guards, $$$"""{"attrs":{"id":"{{{free.ToString().ToUpperInvariant()}}}","name":"new"}}"""));
        Assert.That(await siege.ReadAsync(), Does.Contain(free.ToString()));
    }

    [TestCase("raze", Description = "for servers alone")]
    [TestCase("undermine", Description = "public, and no more")]
    [TestCase("toString")]
    [TestCase("ToString")]
    [TestCase("getType")]
    [TestCase("GetType")]
    [TestCase("equals")]
    [TestCase("dispose")]
    [TestCase("Dispose")]
    [TestCase("memberwiseClone")]
    [TestCase("finalize")]
    [TestCase("get_Name")]
    [TestCase("set_Name")]
    [TestCase("get_Password")]
    [TestCase("set_Garrison")]
    [TestCase("canEdit")]
    [TestCase("onJoined")]
    [TestCase("xport")]
    [TestCase("mport")]
    [TestCase("safeSet")]
    [TestCase("invalidateVisibility")]
    [TestCase("Ring", Description = "its name in C#")]
    [TestCase("RING")]
    [TestCase("ring ")]
    [TestCase("")]
    [TestCase("__proto__")]
    [TestCase("constructor")]
    public async Task A_method_that_is_not_exposed_is_not_there(string method)
    {
        await using Siege siege = await Siege.OpenAsync();

        ProtocolError error = await siege.RefusedAsync(ErrorCode.NotFound, Ops.Call(siege.Fortress, method));
        ProtocolError madeUp = await siege.RefusedAsync(ErrorCode.NotFound, Ops.Call(siege.Fortress, "made up"));

        Assert.That(error.Message, Is.EqualTo(madeUp.Message.Replace("made up", method)));
    }

    [TestCase("-1", "n gate tower", "gate n tower")]
    [TestCase("-2147483648", "n gate tower", "gate n tower")]
    [TestCase("2147483647", "gate tower n", "tower n gate")]
    [TestCase("1", "gate n tower", "n gate tower")]
    public async Task A_position_out_of_range_is_brought_into_it(string at, string added, string moved)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.AppliedAsync(Ops.Add(siege.Guards, """{"name":"n"}""", $",\"at\":{at}"));
        Assert.That(await OrderAsync(), Is.EqualTo(added));
        await siege.AppliedAsync(Ops.Move(siege.Guards, siege.Gate, $",\"newPosition\":{at},\"before\":\"{siege.Fortress}\""));
        Assert.That(await OrderAsync(), Is.EqualTo(moved));

        Task<string> OrderAsync() => siege.Trees.UpdateAsync(
            "42", fortress => string.Join(' ', fortress.Guards.Where(guard => !guard.IsHidden).Select(guard => guard.Name)));
    }

    [TestCase("2147483648")]
    [TestCase("-2147483649")]
    [TestCase("1.5")]
    [TestCase("1e1")]
    [TestCase("99999999999999999999999999")]
    [TestCase("\"0\"")]
    [TestCase("\"NaN\"")]
    [TestCase("true")]
    [TestCase("[]")]
    public async Task A_position_that_is_no_index_is_invalid(string at)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, """{"name":"n"}""", $",\"at\":{at}"));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Move(siege.Guards, siege.Gate, $",\"newPosition\":{at}"));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Move(siege.Guards, siege.Gate, $",\"before\":{(at[0] == '"' ? at : "7")}"));
    }
}
