using System.Text.Json;
using Microsoft.Playwright;

namespace Capsule.Tests.Browser;

/// <summary>What the browser keeps for the page.</summary>
internal static class KeptOnDevice
{
    /// <summary>Waits until the state of a board is kept.</summary>
    public static Task StateAsync(IPage page) =>
        EventuallyAsync(async () => (await ReadAsync(page)).GetProperty("states").GetArrayLength() == 1, "the state is kept");

    public static async Task EventuallyAsync(Func<Task<bool>> isSo, string what)
    {
        for (DateTime end = DateTime.UtcNow.AddSeconds(15); !await isSo(); await Task.Delay(50))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), what);
        }
    }

    /// <summary>All of it, by store.</summary>
    public static async Task<JsonElement> ReadAsync(IPage page) => JsonElement.Parse(await page.EvaluateAsync<string>("""
        async () => {
          const settled = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          const database = await settled(indexedDB.open("capsule"));
          const names = [...database.objectStoreNames].sort();
          const stores = names.length === 0 ? [] : await Promise.all(names.map((name) => settled(database.transaction(name).objectStore(name).getAll())));
          database.close();
          return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, stores[index]])));
        }
        """));
}
