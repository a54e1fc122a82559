using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosting;

/// <summary>What methods take from services.</summary>
[TestFixture]
internal sealed class ServiceTests : HostFixture
{
    private readonly CourierDesk _desk = new();

    [Test]
    public async Task Each_call_has_a_scope_of_its_own_that_ends_after_the_turn()
    {
        await using ServiceProvider services = Services();
        await using InProcessHost host = Host(services: services);
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Hire(anna, 1), Hire(anna, 2)));

        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Results.ToString(), Is.EqualTo("[false,false]"));
        Errand first = await _desk.NextAsync();
        Errand second = await _desk.NextAsync();
        Assert.That(second.Courier, Is.Not.SameAs(first.Courier));
        Assert.That(await _desk.LeftAsync(), Is.SameAs(first.Courier));
        Assert.That(await _desk.LeftAsync(), Is.SameAs(second.Courier));
    }

    [Test]
    public async Task A_turn_that_is_undone_ends_its_scopes_too()
    {
        await using ServiceProvider services = Services();
        await using InProcessHost host = Host(services: services);
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Hire(anna, 1), new CallOp(anna.Root, "hire", RawJson.Parse("""["one"]"""))));

        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(await _desk.LeftAsync(), Is.SameAs((await _desk.NextAsync()).Courier));
    }

    [Test]
    public async Task Server_code_that_calls_gets_them_too_without_naming_them()
    {
        await using ServiceProvider services = Services(format: true);
        await using InProcessHost host = Host(services: services);
        var notebooks = new CapsuleTrees<Notebook>(host);
        await notebooks.CreateAsync("42");

        Assert.That(await notebooks.Tree("42").Root.HireAsync(3), Is.True, "the nullable one is there");
        Assert.That(await _desk.LeftAsync(), Is.SameAs((await _desk.NextAsync()).Courier));
    }

    [Test]
    public async Task What_is_not_registered_fails_and_the_log_says_what()
    {
        var refusals = new List<Refusal>();
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using InProcessHost host = Host(services: services, onRefused: refusals.Add);
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Hire(anna, 1)));

        ProtocolError error = (await anna.Inbox.NextAsync<VerdictFrame>()).Error!;
        Assert.That(error.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(error.Message, Does.Not.Contain("Courier"));
        Assert.That(refusals.Single().Exception!.Message, Does.Contain("'courier'").And.Contain(typeof(Courier).FullName).And.Contain("Register it"));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("42"));
    }

    [Test]
    public void Without_a_host_a_call_that_takes_services_needs_a_provider()
    {
        var notebook = new Notebook();
        var refusals = new List<Refusal>();
        notebook.Tree.Refused += refusals.Add;

        Assert.That(notebook.SafeCall(Anna, "hire", "[1]").Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(refusals.Single().Exception!.Message, Does.Contain("'courier'").And.Contain("pass a service provider to SafeCall"));
        Assert.That(notebook.Title, Is.EqualTo("Untitled"));
    }

    [Test]
    public async Task With_a_provider_it_takes_them_from_there_and_lets_go_of_nothing()
    {
        await using ServiceProvider services = Services();
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        var notebook = new Notebook();

        Assert.That(notebook.SafeCall(Anna, "hire", "[1]", scope.ServiceProvider).IsApplied);
        Assert.That((await _desk.NextAsync()).Courier, Is.SameAs(scope.ServiceProvider.GetRequiredService<Courier>()));
        Assert.That(_desk.TryGetLeft(out _), Is.False, "who made the scope ends it");
    }

    [TestCase("[]")]
    [TestCase("[1,2]")]
    [TestCase("[null,1]")]
    public void They_are_not_arguments(string arguments) =>
        Assert.That(new Notebook().SafeCall(Anna, "hire", arguments).Error!.Code, Is.EqualTo(ErrorCode.Invalid));

    private static CallOp Hire(Client client, int number) => new(client.Root, "hire", RawJson.Parse($"[{number}]"));

    private ServiceProvider Services(bool format = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_desk).AddScoped<Courier>();
        if (format)
        {
            services.AddSingleton<IFormatProvider>(System.Globalization.CultureInfo.InvariantCulture);
        }

        return services.BuildServiceProvider(validateScopes: true);
    }
}
