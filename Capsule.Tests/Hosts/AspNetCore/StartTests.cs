using Capsule.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What is said when the application starts?</summary>
[Parallelizable]
internal sealed class StartTests
{
    [Test]
    public async Task A_root_that_nobody_can_join_is_named_with_the_rule_to_write()
    {
        using var log = new LogLines();
        await using Server server = await Server.StartAsync(
            roots: capsule => capsule.AddRoot<Forgotten>().AddRoot<Hall>(),
            services: services => services.AddSingleton<ILoggerProvider>(log));

        string warning = log.Lines.Single(message => message.Contains("Nobody can join"));
        Assert.That(warning, Does.Contain("'forgotten'").And.Contain("protected override bool CanRead(CapsuleUser user)"));
    }

    [Test]
    public void An_option_that_makes_no_sense_is_named()
    {
        Assert.That(
            async () => await Server.StartAsync(options =>
            {
                options.MaxOpsPerTurn = 0;
                options.MaxMessageDepth = 257;
                options.Trees.MaxVerdictsPerClient = options.MaxTurnsInFlight - 1;
                options.AllowedOrigins.Add("app.example.com");
            }),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("MaxOpsPerTurn").And.Message.Contains("MaxMessageDepth").And.Message.Contains("Trees.MaxVerdictsPerClient").And.Message.Contains("'app.example.com'"));
    }

    [Test]
    public async Task Without_AddCapsule_the_way_out_is_told()
    {
        await using WebApplication application = WebApplication.CreateSlimBuilder().Build();

        Assert.That(() => application.MapCapsule(), Throws.InvalidOperationException.With.Message.Contains("AddCapsule"));
    }

    [Test]
    public void Two_roots_of_one_name_do_not_start()
    {
        Assert.That(
            async () => await Server.StartAsync(roots: capsule => capsule.AddRoot<Hall>().AddRoot<Hall>()),
            Throws.ArgumentException.With.Message.Contains("'hall'"));
    }

    [Test]
    public async Task Server_code_gets_at_the_trees()
    {
        await using Server server = await Server.StartAsync();
        var halls = server.Services.GetRequiredService<LocalTrees<Hall>>();
        await halls.CreateAsync("42");
        await halls.UpdateAsync("42", hall => hall.Title = "From the server");

        Assert.That((await server.Services.GetRequiredService<CapsuleTrees<Hall>>().ReadAsync("42")).Title, Is.EqualTo("From the server"));
    }
}
