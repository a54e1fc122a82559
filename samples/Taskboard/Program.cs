using Taskboard.Domain;
using Taskboard.Identity;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddCookieSignIn();

// Boards are kept in a file, data/boards.db, unless the configuration names another.
string boards = builder.Configuration.GetConnectionString("Boards")
    ?? $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "data", "boards.db")}";
builder.Services.AddCapsule()
    .AddRoot<Board>(options =>
    {
        options.CreateOnJoin = true;
        options.Seed = Example.Fill;
    })
    .UseSqlite(boards);

WebApplication app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseAuthentication();
app.MapSignIn();
app.MapCapsule("/capsule");
app.Run();
