import { systemClock } from "../clock.js";
import { CapsuleError, CapsuleRefusal } from "../errors.js";
import { Emitter, type ReportError } from "../events/Emitter.js";
import { defaultReportError } from "../events/reportError.js";
import { newSecretId } from "../ids.js";
import { ProtocolError, UnknownKindError } from "../protocol/codec/Codec.js";
import { op as opCodec } from "../protocol/codec/ops.js";
import { endCloseCodes, type WireCode } from "../protocol/codes.js";
import type { BatchFrame, Frame, InitialFrame, ResumedFrame, TransientFrame, Turns, VerdictFrame } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { ClientMessage, Since } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";
import { stringify } from "../protocol/stringify.js";
import { readFrames, writeClientMessage } from "../protocol/text.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ValidationFailure } from "../schema/rules.js";
import { schemaHash } from "../schema/schemaHash.js";
import { raiseNotices, type Notice } from "../tree/notices.js";
import { Overlay } from "../tree/Overlay.js";
import { toXport } from "../tree/toXport.js";
import { DivergenceError, type TreeHost } from "../tree/Tree.js";
import { raiseBroadcasts } from "./broadcasts.js";
import { errorOf } from "./errorOf.js";
import { Link } from "./Link.js";
import type { ConnectOptions, Token } from "./options.js";
import { News } from "./News.js";
import { marksOf, PendingMarks } from "./PendingMarks.js";
import { Replica } from "./Replica.js";
import type { AnySession } from "./Session.js";
import type { PendingTurn, SessionEvents, SessionState } from "./SessionEvents.js";
import { needsState, stepsOf } from "./steps.js";
import { TurnDraft } from "./TurnDraft.js";
import { TurnQueue } from "./TurnQueue.js";
import { UndoStack, type Undone } from "./UndoStack.js";
import type { WebSocketConstructor } from "./WebSocketLike.js";

/** What a session does: it leads frames to the copy of the tree and to the queue of turns. `Session` is what a user sees of it. */
export class SessionCore implements TreeHost {
  readonly emitter = new Emitter();
  readonly replica: Replica;
  readonly reportError: ReportError;
  readonly undoStack = new UndoStack((op) => this.submit(op, (result) => result as unknown as Undone));
  state: SessionState = "connecting";
  templates: Readonly<Record<string, string>> = {};
  readonly #schema: string;
  readonly #link: Link;
  readonly #queue: TurnQueue;
  readonly #overlay: Overlay;
  readonly #marks = new PendingMarks();
  /** The turn that is being put together. */
  #draft: TurnDraft | null = null;
  readonly #news = new News();
  #refusals: CapsuleRefusal[] = [];
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
      refused: (refusal) => {
        this.#refusals.push(refusal);
        this.undoStack.forget(refusal.turn);
      },
      left: (request) => this.#marks.remove((request as TurnDraft).marks),
    });
    this.#overlay = new Overlay(this.replica.tree, () => [...this.#queue.pending, ...(this.#draft ? [this.#draft] : [])].flatMap(({ ops }) => ops));
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

  get pending(): readonly PendingTurn[] {
    return this.#queue.pending.map(({ turn, ops }) => ({ turn, ops }));
  }

  isPending(id: string | null, name?: string): boolean {
    return id !== null && this.#marks.has(id, name);
  }

  /** The state as the server has confirmed it, without what is pending: what can be kept, with {@link Replica.epoch} and {@link Replica.seq}. */
  confirmed(): Xport {
    return this.#overlay.confirmed(() => toXport(this.replica.tree.root!));
  }

  submit<T>(op: Op, complete: (result: Json) => T, failure?: ValidationFailure): Promise<T> {
    if (!this.#draft) {
      let promise!: Promise<T>;
      this.turn(() => void (promise = this.submit(op, complete, failure)));
      return promise;
    }
    // What is kept is a copy: a turn that is sent again is the same to the letter.
    const text = stringify(opCodec.write(op));
    const copy = JSON.parse(text) as Op;
    const promise = this.#draft.add(copy, new TextEncoder().encode(text).length, marksOf(this.replica.tree, copy), complete, failure);
    this.#overlay.lay(copy);
    return promise;
  }

  turn(act: () => unknown): Promise<void> {
    if (this.#draft) {
      this.#collect(this.#draft, act);
      return this.#draft.promise;
    }
    if (this.#queue.pending.length === 0) this.replica.tree.forgetGuesses();
    const draft = (this.#draft = new TurnDraft());
    const notices = this.#overlay.compare(() => {
      try {
        this.#collect(draft, act);
      } finally {
        this.#draft = null;
      }
      const no = this.#end ?? draft.refusal(this.replica.limits);
      if (draft.length === 0) draft.done([]);
      else if (no) this.#discard(draft, no);
      else {
        this.#marks.add(draft.marks);
        this.undoStack.asked(this.#queue.enqueue(draft), draft.ops);
      }
    });
    this.#announce(notices);
    return draft.promise;
  }

  /** Runs what asks for the ops of a turn. If it throws, nothing of it is left. */
  #collect(draft: TurnDraft, act: () => unknown): void {
    const before = draft.length;
    try {
      const result = act();
      if (typeof (result as PromiseLike<unknown> | undefined)?.then === "function" && !draft.gave(result)) {
        throw new TypeError("The function of a turn must not be async: what it asks for is sent when it returns. Await what turn gives back.");
      }
    } catch (error) {
      this.#overlay.rebase(() => {
        draft.drop(before, error);
        return [];
      });
      throw error;
    }
  }

  #discard(draft: TurnDraft, error: CapsuleError): void {
    this.#overlay.rebase(() => {
      draft.failed(error);
      return [];
    });
    if (error instanceof CapsuleRefusal) this.#refusals.push(error);
  }

  /** Lets something happen to the confirmed state or to the queue, and tells what that changed. */
  #go(act: () => readonly Notice[] | void, then?: () => void): void {
    const notices = this.#overlay.rebase(() => act() ?? []);
    this.#announce(notices, then);
  }

  /** Tells what happened, when what happened before has been told. */
  #announce(notices: readonly Notice[], then: () => void = () => {}): void {
    const refusals = this.#refusals.splice(0);
    const touched = this.#marks.takeTouched();
    this.#news.tell(() => {
      raiseNotices(notices, this.reportError);
      for (const refusal of refusals) this.#emit("refused", refusal);
      for (const id of touched) this.#raisePending(id);
      if (touched.length > 0 && this.emitter.has("pending")) this.#emit("pending", { turns: this.pending });
      then();
    });
  }

  #raisePending(id: string): void {
    const node = this.replica.tree.find(id);
    if (node) node.emitter.emit("pending", "items" in node ? { collection: node.facade } : { model: node.facade }, this.reportError);
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
      for (const [frame, transient] of stepsOf(readFrames(data))) {
        this.#take(frame, transient);
        this.#hear(transient ?? frame);
        // The frame, or a handler, can have ended this socket.
        if (socket !== this.#link.current) return;
      }
    } catch (error) {
      this.#misfit(error);
    }
  }

  #take(frame: Frame, transient?: TransientFrame): void {
    if (!this.#joined && needsState.has(frame.event)) throw new ProtocolError(`${frame.event} came before the state`);
    switch (frame.event) {
      case "templates":
        this.templates = frame.templates;
        return;
      case "initial":
      case "resumed":
        return this.#begin(frame);
      case "batch":
        return this.#batch(frame, transient);
      case "transient":
        return this.#go(() => this.replica.transient(frame));
      case "verdict":
        return this.#verdict(frame, transient);
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

  /** Tells of what happened that is no state. */
  #hear(frame: Frame): void {
    if (frame.event === "transient") this.#news.tell(() => raiseBroadcasts(this.replica.tree, frame.events, this.reportError));
  }

  #begin(frame: InitialFrame | ResumedFrame): void {
    const isSameHistory = frame.epoch === this.replica.epoch;
    let isLost = false;
    this.#go(() => {
      const notices = frame.event === "initial" ? this.replica.initial(frame) : this.replica.resumed(frame);
      this.#isSound = true;
      isLost = this.#takeTurns(frame.turns, isSameHistory ? frame.seq : Infinity);
      if (!isLost) this.#joined = true;
      this.#enter(isLost ? "connecting" : "live");
      return notices;
    });
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
    this.undoStack.clear();
    this.#link.restart("the server has forgotten this client", 0);
    this.#emit("queueLost", { turns: lost });
    return true;
  }

  #batch(frame: BatchFrame, transient?: TransientFrame): void {
    const [{ seq, events }, { replica }] = [frame, this];
    const told = (): void => this.#emit("batch", { seq, events });
    if (seq === replica.seq + 1 && this.#overlay.confirm(this.#queue.opsOf(seq), events)) {
      replica.seq = seq;
      this.#queue.reached(seq);
      this.#announce([], told);
      return transient && this.#take(transient);
    }
    this.#go(() => {
      const notices = [...replica.batch(frame), ...(transient ? replica.transient(transient) : [])];
      this.#queue.reached(seq);
      return notices;
    }, told);
  }

  #verdict(frame: VerdictFrame, transient?: TransientFrame): void {
    // What was expected is shown until the batch is here that has what was done.
    if (frame.outcome === "applied" && frame.seq !== undefined && frame.seq > this.replica.seq) return this.#queue.verdict(frame);
    this.#go(() => {
      const notices = transient ? this.replica.transient(transient) : [];
      this.#queue.verdict(frame);
      this.#queue.reached(this.replica.seq);
      return notices;
    });
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
    this.#go(() => this.#queue.fail(error));
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
