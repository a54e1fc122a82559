using Capsule.AspNetCore;
using Capsule.Tests.Simulation.Storage;
using Capsule.Tests.Simulation.Time;
using Capsule.Tests.Simulation.Wire;
using Microsoft.AspNetCore.Hosting.Server;

namespace Capsule.Tests.Simulation;

/// <summary>The application, from its start until it is stopped or killed.</summary>
internal sealed class Process
{
    private readonly WebApplication _application;
    private readonly ProcessTime _time;
    private readonly SimulatedServer _server = new();
    private readonly Dictionary<int, (Cable Cable, Upgrade Upgrade)> _sockets = [];
    private readonly News _news;

    public Process(World world)
    {
        _news = world.News;
        _time = new ProcessTime(world.Timeline);
        Store = new SimulatedStore(world.Disk, world.Timeline, world.Options.DiskMs);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IServer>(_server);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton<TimeProvider>(_time);

        // The one thing that would be timed by another clock: it cut a stop short where the machine was busy.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(world);
        builder.Services.AddTransient<SignIn>();
        builder.Services.AddAuthenticationCore(options =>
        {
            options.AddScheme<SignIn>(SignIn.Scheme, null);
            options.DefaultScheme = SignIn.Scheme;
        });
        builder.Logging.AddProvider(world.Log);
        builder.Services.AddCapsule(world.Options.Apply).UseStore(Store).AddRoot<Yard>(root =>
        {
            root.CreateOnJoin = true;
            root.Seed = (yard, _) => Seed(yard);
        });
        _application = builder.Build();
        _application.MapCapsule();
    }

    public bool IsStopping { get; private set; }

    public SimulatedStore Store { get; }

    public ICapsuleHost Host => _application.Services.GetRequiredService<ICapsuleHost>();

    public CapsuleSessions Sessions => _application.Services.GetRequiredService<CapsuleSessions>();

    public void Start() => _ = Observed(_application.StartAsync());

    public void Open(int socket, string path, string query)
    {
        var cable = new Cable(socket, _news);
        _sockets[socket] = (cable, _server.Open(cable, path, query));
    }

    public void Bring(int socket, byte[] bytes)
    {
        if (_sockets.TryGetValue(socket, out (Cable Cable, Upgrade Upgrade) found))
        {
            found.Cable.Bring(bytes);
        }
    }

    public void Break(int socket)
    {
        if (_sockets.TryGetValue(socket, out (Cable Cable, Upgrade Upgrade) found))
        {
            found.Upgrade.Break();
        }
    }

    public void Block(int socket, bool isBlocked)
    {
        if (_sockets.TryGetValue(socket, out (Cable Cable, Upgrade Upgrade) found))
        {
            found.Cable.Block(isBlocked);
        }
    }

    /// <summary>Stops as a process does that is asked to.</summary>
    public void Stop()
    {
        IsStopping = true;
        _ = Observed(StopAsync());
    }

    /// <summary>Stops as a process does that is not asked: no timer of its rings any more, nothing that it was about to write is written, but for so much.</summary>
    public void Kill(int written)
    {
        _time.Die();
        Store.Die(written);
    }

    private async Task StopAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task Observed(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            Environment.Exit(3);
        }
    }

    private static void Seed(Yard yard)
    {
        for (int number = 0; number < 3; number++)
        {
            Bay bay = yard.Bays.Add(new Bay { Name = $"bay {number}", IsOpen = number != 1, Guests = ["cleo"] });
            for (int crate = 0; crate < 2; crate++)
            {
                bay.Crates.Add(new Crate { Label = $"crate {number}.{crate}", Owner = crate == 0 ? "cleo" : "dora", Contents = "contents" }).Notes.Add(new Note { Text = "note" });
            }
        }

        yard.Cellar.Add(new Crate { Label = "in the cellar", Owner = "anna", Contents = "contents" });
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
