using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Attacks;

/// <summary>What is small to send and meant to be large to take. Bytes of a message, ops of a turn and depth of JSON have their tests in <see cref="BadInputTests"/>.</summary>
[Parallelizable]
internal sealed class BombTests
{
    [Test]
    public async Task Values_as_deep_as_a_message_may_be_are_invalid_and_no_failure()
    {
        await using Siege siege = await Siege.OpenAsync();
        string lists = new string('[', 120) + new string(']', 120);
        string objects = string.Concat(Enumerable.Repeat("""{"a":""", 120)) + "1" + new string('}', 120);

        foreach (string deep in (string[])[lists, objects])
        {
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$"""{"name":{{deep}}}"""));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$$"""{"signs":{"a":{{{deep}}}}}"""));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Add(siege.Guards, $$"""{"name":{{deep}}}"""));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Call(siege.Fortress, "ring", $"[{deep}]"));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Increment(siege.Fortress, "height", deep));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, "{}", $$"""{"name":{{deep}}}"""));
        }
    }

    [Test]
    public async Task More_models_than_a_tree_may_have_are_refused_together_or_one_by_one()
    {
        await using Siege siege = await Siege.OpenAsync(options => options.Trees.MaxModelsPerTree = 8);
        string items = string.Join(',', Enumerable.Repeat("{}", 500));

        ProtocolError error = await siege.RefusedAsync(ErrorCode.TooLarge, Ops.Add(siege.Tunnels, $$$$"""{"attrs":{},"collections":{"branches":{"models":[{{{{items}}}}]}}}"""));
        Assert.That(error.Message, Does.Contain("MaxModelsPerTree"));
        await siege.RefusedAsync(ErrorCode.TooLarge, Enumerable.Repeat(Ops.Add(siege.Tunnels, "{}"), 10).ToArray());
    }

    [Test]
    public async Task Models_deeper_than_a_tree_may_be_are_refused_also_when_they_are_moved_there()
    {
        await using Siege siege = await Siege.OpenAsync(options => options.Trees.MaxDepth = 4);
        (ModelId upper, ModelId lower, ModelId twoDeep) = await siege.Trees.UpdateAsync("42", fortress =>
        {
            Tunnel deep = fortress.Tunnels.Add(new Tunnel());
            Tunnel below = deep.Branches.Add(new Tunnel());
            Tunnel beside = fortress.Tunnels.Add(new Tunnel());
            beside.Branches.Add(new Tunnel());
            return (deep.Branches.Id, below.Branches.Id, beside.Id);
        });
        await siege.Mallory.NextAsync<BatchFrame>();

        string nest = string.Concat(Enumerable.Repeat("""{"attrs":{},"collections":{"branches":{"models":[""", 20)) + "{}" + string.Concat(Enumerable.Repeat("]}}}", 20));
        ProtocolError error = await siege.RefusedAsync(ErrorCode.TooLarge, Ops.Add(siege.Tunnels, nest));
        Assert.That(error.Message, Does.Contain("MaxDepth"));
        await siege.RefusedAsync(ErrorCode.TooLarge, Ops.Move(lower, twoDeep));
        await siege.RefusedAsync(ErrorCode.TooLarge, Ops.Add(upper, "{}"), Ops.Move(lower, twoDeep));
    }

    [Test]
    public async Task A_text_that_is_too_long_is_refused_wherever_it_stands()
    {
        await using Siege siege = await Siege.OpenAsync(options => options.Trees.MaxStringBytes = 100);
        string text = Ops.Text(new string('x', 101));

        await LongAsync(Ops.Set(siege.Fortress, $$"""{"name":{{text}}}"""));
        await LongAsync(Ops.Set(siege.Fortress, $$$"""{"signs":{"a":{{{text}}}}}"""));
        await LongAsync(Ops.Set(siege.Fortress, $$$"""{"signs":{ {{{text}}}:"a"}}"""));
        await LongAsync(Ops.Add(siege.Guards, $$$"""{"attrs":{"name":{{{text}}}}}"""));
        await LongAsync(Ops.Call(siege.Fortress, "ring", $"[{text}]"));

        async Task LongAsync(string op) => Assert.That((await siege.RefusedAsync(ErrorCode.TooLarge, op)).Message, Does.Contain("MaxStringBytes"));
    }

    [Test]
    public async Task A_name_that_is_too_long_does_not_come_back_in_the_error()
    {
        await using Siege siege = await Siege.OpenAsync();
        string name = new('n', 10_000);

        await ShortAsync(Ops.Set(siege.Fortress, $$"""{"{{name}}":1}"""));
        await ShortAsync(Ops.Set(siege.Fortress, "{}", $$"""{"{{name}}":1}"""));
        await ShortAsync(Ops.Unset(siege.Fortress, name));
        await ShortAsync(Ops.Increment(siege.Fortress, name));
        await ShortAsync(Ops.Call(siege.Fortress, name));
        await ShortAsync(Ops.Add(siege.Guards, $$$"""{"attrs":{"{{{name}}}":1}}"""));
        await ShortAsync(Ops.Add(siege.Guards, $$$$"""{"attrs":{},"collections":{"{{{{name}}}}":{"models":[{}]}}}"""));
        await ShortAsync(Ops.Add(siege.Guards, $$$$"""{"attrs":{},"models":{"{{{{name}}}}":{}}}"""));
        await ShortAsync(Ops.Add(siege.Guards, $$$"""{"attrs":{},"{{{name}}}":1}"""));

        async Task ShortAsync(string op)
        {
            string verdict = await siege.AskTextAsync(op);
            Assert.That(verdict, Does.Contain("\"notFound\""));
            Assert.That(verdict, Has.Length.LessThan(400), op[..100]);
        }
    }

    [TestCase("name", "1e400")]
    [TestCase("height", "1e400")]
    [TestCase("height", "2147483648")]
    [TestCase("height", "1e9999999999")]
    [TestCase("height", "-0.5")]
    [TestCase("weight", "1e400")]
    [TestCase("weight", "\"NaN\"")]
    [TestCase("weight", "\"Infinity\"")]
    [TestCase("gold", "\"79228162514264337593543950336\"")]
    [TestCase("gold", "\"1e99999999\"")]
    [TestCase("gold", "1e400")]
    public async Task A_number_beyond_its_type_is_invalid_set_or_added(string attribute, string number)
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$"""{"{{attribute}}":{{number}}}"""));
        await siege.RefusedAsync(ErrorCode.Invalid, Ops.Increment(siege.Fortress, attribute, number));
    }

    [Test]
    public async Task Digits_without_end_are_invalid()
    {
        await using Siege siege = await Siege.OpenAsync();
        string digits = new('9', 30_000);

        foreach (string attribute in (string[])["height", "weight", "gold"])
        {
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$"""{"{{attribute}}":{{digits}}}"""));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Set(siege.Fortress, $$"""{"{{attribute}}":"{{digits}}"}"""));
            await siege.RefusedAsync(ErrorCode.Invalid, Ops.Increment(siege.Fortress, attribute, digits));
        }
    }

    [Test]
    public async Task Additions_that_overflow_are_invalid()
    {
        await using Siege siege = await Siege.OpenAsync();

        await siege.RefusedAsync(ErrorCode.Invalid, [.. Enumerable.Repeat(Ops.Increment(siege.Fortress, "height", "2147483647"), 2)]);
        await siege.RefusedAsync(ErrorCode.Invalid, [.. Enumerable.Repeat(Ops.Increment(siege.Fortress, "weight", "1.7e308"), 2)]);
        await siege.RefusedAsync(ErrorCode.Invalid, [.. Enumerable.Repeat(Ops.Increment(siege.Fortress, "gold", "\"79228162514264337593543950335\""), 2)]);
    }
}
