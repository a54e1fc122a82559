import { systemClock } from "../clock.js";
import { CapsuleError, type CapsuleQueueLost, type CapsuleRefusal } from "../errors.js";
import { Emitter, type ReportError } from "../events/Emitter.js";
import { defaultReportError } from "../events/reportError.js";
import { ProtocolError, UnknownKindError } from "../protocol/codec/Codec.js";
import type { BatchFrame, Frame, InitialFrame, ResumedFrame, TransientFrame, VerdictFrame } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { ClientMessage, Since } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";
import { readFrames, writeClientMessage } from "../protocol/text.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ValidationFailure } from "../schema/rules.js";
import { schemaHash } from "../schema/schemaHash.js";
import type { Notice } from "../tree/notices.js";
import { Overlay } from "../tree/Overlay.js";
import { toXport } from "../tree/toXport.js";
import { DivergenceError, type TreeHost } from "../tree/Tree.js";
import { Announcer } from "./Announcer.js";
import { Composer } from "./Composer.js";
import { Credentials } from "./Credentials.js";
import { codeOf, Endings } from "./Endings.js";
import { errorOf } from "./errorOf.js";
import { Keeping } from "./Keeping.js";
import { Link, type Dialling } from "./Link.js";
import type { OfflineHost, OfflineStore } from "./Offline.js";
import { timingOf, type ConnectOptions } from "./options.js";
import { PendingMarks } from "./PendingMarks.js";
import { Replica } from "./Replica.js";
import { restore } from "./restore.js";
import type { AnySession } from "./Session.js";
import type { PendingTurn, SessionEvents, SessionState } from "./SessionEvents.js";
import { needsState, stepsOf } from "./steps.js";
import type { TurnDraft } from "./TurnDraft.js";
import { TurnQueue } from "./TurnQueue.js";
import { UndoStack, type Undone } from "./UndoStack.js";
import { onWake } from "./wakes.js";
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
  readonly #composer: Composer;
  readonly #marks = new PendingMarks();
  readonly #announcer: Announcer;
  readonly #credentials: Credentials;
  readonly #endings: Endings;
  readonly #dialling: Dialling;
  readonly #store: OfflineStore | undefined;
  readonly #keeping = new Keeping();
  /** The socket was given up to come back as another client. */
  #isComingBack = false;
  /** The present socket has had its `initial` or `resumed`. */
  #joined = false;
  /** What is here follows from what the server said. */
  #isSound = false;
  /** Settles `start`; null once it is settled. */
  #starting: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null;
  #leave: () => void = () => {};
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
    const timing = timingOf(options);
    this.reportError = options.reportError ?? defaultReportError;
    this.replica = new Replica(this, rootType);
    this.#schema = schemaHash(rootType);
    this.#credentials = new Credentials(options.token);
    this.#endings = new Endings(clock, timing.stableMs, this.#credentials);
    this.#store = options.offline;
    this.#queue = new TurnQueue(clock, timing.holdMs, {
      send: (message) => this.#send(message),
      refused: (refusal) => this.#refused(refusal),
      applied: (turn, isBatch) => this.undoStack.applied(turn, isBatch),
      keep: (turn) => this.#keeping.keeper?.keep(turn),
      settled: (turn, isDone) => this.#keeping.keeper?.settled(turn, isDone),
      left: (request) => {
        this.#marks.remove((request as TurnDraft).marks);
        this.#announcer.otherTurns();
      },
    });
    const overlay = (this.#overlay = new Overlay(this.replica.tree, () => [...this.#queue.pending.flatMap(({ ops }) => ops), ...this.#composer.ops]));
    this.#announcer = new Announcer(this.replica.tree, this.#marks, this.emitter, this.reportError, () => this.pending);
    this.#composer = new Composer(this.replica.tree, overlay, {
      isIdle: () => this.#queue.pending.length === 0,
      refusal: (draft) => this.#end ?? draft.refusal(this.replica.limits),
      composed: (draft) => {
        this.#marks.add(draft.marks);
        this.#announcer.otherTurns();
        this.undoStack.asked(this.#queue.enqueue(draft), draft.ops);
      },
      refused: (refusal) => this.#refused(refusal),
      announce: (notices) => this.#announcer.announce(notices),
    });
    this.#dialling = { url, WebSocket, clock, random: options.random ?? Math.random, timing };
    this.#link = new Link(this.#dialling, {
      connecting: () => this.#enter("connecting"),
      opened: () => void this.#join(),
      received: (data) => this.#receive(data),
      lost: (closeCode, reason) => this.#lost(closeCode, reason),
    });
  }

  /** Settles when a state is here, the server's or the one that was kept; or when it is clear that none will come. */
  async start(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#store) {
      const kept = await this.#keeping.open(this.#store, this.#host());
      if (signal?.aborted) this.#keeping.keeper?.close();
      signal?.throwIfAborted();
      if (kept) this.#isSound = restore(kept, this.replica, this.#queue, this.#marks, this.reportError);
      this.#go(() => {});
    }
    return new Promise((resolve, reject) => {
      if (this.replica.tree.root) resolve();
      else this.#starting = { resolve, reject };
      const abort = (): void => {
        this.#starting?.reject(signal?.reason);
        this.close();
      };
      signal?.addEventListener("abort", abort);
      const endWakes = onWake(() => this.#link.wake());
      this.#leave = () => {
        signal?.removeEventListener("abort", abort);
        endWakes();
      };
      this.#link.open();
    });
  }

  close(): void {
    this.#finish(new CapsuleError("closed", "The session was closed."), "ended");
  }

  async signOut(): Promise<void> {
    this.close();
    await this.#keeping.keeper?.signOut();
  }

  renewToken(token: string): void {
    this.#credentials.renew(token);
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
    return this.#composer.submit(op, complete, failure);
  }

  turn(act: () => unknown): Promise<void> {
    return this.#composer.turn(act);
  }

  #host(): OfflineHost {
    return {
      dialling: this.#dialling,
      schema: this.#schema,
      token: () => this.#credentials.ask(),
      state: () => (this.#isSound ? this.replica.state(this.#schema, this.confirmed()) : undefined),
      since: () => this.#since(),
      turnsInFlight: () => this.replica.limits.turnsInFlight,
      failed: (error) => (this.emitter.has("error") ? this.#emit("error", error) : this.reportError(error)),
      refused: (refusal) => this.#emit("refused", refusal),
      lost: (turns) => this.#emit("queueLost", { turns }),
      signedOut: () => this.#finish(new CapsuleError("closed", "The user has signed out."), "ended"),
    };
  }

  /** A turn is refused, by the server or before it was sent. */
  #refused(refusal: CapsuleRefusal): void {
    this.undoStack.refused(refusal);
    this.#announcer.refused(refusal);
  }

  /** Lets something happen to the confirmed state or to the queue, and tells what that changed. */
  #go(act: () => readonly Notice[] | void, then?: () => void): void {
    const notices = this.#overlay.rebase(() => act() ?? []);
    this.#announcer.announce(notices, then);
  }

  async #join(): Promise<void> {
    const socket = this.#link.current;
    let { token } = this.#credentials;
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
    this.#send({ event: "join", client: this.#keeping.client, confirmed: this.#queue.confirmed, schema: this.#schema, since: this.#since(), token });
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
        const told = transient ?? frame;
        if (told.event === "transient") this.#announcer.heard(told);
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

  #begin(frame: InitialFrame | ResumedFrame): void {
    const { turns, user } = frame;
    const isSameHistory = frame.epoch === this.replica.epoch;
    const isForeign = this.#queue.pending.length > 0 && !this.#credentials.isRenewed && this.#keeping.isForeign(frame);
    let lost: readonly CapsuleQueueLost[] | undefined;
    this.#go(() => {
      const notices = frame.event === "initial" ? this.replica.initial(frame) : this.replica.resumed(frame);
      this.#isSound = true;
      if (isForeign) this.#queue.abandon(new CapsuleError("forbidden", "Another user has asked for this: it is not done in the name of this one."));
      else if ("lost" in turns) lost = this.#queue.lost();
      else this.#queue.take(turns, isSameHistory ? frame.seq : Infinity);
      this.#joined = !isForeign && !lost;
      this.#enter(this.#joined ? "live" : "connecting");
      return notices;
    });
    this.#keeping.accepted(user);
    this.#credentials.isRenewed = false;
    this.#starting?.resolve();
    this.#starting = null;
    if (isForeign) return this.#comeBackAsAnother("another user has asked for what waits here", user);
    if (lost) return this.#forgotten(lost, user);
    this.#keeping.keeper?.live(user);
    this.#queue.open(this.replica.limits.turnsInFlight);
  }

  #forgotten(turns: readonly CapsuleQueueLost[], user: string): void {
    const { client, keeper } = this.#keeping;
    this.#comeBackAsAnother("the server has forgotten this client", user);
    if (turns.length > 0) this.#emit("queueLost", { turns });
    keeper?.drop(client);
  }

  #comeBackAsAnother(reason: string, user?: string): void {
    this.undoStack.clear();
    this.#keeping.renew(user);
    this.#isComingBack = true;
    this.#link.restart(reason, 0);
    this.#isComingBack = false;
    this.#announcer.otherTurns();
    this.#announcer.announce([]);
  }

  /** What was kept is another user's, by the server's word: it stays where it is, and this user begins. */
  #leaveKept(error: CapsuleError): void {
    this.#isSound = false;
    this.#keeping.ended(error);
    this.#go(() => this.#queue.abandon(error));
    this.#comeBackAsAnother(error.message);
  }

  #batch(frame: BatchFrame, transient?: TransientFrame): void {
    const [{ seq, events }, { replica }] = [frame, this];
    const told = (): void => this.#emit("batch", { seq, events });
    if (seq === replica.seq + 1 && this.#overlay.confirm(this.#queue.opsOf(seq), events)) {
      replica.seq = seq;
      this.#queue.reached(seq);
      this.#keeping.keeper?.changed();
      this.#announcer.announce([], told);
      return transient && this.#take(transient);
    }
    this.#go(() => {
      const notices = [...replica.batch(frame), ...(transient ? replica.transient(transient) : [])];
      this.#queue.reached(seq);
      this.#keeping.keeper?.changed();
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
    if (error.code === "forbidden" && this.#keeping.isAdopted) return this.#leaveKept(error);
    if (this.#endings.isPassing(error.code) && !this.#starting) return this.#link.restart(error.message);
    this.#keeping.ended(error);
    this.#emit("ended", error);
    this.#finish(error, error.code === "schema" ? "updateNeeded" : "ended");
  }

  /** @returns whether to come back */
  #lost(closeCode: number | undefined, reason: string): boolean {
    this.#joined = false;
    this.#keeping.keeper?.lost();
    this.#queue.pause();
    if (this.#isComingBack) return true;
    const code = codeOf(closeCode);
    if (code !== undefined && !this.#endings.isPassing(code)) this.#ended(new CapsuleError(code, `The server ended the session: ${reason}.`));
    else if (this.#starting) this.#finish(new CapsuleError(code ?? "unreachable", `No session at ${this.#dialling.url}: ${reason}.`), "ended");
    else if (!this.#end) this.#enter("offline");
    return this.#end === null;
  }

  #finish(error: CapsuleError, state: SessionState): void {
    if (this.#end) return;
    this.#end = error;
    this.#joined = false;
    this.#leave();
    this.#link.close();
    this.#keeping.keeper?.close();
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
