import { systemClock } from "../clock.js";
import { CapsuleError, CapsuleRefusal, type ErrorPlace } from "../errors.js";
import { Emitter, type ReportError } from "../events/Emitter.js";
import { defaultReportError } from "../events/reportError.js";
import { newSecretId } from "../ids.js";
import { ProtocolError, UnknownKindError } from "../protocol/codec/Codec.js";
import { op as opCodec } from "../protocol/codec/ops.js";
import { endCloseCodes, type WireCode } from "../protocol/codes.js";
import type { BatchFrame, Frame, InitialFrame, ResumedFrame, Turns, WireError } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { ClientMessage, Since } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";
import { stringify } from "../protocol/stringify.js";
import { readFrames, writeClientMessage } from "../protocol/text.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ValidationFailure } from "../schema/rules.js";
import { schemaHash } from "../schema/schemaHash.js";
import { DivergenceError, type TreeHost } from "../tree/Tree.js";
import { guarded } from "./guarded.js";
import { Link } from "./Link.js";
import type { ConnectOptions, Token } from "./options.js";
import { Replica } from "./Replica.js";
import type { AnySession } from "./Session.js";
import type { SessionEvents, SessionState } from "./SessionEvents.js";
import { TurnQueue } from "./TurnQueue.js";
import type { WebSocketConstructor } from "./WebSocketLike.js";

/** What the message of a turn has besides its ops, at the most. */
const envelopeBytes = 100;

/** Frames that mean something only after the state. */
const needsState: ReadonlySet<Frame["event"]> = new Set(["batch", "transient", "verdict", "hold"] as const);

/** What a session does: it leads frames to the copy of the tree and to the queue of turns. `Session` is what a user sees of it. */
export class SessionCore implements TreeHost {
  readonly emitter = new Emitter();
  readonly replica: Replica;
  readonly reportError: ReportError;
  state: SessionState = "connecting";
  templates: Readonly<Record<string, string>> = {};
  readonly #schema: string;
  readonly #link: Link;
  readonly #queue: TurnQueue;
  #client = newSecretId();
  #token: Token | undefined;
  /** The present socket has had its `initial` or `resumed`. */
  #joined = false;
  /** What is here follows from what the server said. */
  #isSound = false;
  /** Settles `start`; null once it is settled. */
  #starting: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null;
  #leaveSignal: () => void = () => {};
  /** Why it is over. */
  #end: CapsuleError | null = null;

  constructor(
    readonly session: AnySession,
    rootType: ModelClass,
    url: string,
    WebSocket: WebSocketConstructor,
    options: ConnectOptions,
  ) {
    const clock = options.clock ?? systemClock;
    this.reportError = options.reportError ?? defaultReportError;
    this.replica = new Replica(this, rootType);
    this.#schema = schemaHash(rootType);
    this.#token = options.token;
    this.#queue = new TurnQueue(clock, {
      send: (message) => this.#send(message),
      refused: (refusal) => this.#emit("refused", refusal),
    });
    this.#link = new Link(url, WebSocket, clock, options.random ?? Math.random, {
      connecting: () => this.#enter("connecting"),
      opened: () => void this.#join(),
      received: (data) => this.#receive(data),
      lost: (closeCode, reason) => this.#lost(closeCode, reason),
    });
  }

  /** Settles when the state is here, or when it is clear that it will not come. */
  start(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      this.#starting = { resolve, reject };
      const abort = (): void => {
        this.#starting?.reject(signal?.reason);
        this.close();
      };
      signal?.addEventListener("abort", abort);
      this.#leaveSignal = () => signal?.removeEventListener("abort", abort);
      this.#link.open();
    });
  }

  close(): void {
    this.#finish(new CapsuleError("closed", "The session was closed."), "ended");
  }

  renewToken(token: string): void {
    if (typeof this.#token !== "function") this.#token = token;
    if (this.#joined) this.#send({ event: "token", token });
  }

  submit<T>(op: Op, complete: (result: Json) => T, failure?: ValidationFailure): Promise<T> {
    // What is kept is a copy: a turn that is sent again is the same to the letter.
    const text = stringify(opCodec.write(op));
    const ops: readonly Op[] = [JSON.parse(text) as Op];
    if (this.#end) return guarded(Promise.reject(this.#end));
    if (failure) return this.#refuse("invalid", failure.message, { op: 0, attribute: failure.attribute }, ops);
    if (new TextEncoder().encode(text).length + envelopeBytes > this.replica.limits.messageBytes) {
      return this.#refuse("tooLarge", `This is more than the server takes in one message (messageBytes: ${this.replica.limits.messageBytes}). Send it in parts.`, { op: 0 }, ops);
    }
    return guarded(
      new Promise<T>((resolve, reject) => {
        const done = ([result = null]: readonly Json[]): void => {
          try {
            resolve(complete(result));
          } catch (error) {
            reject(error);
          }
        };
        this.#queue.enqueue(ops, done, reject);
      }),
    );
  }

  /** Says no without asking the server. */
  #refuse(code: WireCode, message: string, place: ErrorPlace, ops: readonly Op[]): Promise<never> {
    const refusal = new CapsuleRefusal(code, message, place, undefined, ops);
    const promise = guarded(Promise.reject<never>(refusal));
    this.#emit("refused", refusal);
    return promise;
  }

  async #join(): Promise<void> {
    const socket = this.#link.current;
    let token = this.#token;
    if (typeof token === "function") {
      try {
        token = await token();
      } catch (cause) {
        if (socket !== this.#link.current) return;
        this.#emit("error", new CapsuleError("unauthenticated", "The application gave no token.", { cause }));
        return this.#link.restart("the application gave no token");
      }
      if (socket !== this.#link.current) return;
    }
    this.#send({ event: "join", client: this.#client, confirmed: this.#queue.confirmed, schema: this.#schema, since: this.#since(), token });
  }

  /** What is here already; nothing where it cannot be trusted. */
  #since(): Since | undefined {
    const { epoch, seq, view } = this.replica;
    return this.#isSound ? { epoch, seq, view } : undefined;
  }

  #send(message: ClientMessage): void {
    this.#link.send(writeClientMessage(message));
  }

  #receive(data: unknown): void {
    const socket = this.#link.current;
    try {
      for (const frame of readFrames(data)) {
        this.#take(frame);
        // The frame, or a handler, can have ended this socket.
        if (socket !== this.#link.current) return;
      }
    } catch (error) {
      this.#misfit(error);
    }
  }

  #take(frame: Frame): void {
    if (!this.#joined && needsState.has(frame.event)) throw new ProtocolError(`${frame.event} came before the state`);
    switch (frame.event) {
      case "templates":
        this.templates = frame.templates;
        return;
      case "initial":
      case "resumed":
        return this.#begin(frame);
      case "batch":
        return this.#batch(frame);
      case "transient":
        return this.replica.transient(frame).raise(this.reportError);
      case "verdict":
        this.#queue.verdict(frame);
        return this.#queue.reached(this.replica.seq);
      case "hold":
        return this.#queue.hold(frame);
      case "error":
        return this.#emit("error", errorOf(frame.error));
      case "ended":
        return this.#ended(errorOf(frame.error));
      default:
        return frame satisfies never;
    }
  }

  #begin(frame: InitialFrame | ResumedFrame): void {
    const isSameHistory = frame.epoch === this.replica.epoch;
    const changes = frame.event === "initial" ? this.replica.initial(frame) : this.replica.resumed(frame);
    this.#isSound = true;
    const isLost = this.#takeTurns(frame.turns, isSameHistory ? frame.seq : Infinity);
    if (!isLost) this.#joined = true;
    this.#enter(isLost ? "connecting" : "live");
    changes?.raise(this.reportError);
    this.#starting?.resolve();
    this.#starting = null;
    if (this.#joined) this.#queue.open(this.replica.limits.turnsInFlight);
  }

  /** @returns whether the server has forgotten this client: it comes back as another one */
  #takeTurns(turns: Turns, seq: number): boolean {
    if (!("lost" in turns)) {
      this.#queue.take(turns, seq);
      return false;
    }
    this.#client = newSecretId();
    const lost = this.#queue.lost();
    this.#link.restart("the server has forgotten this client", 0);
    this.#emit("queueLost", { turns: lost });
    return true;
  }

  #batch(frame: BatchFrame): void {
    const changes = this.replica.batch(frame);
    this.#queue.reached(frame.seq);
    changes.raise(this.reportError);
    this.#emit("batch", { seq: frame.seq, events: frame.events });
  }

  /** What the server said cannot be taken. */
  #misfit(error: unknown): void {
    if (error instanceof UnknownKindError) {
      return this.#finish(new CapsuleError("updateNeeded", `${error.message}. Load the page again.`, { cause: error }), "updateNeeded");
    }
    this.#isSound = false;
    const failure = new CapsuleError("protocol", error instanceof Error ? error.message : String(error), { cause: error });
    if (this.#starting) return this.#finish(failure, "ended");
    if (error instanceof DivergenceError) this.#emit("resync", { reason: error.message });
    else this.#emit("error", failure);
    this.#link.restart(failure.message);
  }

  #ended(error: CapsuleError): void {
    if (this.#isPassing(error.code) && !this.#starting) return this.#link.restart(error.message);
    this.#emit("ended", error);
    this.#finish(error, error.code === "schema" ? "updateNeeded" : "ended");
  }

  /** Whether it is worth coming back: for one whose ticket ran out, if there is a way to a fresh one. */
  #isPassing(code: string): boolean {
    return code === "closing" || code === "rateLimited" || (code === "expired" && typeof this.#token === "function");
  }

  /** @returns whether to come back */
  #lost(closeCode: number | undefined, reason: string): boolean {
    this.#joined = false;
    this.#queue.pause();
    const code = Object.entries(endCloseCodes).find(([, number]) => number === closeCode)?.[0] as WireCode | undefined;
    if (code !== undefined && !this.#isPassing(code)) this.#ended(new CapsuleError(code, `The server ended the session: ${reason}.`));
    else if (this.#starting) this.#finish(new CapsuleError(code ?? "unreachable", `No session at ${this.#link.url}: ${reason}.`), "ended");
    else if (!this.#end) this.#enter("offline");
    return this.#end === null;
  }

  #finish(error: CapsuleError, state: SessionState): void {
    if (this.#end) return;
    this.#end = error;
    this.#joined = false;
    this.#leaveSignal();
    this.#link.close();
    this.#queue.fail(error);
    this.#starting?.reject(error);
    this.#starting = null;
    this.#enter(state);
  }

  #enter(state: SessionState): void {
    const previous = this.state;
    if (state === previous || (this.#end && state !== "ended" && state !== "updateNeeded")) return;
    this.state = state;
    this.#emit("state", { state, previous });
  }

  #emit<E extends keyof SessionEvents>(event: E, payload: SessionEvents[E]): void {
    this.emitter.emit(event, payload, this.reportError);
  }
}

function errorOf({ code, message, op, attribute }: WireError): CapsuleError {
  return new CapsuleError(code as WireCode, message, { op, attribute });
}
