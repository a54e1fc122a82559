using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Capsule.Protocol;

namespace Capsule.Tests.Documentation;

/// <summary>The README's example, as somebody would try it: put together, built with every warning as an error, run, and used.</summary>
[TestFixture]
internal sealed partial class ReadmeTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public async Task Build()
    {
        string readme = Repository.Read("README.md");
        string[] csharp = [.. CodeBlock("csharp").Matches(readme).Select(block => block.Groups["code"].Value)];
        Assert.That(csharp, Has.Length.EqualTo(2), "the model and the server");
        _folder = Path.Combine(Repository.Root, "artifacts", "readme");
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(_folder, "page"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "Board.cs"), csharp[0]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Program.cs"), csharp[1]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "page", "page.ts"), CodeBlock("ts").Match(readme).Groups["code"].Value);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Readme.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <!-- As strict as a new project of the SDK, and every warning an error. -->
                <AnalysisLevel>latest</AnalysisLevel>
                <CapsuleTypeScriptOutput>page/models</CapsuleTypeScriptOutput>
              </PropertyGroup>
              <ItemGroup>
                <!-- By name: the SDK takes nothing below the artifacts for sources. -->
                <Compile Include="Board.cs;Program.cs" />
                <ProjectReference Include="$(CapsuleRepositoryRoot)hosts/Capsule.AspNetCore/Capsule.AspNetCore.csproj" />
              </ItemGroup>
              <Import Project="$(CapsuleRepositoryRoot)build/InRepository.targets" />
            </Project>
            """);
        (int exitCode, string output) = await RunAsync("dotnet", "build", "-nologo");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Not.Contain("warning CS").And.Not.Contain("warning CA").And.Not.Contain("warning CAP"));
    }

    [Test]
    public async Task The_server_serves_the_board_and_takes_a_change()
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", ["run", "--no-build", "--", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        })!;
        try
        {
            string address = await AddressAsync(server.StandardOutput).WaitAsync(TimeSpan.FromSeconds(60));
            using var http = new HttpClient();
            Assert.That(await http.GetStringAsync($"{address}/capsule/models.js"), Does.Contain("export class Board").And.Contain("export class Card"));
            Assert.That(await http.GetStringAsync($"{address}/capsule/client.js"), Does.Contain("connect"));

            using var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("capsule.v1");
            await socket.ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}/capsule/board/42"), default);
            await SendAsync(socket, $$"""{"event":"join","client":"{{Guid.NewGuid()}}"}""");
            var initial = (InitialFrame)(await ReceiveAsync(socket))[0];
            string id = IdInExport().Match(initial.App.ToString()).Value;
            await SendAsync(socket, $$$"""{"event":"turn","turn":1,"confirmed":0,"ops":[{"event":"set","id":"{{{id}}}","change":{"title":"Ours"}}]}""");
            IReadOnlyList<Frame> answer = await ReceiveAsync(socket);

            Assert.That(((VerdictFrame)answer[0]).IsApplied);
            Assert.That(((BatchFrame)answer[1]).Events.Single().ToString(), Does.Contain("Ours"));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    [Test]
    public async Task The_page_passes_the_type_check_against_the_mirrors()
    {
        string compiler = Path.Combine(Repository.Root, "node_modules", ".bin", "tsc");
        (int exitCode, string output) = await RunAsync(
            compiler, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext", "--lib", "es2023,dom", "page/page.ts");

        Assert.That(exitCode, Is.Zero, output);
    }

    private static async Task<string> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                return found.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    private static async Task<IReadOnlyList<Frame>> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        WebSocketReceiveResult received = await socket.ReceiveAsync(buffer, patience.Token);
        return FrameJson.ReadMessage(buffer.AsMemory(0, received.Count));
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static Regex CodeBlock(string language) => new($"```{language}\n(?<code>.*?)```", RegexOptions.Singleline);

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();

    [GeneratedRegex("(?<=\"id\":\")[0-9a-f-]{36}")]
    private static partial Regex IdInExport();
}
