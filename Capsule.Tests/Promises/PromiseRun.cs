using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Execution;

namespace Capsule.Tests.Promises;

/// <summary>Runs tests of this assembly within a test, also where the assembly is loaded once more beside a runtime with a mistake in it.</summary>
public static class PromiseRun
{
    /// <summary>Runs the tests of a promise, those that take time aside, until one fails.</summary>
    /// <param name="promise">Its number.</param>
    /// <param name="patience">One that hangs has failed.</param>
    /// <returns>How many passed, and what the one said that failed; null if none did.</returns>
    public static (int Passed, string? Failure) UntilOneFails(int promise, TimeSpan patience)
    {
        var tests = new QuickTests(promise);
        Task over = Task.Delay(patience);
        List<Task<ITestResult>> running = [.. typeof(PromiseRun).Assembly.GetTypes().Where(tests.IsMatch).Select(fixture => RunAsync(fixture, tests))];
        int passed = 0;
        while (running.Count > 0)
        {
            if (Task.WhenAny([.. running, over]).GetAwaiter().GetResult() is not Task<ITestResult> ended)
            {
                return (passed, $"It did not end within {patience}.");
            }

            running.Remove(ended);
            ITestResult result = ended.GetAwaiter().GetResult();
            passed += result.PassCount;
            if (result.ResultState.Status == TestStatus.Failed)
            {
                return (passed, SaidBy(result));
            }
        }

        return (passed, null);
    }

    /// <summary>Runs the tests of several promises.</summary>
    /// <returns>Of which no test passed, or one failed, with what it said.</returns>
    public static string[] NotHeld(int[] promises, TimeSpan patience)
    {
        var wanting = new List<string>();
        foreach (int promise in promises)
        {
            (int passed, string? failure) = UntilOneFails(promise, patience);
            if (passed == 0 || failure is not null)
            {
                wanting.Add($"{promise}: {failure ?? "no test"}");
            }
        }

        return [.. wanting];
    }

    /// <summary>Each fixture on a thread of its own, so that what fails does not wait for what hangs; nothing of it is in the result of the test around it.</summary>
    private static Task<ITestResult> RunAsync(Type fixture, IPreFilter tests)
    {
        using AsyncFlowControl alone = ExecutionContext.SuppressFlow();
        return Task.Factory.StartNew(
            () =>
            {
                using var isolated = new TestExecutionContext.IsolatedContext();
                using WorkItem work = WorkItemBuilder.CreateWorkItem(new DefaultSuiteBuilder().BuildFrom(new TypeWrapper(fixture), tests), TestFilter.Empty, recursive: true)!;
                work.InitializeContext(new TestExecutionContext { Dispatcher = new MainThreadWorkItemDispatcher(), StopOnError = true });
                work.Execute();
                work.WaitForCompletion();
                return (ITestResult)work.Result;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private static string SaidBy(ITestResult result) =>
        result.Children.FirstOrDefault(static child => child.ResultState.Status == TestStatus.Failed) is { } failed ? SaidBy(failed) : $"{result.FullName}: {result.Message}";

    /// <summary>Builds those alone that are run.</summary>
    private sealed class QuickTests(int promise) : IPreFilter
    {
        public bool IsMatch(Type type) => !type.IsAbstract && Array.Exists(type.GetMethods(), method => IsMatch(type, method));

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) =>
            method.GetCustomAttributes<PromiseAttribute>().Any(one => one.Number == promise && !one.TakesTime);
    }
}
