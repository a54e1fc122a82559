using Capsule;
using Capsule.Storage.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps an application's trees in SQLite.</summary>
public static class SqliteStoreExtensions
{
    /// <summary>Keeps the trees in an SQLite file instead of in memory.</summary>
    /// <param name="builder">What <c>AddCapsule</c> returned.</param>
    /// <param name="connectionString">That of Microsoft.Data.Sqlite, such as <c>Data Source=boards.db</c>.</param>
    public static TBuilder UseSqlite<TBuilder>(this TBuilder builder, string connectionString)
        where TBuilder : ICapsuleBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.UseStore(_ => new SqliteStore(connectionString));
        return builder;
    }
}
