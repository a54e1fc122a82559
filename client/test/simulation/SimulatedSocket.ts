import type { WebSocketConstructor, WebSocketLike } from "capsule-client";
import type { Connection } from "./Connection.js";
import type { Network } from "./Network.js";

/** What the client takes for the browser's WebSocket. */
export class SimulatedSocket implements WebSocketLike {
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly #connection: Connection;

  constructor(
    network: Network,
    readonly owner: Owner,
    url: string,
  ) {
    this.#connection = network.connect(this, owner.name, new URL(url));
  }

  send(text: string): void {
    this.owner.says(text);
    this.#connection.send(text);
  }

  close(): void {
    this.#connection.close();
  }

  opened(): void {
    this.onopen?.({});
  }

  received(text: string): void {
    this.owner.hears(text);
    this.onmessage?.({ data: text });
  }

  ended(code: number, reason: string): void {
    this.onclose?.({ code, reason });
  }
}

/** Whose sockets they are. */
export interface Owner {
  readonly name: string;
  says(text: string): void;
  hears(text: string): void;
}

/** The class of sockets for one client. */
export function socketsOf(network: Network, owner: Owner): WebSocketConstructor {
  return class extends SimulatedSocket {
    constructor(url: string) {
      super(network, owner, url);
    }
  };
}
