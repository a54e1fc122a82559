namespace Capsule.Generators.Tests.Harness;

/// <summary>Methods that take what is not on the wire.</summary>
internal static partial class Examples
{
    public const string Calls = """
        namespace Importing;

        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        /// <summary>Where it comes from.</summary>
        /// <param name="Address">Where it is.</param>
        /// <param name="Pages">How much of it.</param>
        public sealed record Origin(Uri Address, int Pages);

        /// <summary>A library.</summary>
        [CapsuleModel]
        public partial class Library
        {
            /// <summary>What it is called.</summary>
            public partial string Name { get; set; }

            /// <summary>Its shelves.</summary>
            [ChildCollection]
            public partial ModelCollection<Shelf> Shelves { get; }

            /// <summary>Stamps it.</summary>
            [Exposed]
            public string Stamp(string text, [FromServices] IFormatProvider format, TurnContext turn, [FromServices] HttpClient? client, int times = 1) =>
                Name = string.Format(format, "{0} {1}", text, times);

            /// <summary>Fetches books.</summary>
            [Exposed]
            public static async Task<IReadOnlyList<Origin>> Import(
                TreeHandle<Library> tree, ModelId id, Origin origin, [FromServices] HttpClient http, CapsuleUser user, CancellationToken cancellation, bool twice = false)
            {
                await http.GetAsync(origin.Address, cancellation);
                await tree.Root.StampAsync(user.Name ?? "nobody", cancellationToken: cancellation);
                return [origin];
            }

            /// <summary>Looks for what is lost.</summary>
            [ServerCallable]
            public static async Task SearchAsync(TreeHandle<Library> tree) => await Task.CompletedTask;
        }

        /// <summary>A shelf.</summary>
        [CapsuleModel]
        public partial class Shelf
        {
            /// <summary>Counts.</summary>
            [Exposed]
            public static ValueTask<long> Count(TreeHandle<Library> library, string call, string result) => ValueTask.FromResult(7L);
        }
        """;
}
