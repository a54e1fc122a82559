import type { Clock } from "../clock.js";
import type { ReportError } from "../events/Emitter.js";
import type { OfflineStore } from "./Offline.js";
import type { WebSocketConstructor } from "./WebSocketLike.js";

/** A bearer token, or where to get a fresh one at each join. */
export type Token = string | (() => string | Promise<string>);

/** How a session keeps its connection. All times are in milliseconds. */
export interface Timing {
  /** The longest delay before the first attempt to come back; each further attempt has twice that, and chance decides how much of it is waited. 1,000 without it. */
  readonly retryMinMs?: number;
  /** What that delay does not grow beyond. 30,000 without it. */
  readonly retryMaxMs?: number;
  /** A connection that held for this long was good: what comes after it starts with short delays again. 10,000 without it. */
  readonly stableMs?: number;
  /** A server that says nothing for this long is gone. Its heartbeat is every 15 s. 30,000 without it. */
  readonly silenceMs?: number;
  /** After how long a turn that the server holds is sent again, where it does not say when. 250 without it. */
  readonly holdMs?: number;
}

export function timingOf({ retryMinMs = 1_000, retryMaxMs = 30_000, stableMs = 10_000, silenceMs = 30_000, holdMs = 250 }: Timing): Required<Timing> {
  return { retryMinMs, retryMaxMs, stableMs, silenceMs, holdMs };
}

/** What `connect` may be told. */
export interface ConnectOptions extends Timing {
  /** Which tree; left out where the server chooses. */
  readonly key?: string;
  /** Where the application authenticates by bearer tokens; cookies go along by themselves. */
  readonly token?: Token;
  /** Ends the session when it is aborted: `connect` then rejects with its reason, or what was live is closed. */
  readonly signal?: AbortSignal;
  /** Keeps the state and the turns that wait on the device: `offline()` of `capsule-client/offline`. Without it they last as long as the page. */
  readonly offline?: OfflineStore;
  /** The class of socket, where there is none built in; `WebSocket` of the package `ws` is one. */
  readonly WebSocket?: WebSocketConstructor;
  /** Told of what a handler threw. Without it: the page's `reportError`, or the console. */
  readonly reportError?: ReportError;
  /** Where time comes from. */
  readonly clock?: Clock;
  /** A number from 0 to 1: the chance in the delay before a reconnection. */
  readonly random?: () => number;
}
