import type { AnyModel } from "./models/Model.js";
import type { ModelClass } from "./schema/ModelClass.js";
import { socketAddress } from "./session/address.js";
import type { ConnectOptions } from "./session/options.js";
import { startSession, type Session } from "./session/Session.js";
import type { WebSocketConstructor } from "./session/WebSocketLike.js";

/**
 * Opens a live view of a tree.
 *
 * ```ts
 * const session = await connect(Board, "/capsule", { key: "42" });
 * session.root.on("change:title", ({ value }) => (heading.textContent = value));
 * ```
 *
 * @param root the mirror of the root
 * @param url where the server maps Capsule, against the page's address if it is relative
 * @returns the session, once the state is here. From then on it reconnects by itself.
 * @throws CapsuleError (as a rejection) when the server says no, with its code; or `unreachable` when there is no connection
 */
export async function connect<R extends AnyModel>(root: ModelClass<R>, url: string | URL, options: ConnectOptions = {}): Promise<Session<R>> {
  const WebSocket = options.WebSocket ?? (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket;
  if (!WebSocket) throw new TypeError("There is no WebSocket here: give one, as in connect(…, { WebSocket }) with that of the package ws.");
  return startSession(root, socketAddress(url, root.metadata.type, options.key), WebSocket, options);
}
