import type { Clock } from "../clock.js";
import type { ReportError } from "../events/Emitter.js";
import type { WebSocketConstructor } from "./WebSocketLike.js";

/** A bearer token, or where to get a fresh one at each join. */
export type Token = string | (() => string | Promise<string>);

/** What `connect` may be told. */
export interface ConnectOptions {
  /** Which tree; left out where the server chooses. */
  readonly key?: string;
  /** Where the application authenticates by bearer tokens; cookies go along by themselves. */
  readonly token?: Token;
  /** Ends the session when it is aborted: `connect` then rejects with its reason, or what was live is closed. */
  readonly signal?: AbortSignal;
  /** The class of socket, where there is none built in; `WebSocket` of the package `ws` is one. */
  readonly WebSocket?: WebSocketConstructor;
  /** Told of what a handler threw. Without it: the page's `reportError`, or the console. */
  readonly reportError?: ReportError;
  /** Where time comes from. */
  readonly clock?: Clock;
  /** A number from 0 to 1: the chance in the delay before a reconnection. */
  readonly random?: () => number;
}
