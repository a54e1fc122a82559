using System.Reflection;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

[TestFixture]
internal sealed class ServerCodeTests : HostFixture
{
    [Test]
    public async Task A_generated_call_runs_in_a_turn_and_clients_see_what_it_did()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        var notebooks = new CapsuleTrees<Notebook>(host);

        int length = await notebooks.Tree("42").Model<Notebook>(anna.Root).ShoutAsync("hello");

        Assert.That(length, Is.EqualTo(5));
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single(), Is.EqualTo(new ChangeEvent(anna.Root, RawJson.Parse("""{"title":"HELLO"}"""))));
        Assert.That((await notebooks.ReadAsync("42")).Secret, Is.EqualTo("the server shouted"));
    }

    [Test]
    public async Task Arguments_that_CSharp_lets_be_left_out_can_be_left_out_in_calls()
    {
        await using InProcessHost host = Host();
        var notebooks = new CapsuleTrees<Notebook>(host);
        await notebooks.CreateAsync("42");
        ModelHandle<Notebook> root = notebooks.Tree("42").Root;

        Assert.That(await root.RepeatAsync("a"), Is.EqualTo("aa!"));
        Assert.That(await root.RepeatAsync("a", 3), Is.EqualTo("aaa!"));
        Assert.That(await root.RepeatAsync("a", end: null), Is.EqualTo("aa"));
    }

    [TestCase("""["a"]""", "\"aa!\"")]
    [TestCase("""["a",1]""", "\"a!\"")]
    [TestCase("""["a",1,null]""", "\"a\"")]
    public void Clients_may_leave_them_out_too(string arguments, string result) =>
        Assert.That(Call("repeat", arguments).Results[0].ToString(), Is.EqualTo(result));

    [TestCase("[]")]
    [TestCase("""["a",1,"?",2]""")]
    [TestCase("""["a","1"]""")]
    public void Too_few_too_many_or_others_are_invalid(string arguments) =>
        Assert.That(Call("repeat", arguments).Error!.Code, Is.EqualTo(ErrorCode.Invalid));

    [Test]
    public async Task What_servers_alone_may_call_no_client_hears_of()
    {
        await using InProcessHost host = Host();
        var notebooks = new CapsuleTrees<Notebook>(host);
        await notebooks.CreateAsync("42");

        Assert.That(await notebooks.Tree("42").Root.AuditAsync("audited"), Is.Zero);
        Assert.That((await notebooks.ReadAsync("42")).Secret, Is.EqualTo("audited"));

        ProtocolError audited = Call("audit", """["x"]""").Error!;
        ProtocolError unknown = Call("audid", """["x"]""").Error!;
        Assert.That(audited.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(audited.Message, Is.EqualTo(unknown.Message.Replace("audid", "audit", StringComparison.Ordinal)), "as if there were none");
        string mirrors = string.Concat(typeof(Notebook).Assembly.GetCustomAttributes<CapsuleMirrorAttribute>().Select(mirror => mirror.TypeScript));
        Assert.That(mirrors, Does.Contain("repeat(what: string, times?: number, end?: string | null): string;").And.Not.Contain("audit("));
    }

    private static Verdict Call(string method, string arguments)
    {
        var notebook = new Notebook();
        return notebook.Tree.SafeApply(CapsuleUser.Named("anna", "member"), new CallOp(notebook.Id, method, RawJson.Parse(arguments)));
    }

    [Test]
    public async Task What_a_call_throws_reaches_the_caller_and_is_undone()
    {
        await using InProcessHost host = Host();
        var notebooks = new CapsuleTrees<Notebook>(host);
        await notebooks.CreateAsync("42");

        Assert.That(async () => await notebooks.Tree("42").Root.ShoutAsync("throw"), Throws.InvalidOperationException);
        Assert.That(async () => await notebooks.Tree("43").Root.ShoutAsync("x"), Throws.TypeOf<CapsuleException>().With.Property("Code").EqualTo(ErrorCode.NotFound));
        Assert.That(
            async () => await notebooks.Tree("42").Model<Notebook>(ModelId.New()).ShoutAsync("x"),
            Throws.TypeOf<CapsuleException>().With.Property("Code").EqualTo(ErrorCode.NotFound));
        Assert.That((await notebooks.ReadAsync("42")).Title, Is.EqualTo("42"));
    }

    [Test]
    public async Task Trees_are_created_listed_and_deleted_by_key()
    {
        await using InProcessHost host = Host();
        var notebooks = new CapsuleTrees<Notebook>(host);
        Assert.That(await notebooks.CreateAsync("b"), Is.True);
        Assert.That(await notebooks.CreateAsync("a"), Is.True);
        Assert.That(await notebooks.CreateAsync("a"), Is.False);

        var keys = new List<string>();
        await foreach (string key in notebooks.ListAsync())
        {
            keys.Add(key);
        }

        Assert.That(keys, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(await notebooks.DeleteAsync("a"), Is.True);
        Assert.That(await notebooks.ExistsAsync("a"), Is.False);
        Assert.That(() => notebooks.Tree("../a"), Throws.ArgumentException);
    }

    [Test]
    public async Task Updates_run_in_a_turn_and_an_exception_undoes_them()
    {
        await using InProcessHost host = Host();
        var notebooks = new LocalTrees<Notebook>(host);
        await notebooks.CreateAsync("42");
        await notebooks.UpdateAsync("42", notebook => { notebook.Notes.Add(new Note { Text = "a" }); });

        Assert.That(
            async () => await notebooks.UpdateAsync("42", notebook =>
            {
                notebook.Notes.RemoveAt(0);
                throw new InvalidOperationException("no");
            }),
            Throws.InvalidOperationException);
        Assert.That(await notebooks.UpdateAsync("42", notebook => notebook.Notes[0].Text), Is.EqualTo("a"));
    }

    [Test]
    public async Task Many_updates_at_once_are_done_one_after_the_other()
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { TurnsPerSnapshot = 37 });
        var notebooks = new LocalTrees<Notebook>(host);
        await notebooks.CreateAsync("42");

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (_, cancellation) =>
            await notebooks.UpdateAsync("42", notebook => { notebook.Title = $"{(notebook.Notes.Count == 0 ? 0 : int.Parse(notebook.Title)) + 1}"; notebook.Notes.Add(new Note()); }, cancellation));

        Notebook notebook = await notebooks.ReadAsync("42");
        Assert.That(notebook.Notes, Has.Count.EqualTo(500));
        Assert.That(notebook.Title, Is.EqualTo("500"));
    }

    [Test]
    public async Task Two_classes_with_one_wire_name_are_refused_at_the_start()
    {
        Assert.That(
            () => new InProcessHost([new RootDefinition(ModelType.Of<Notebook>()), new RootDefinition(ModelType.Of<Notebook>())], new MemoryStore()),
            Throws.ArgumentException.With.Message.Contains("notebook"));
        await Task.CompletedTask;
    }
}
