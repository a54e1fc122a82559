/**
 * The address of a tree's socket.
 * @param url where the server maps Capsule; against the page's address if it is relative
 * @param root the wire name of the root
 * @param key which tree; undefined where the server chooses
 * @throws TypeError when one of them cannot be used
 */
export function socketAddress(url: string | URL, root: string, key: string | undefined): string {
  if (key !== undefined && (!/^[A-Za-z0-9._~-]{1,128}$/.test(key) || key === "." || key === "..")) {
    throw new TypeError(`${JSON.stringify(key)} is no key: a key has 1 to 128 letters, digits and any of . _ ~ -, and is not . or ..`);
  }
  const address = resolve(url);
  address.protocol = address.protocol.replace(/^http/, "ws");
  if (!/^wss?:$/.test(address.protocol)) throw new TypeError(`${String(url)} is no address for a WebSocket: use http(s) or ws(s).`);
  address.pathname = [address.pathname.replace(/\/+$/, ""), root, ...(key === undefined ? [] : [key])].join("/");
  address.hash = "";
  return address.href;
}

function resolve(url: string | URL): URL {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  try {
    return new URL(url, page);
  } catch (cause) {
    throw new TypeError(`${String(url)} is no address${page === undefined ? ": outside a page it must be absolute" : ""}.`, { cause });
  }
}
