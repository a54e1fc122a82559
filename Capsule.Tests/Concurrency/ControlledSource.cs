using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Tests.Concurrency;

/// <summary>The runtime's source, so that everything the host does is a step of a <see cref="ControlledScheduler"/>: what it awaits goes on where it began, and between its statements something else can come in.</summary>
/// <remarks>No other word of it is changed, and none of what is shipped.</remarks>
internal static class ControlledSource
{
    /// <summary>What the changed calls call.</summary>
    public const string Support = """
        namespace Capsule;

        public static class Controlled
        {
            public static global::System.Action Point { get; set; } = static () => { };

            /// Runs something while this thread waits for it.
            public static global::System.Action<global::System.Action> Lend { get; set; } = static run => run();

            public static global::System.Threading.Tasks.Task Run(global::System.Func<global::System.Threading.Tasks.Task> run) =>
                global::System.Threading.Tasks.TaskExtensions.Unwrap(global::System.Threading.Tasks.Task.Factory.StartNew(run, global::System.Threading.CancellationToken.None,
                    global::System.Threading.Tasks.TaskCreationOptions.DenyChildAttach, global::System.Threading.Tasks.TaskScheduler.Current));

            public static global::System.Threading.Tasks.Task<T> Run<T>(global::System.Func<global::System.Threading.Tasks.Task<T>> run, global::System.Threading.CancellationToken cancellation) =>
                global::System.Threading.Tasks.TaskExtensions.Unwrap(global::System.Threading.Tasks.Task.Factory.StartNew(run, cancellation,
                    global::System.Threading.Tasks.TaskCreationOptions.DenyChildAttach, global::System.Threading.Tasks.TaskScheduler.Current));

            /// As the framework's, which goes on by way of the thread pool.
            public static global::System.Threading.Tasks.Task<T> WaitControlledAsync<T>(this global::System.Threading.Tasks.Task<T> task, global::System.Threading.CancellationToken cancellation)
            {
                if (task.IsCompleted || !cancellation.CanBeCanceled)
                {
                    return task;
                }

                var result = new global::System.Threading.Tasks.TaskCompletionSource<T>();
                cancellation.Register(() => result.TrySetCanceled(cancellation));
                Follow();
                return result.Task;

                async void Follow()
                {
                    try
                    {
                        result.TrySetResult(await task);
                    }
                    catch (global::System.Exception exception)
                    {
                        result.TrySetException(exception);
                    }
                }
            }

            public static global::System.Threading.Tasks.Task WaitControlledAsync(this global::System.Threading.Tasks.Task task, global::System.Threading.CancellationToken cancellation)
            {
                return AnswerAsync().WaitControlledAsync(cancellation);

                async global::System.Threading.Tasks.Task<bool> AnswerAsync()
                {
                    await task;
                    return true;
                }
            }

            public static global::System.Threading.Tasks.Task CancelAsync(global::System.Threading.CancellationTokenSource source)
            {
                Lend(source.Cancel);
                return global::System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """;

    /// <summary>Methods that run inside of a lock, or of a constructor: nobody comes in between there.</summary>
    private static readonly string[] Undivided = ["AwaitOwners", "Await", "ComeBack", "LoadAsync"];

    /// <summary>Where others come in between statements. The rest belongs to one tree's thread, or to whoever calls it.</summary>
    private static readonly string[] Divided = ["InProcessHost.cs", "LiveTree", "ReleaseLine.cs", "Connection.cs"];

    /// <summary>The changed text: each of these stands in the source, or nothing is controlled.</summary>
    private static readonly (string From, string To)[] Changes =
    [
        (".ConfigureAwait(false)", ""),
        ("ConfigureAwaitOptions.SuppressThrowing", "ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext"),
        ("TaskScheduler.Default", "TaskScheduler.Current"),
        ("Task.Run(", "Controlled.Run("),
        (".WaitAsync(cancellationToken)", ".WaitControlledAsync(cancellationToken)"),
        ("_ending.CancelAsync()", "Controlled.CancelAsync(_ending)"),
        // What the enumerable does, without its own ConfigureAwait(false).
        ("await foreach (Action work in _queue.Reader.ReadAllAsync())", "while (await _queue.Reader.WaitToReadAsync()) while (_queue.Reader.TryRead(out Action? work))"),
        // The order of a dictionary of texts is another in each process.
        ("in _trees.Values)", "in _trees.OrderBy(static one => one.Key.ToString(), StringComparer.Ordinal).Select(static one => one.Value))"),
    ];

    public static SyntaxTree Read(string file, string text, CSharpParseOptions language)
    {
        foreach ((string from, string to) in Changes)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, language, file);
        return IsDivided(file) ? tree.WithRootAndOptions(new Divider().Visit(tree.GetRoot()), language) : tree;
    }

    /// <summary>Texts that are to be changed and stand nowhere.</summary>
    public static IEnumerable<string> Missing(IEnumerable<string> texts)
    {
        string all = string.Concat(texts).Replace(".ConfigureAwait(false)", "", StringComparison.Ordinal);
        return Changes.Select(static change => change.From).Where(from => from != ".ConfigureAwait(false)" && !all.Contains(from, StringComparison.Ordinal));
    }

    private static bool IsDivided(string file) =>
        file.Contains("/Hosting/", StringComparison.Ordinal) && Divided.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal));

    private sealed class Divider : CSharpSyntaxRewriter
    {
        private static readonly StatementSyntax Point = SyntaxFactory.ParseStatement("global::Capsule.Controlled.Point();");

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            return block.WithStatements([.. block.Statements.SelectMany(static one => one is LocalFunctionStatementSyntax ? [one] : new[] { Point, one })]);
        }

        public override SyntaxNode? VisitLockStatement(LockStatementSyntax node) => node;

        public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
            node.Type.ToString().StartsWith("Lazy<", StringComparison.Ordinal) ? node : base.VisitObjectCreationExpression(node);

        public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => node;

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            Undivided.Contains(node.Identifier.Text) ? node : base.VisitMethodDeclaration(node);
    }
}
