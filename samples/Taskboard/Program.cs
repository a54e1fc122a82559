using Taskboard.Domain;
using Taskboard.Identity;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddCookieSignIn();

// Trees are kept in memory: a board lasts as long as the process.
builder.Services.AddCapsule().AddRoot<Board>(options =>
{
    options.CreateOnJoin = true;
    options.Seed = Example.Fill;
});

WebApplication app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseAuthentication();
app.MapSignIn();
app.MapCapsule("/capsule");
app.Run();
