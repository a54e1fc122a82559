import type { Clock } from "../clock.js";
import type { Timing } from "./options.js";
import type { WebSocketConstructor, WebSocketLike } from "./WebSocketLike.js";

/** The subprotocol, and its version. */
export const subprotocol = "capsule.v1";

/** The close code of a client that does not come back. */
const goodbye = 1000;

/** How a socket is made, and made again. */
export interface Dialling {
  readonly url: string;
  readonly WebSocket: WebSocketConstructor;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timing: Required<Timing>;
}

export interface LinkEvents {
  /** An attempt begins. */
  connecting(): void;
  opened(): void;
  received(data: unknown): void;
  /** The socket is gone, or never came. @returns whether to try again */
  lost(closeCode: number | undefined, reason: string): boolean;
}

/** One socket at a time, and another one when it is gone: after a delay that grows and has chance in it, so that clients do not return all at once. */
export class Link {
  #socket: WebSocketLike | null = null;
  #silence: unknown = null;
  #retry: unknown = null;
  #attempts = 0;
  #openedAt = 0;
  #heardAt = 0;

  constructor(
    readonly dialling: Dialling,
    readonly events: LinkEvents,
  ) {}

  open(): void {
    const { url, WebSocket, clock, timing } = this.dialling;
    this.#retry = null;
    this.events.connecting();
    this.#openedAt = Infinity;
    let socket: WebSocketLike;
    try {
      socket = new WebSocket(url, subprotocol);
    } catch (error) {
      return this.#lost(undefined, String(error));
    }
    this.#socket = socket;
    socket.onopen = () => {
      if (socket !== this.#socket) return;
      this.#openedAt = clock.now();
      this.events.opened();
    };
    socket.onmessage = ({ data }: { data: unknown }) => {
      if (socket !== this.#socket) return;
      this.#heardAt = clock.now();
      this.events.received(data);
    };
    socket.onclose = ({ code, reason }: { code: number; reason: string }) => {
      if (socket === this.#socket) this.#lost(code, reason || `the socket closed with ${code}`);
    };
    socket.onerror = () => {};
    this.#heardAt = clock.now();
    this.#watch(timing.silenceMs);
  }

  /** A token of the present socket: what is awaited meanwhile can tell whether it is still the same. */
  get current(): object | null {
    return this.#socket;
  }

  send(text: string): void {
    this.#socket?.send(text);
  }

  /**
   * Gives the socket up and comes back with another one.
   * @param longestMs the longest delay; without it the delay grows from one attempt to the next
   */
  restart(reason: string, longestMs?: number): void {
    this.#lost(undefined, reason, longestMs);
  }

  /** There is reason to believe that a connection can be made: what waits for its next attempt waits no longer. */
  wake(): void {
    if (this.#retry === null) return;
    this.dialling.clock.clearTimeout(this.#retry);
    this.open();
  }

  /** Ends it for good, and says so: what belongs to the session goes. */
  close(): void {
    this.#release(goodbye);
    this.dialling.clock.clearTimeout(this.#retry);
    this.#retry = null;
  }

  #lost(code: number | undefined, reason: string, longestMs?: number): void {
    const { clock, random, timing } = this.dialling;
    if (clock.now() - this.#openedAt >= timing.stableMs) this.#attempts = 0;
    this.#release();
    if (!this.events.lost(code, reason)) return;
    const longest = longestMs ?? Math.min(timing.retryMaxMs, timing.retryMinMs * 2 ** this.#attempts++);
    this.#retry = clock.setTimeout(() => this.open(), random() * longest);
  }

  #release(code?: number): void {
    const socket = this.#socket;
    this.#socket = null;
    this.dialling.clock.clearTimeout(this.#silence);
    socket?.close(code);
  }

  #watch(ms: number): void {
    const { clock, timing } = this.dialling;
    this.#silence = clock.setTimeout(() => {
      const left = this.#heardAt + timing.silenceMs - clock.now();
      if (left > 0) this.#watch(left);
      else this.restart(`nothing was heard for ${timing.silenceMs / 1000} s`);
    }, ms);
  }
}
