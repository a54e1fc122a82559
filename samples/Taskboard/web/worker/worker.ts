export {}; // A module: its `self` is its own.

declare const self: ServiceWorkerGlobalScope;

/** The files of the page, as the build lists them. */
declare const files: readonly string[];

const cacheName = "page";

// Keeps the page's own files, so that it opens without its server. What is on the board is kept by the client: see "offline" in openBoard.ts.
self.addEventListener("install", (event) => {
  // Fonts are kept when they have been used.
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files.filter((file) => !file.startsWith("/fonts/")))));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === "GET" && origin === self.location.origin && files.includes(pathname)) event.respondWith(newest(event.request, pathname));
});

/** The file as the server has it; where there is no server, as it was. */
async function newest(request: Request, file: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(file, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(file);
    if (kept) return kept;
    throw error;
  }
}
