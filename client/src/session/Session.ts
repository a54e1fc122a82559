import type { ListenOptions, Unsubscribe } from "../events/Emitter.js";
import type { AnyCollection } from "../models/Collection.js";
import type { AnyModel } from "../models/Model.js";
import type { Limits } from "../protocol/frames.js";
import type { Op } from "../protocol/ops.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import { guarded } from "./guarded.js";
import type { ConnectOptions } from "./options.js";
import { SessionCore } from "./SessionCore.js";
import type { PendingTurn, SessionEvents, SessionState } from "./SessionEvents.js";
import { withoutUndone, type Undone } from "./UndoStack.js";
import type { WebSocketConstructor } from "./WebSocketLike.js";

/** A session of any root. */
export type AnySession = Session<any>;

/**
 * Starts a session. For `connect`.
 * @internal
 */
export let startSession: <R extends AnyModel>(
  root: ModelClass<R>,
  url: string,
  WebSocket: WebSocketConstructor,
  options: ConnectOptions,
) => Promise<Session<R>>;

/**
 * The state as the server has confirmed it, without what is pending. For what keeps it on the device.
 * @internal
 */
export let confirmedState: (session: AnySession) => Xport;

/**
 * One live view of one tree. It reconnects by itself, and the models stay the same objects; turns wait meanwhile, and what they are expected to do is shown.
 * Made by `connect`.
 */
export class Session<R extends AnyModel> {
  readonly #core: SessionCore;

  static {
    startSession = async <T extends AnyModel>(root: ModelClass<T>, url: string, WebSocket: WebSocketConstructor, options: ConnectOptions) => {
      const session = new Session<T>(root, url, WebSocket, options);
      await session.#core.start(options.signal);
      return session;
    };
    confirmedState = (session) => session.#core.confirmed();
  }

  private constructor(root: ModelClass, url: string, WebSocket: WebSocketConstructor, options: ConnectOptions) {
    this.#core = new SessionCore(this, root, url, WebSocket, options);
  }

  /** The root of the tree. It stays the same object for as long as the session lasts. */
  get root(): R {
    return this.#core.replica.tree.root!.facade as R;
  }

  /** The model or the collection with an id. */
  get(id: string): AnyModel | AnyCollection | undefined;
  /** The model of a type with an id; undefined too if it is of another type. */
  get<M extends AnyModel>(id: string, type: ModelClass<M>): M | undefined;
  get(id: string, type?: ModelClass): AnyModel | AnyCollection | undefined {
    const found = this.#core.replica.tree.find(id.toLowerCase())?.facade;
    return type === undefined || found instanceof (type as unknown as new () => AnyModel) ? found : undefined;
  }

  /** An opaque tag of who the user is. */
  get user(): string {
    return this.#core.replica.user;
  }

  /** The number of the last batch that has been applied. */
  get seq(): number {
    return this.#core.replica.seq;
  }

  /** In which {@link seq} counts. */
  get epoch(): string {
    return this.#core.replica.epoch;
  }

  /** An opaque tag of what the user sees. */
  get view(): string {
    return this.#core.replica.view;
  }

  /** What the server takes at most. */
  get limits(): Limits {
    return this.#core.replica.limits;
  }

  /** The application's templates, where the server has some. */
  get templates(): Readonly<Record<string, string>> {
    return this.#core.templates;
  }

  /** The turns that have been asked for and whose effect is not confirmed yet, in their order. What they are expected to do is shown already. */
  get pending(): readonly PendingTurn[] {
    return this.#core.pending;
  }

  /**
   * Asks for several changes at once: all that the function asks for is one turn, of which the server does all or nothing. Each change has its own promise with its own
   * result. Within another turn, it is a part of that one.
   *
   * ```ts
   * await session.turn(() => {
   *   const { model } = lane.cards.addServer({ title: "Review" });
   *   model.done = true;
   *   void lane.incrementServer("limit");
   * });
   * ```
   *
   * @param act is not async; if it throws, nothing is asked for
   * @returns settles when all of it is done, or nothing, because the server or a rule said no
   * @throws what the function throws; TypeError when it is async
   */
  turn(act: () => unknown): Promise<void> {
    return this.#core.turn(act);
  }

  /** Whether there is a turn of this page that {@link undo} would take back. It changes with the event `pending`. */
  get canUndo(): boolean {
    return this.#core.undoStack.canUndo;
  }

  /** Whether there is a turn that {@link redo} would do again. */
  get canRedo(): boolean {
    return this.#core.undoStack.canRedo;
  }

  /**
   * Takes back the last turn of this page that is not taken back yet. The server does it, also of what a method did, where what the turn did still stands and the
   * user may still do it; what others have changed since stays. It shows when it is confirmed.
   *
   * @returns what could not be taken back; undefined where there is nothing to undo
   * @throws CapsuleRefusal (as a rejection) with the code `notFound` where the server keeps nothing of the turn: it was long ago, or before a restart, or waited for something outside.
   * Another undo then goes on with the turn before it.
   */
  undo(): Promise<Undone | undefined> {
    return guarded(this.#core.undoStack.undo());
  }

  /** Does again what the last {@link undo} took back. A turn that is asked for in between ends that. */
  redo(): Promise<Undone | undefined> {
    return guarded(this.#core.undoStack.redo());
  }

  /**
   * Asks anew, each turn as it was, for turns that were refused or of which it is not known whether they were done (`queueLost`). What they add has the same ids: it is a `conflict` if it is there.
   * Undos are left out, and so are the turns that they took back: to the server, what is asked for here is new.
   * @returns settles when all of them are done
   */
  resend(turns: readonly { readonly turn?: number | undefined; readonly ops: readonly Op[] }[]): Promise<void> {
    const core = this.#core;
    return guarded(Promise.all(withoutUndone(turns).map(({ ops }) => core.turn(() => ops.forEach((op) => void core.submit(op, () => undefined))))).then(() => undefined));
  }

  get state(): SessionState {
    return this.#core.state;
  }

  /**
   * Calls a handler at every such event. What it throws is reported; it stops nothing.
   * @returns ends the subscription
   */
  on<E extends keyof SessionEvents>(event: E, handler: (payload: SessionEvents[E]) => void, options?: ListenOptions): Unsubscribe {
    return this.#core.emitter.on(event, handler, options);
  }

  /** Calls a handler at the next such event. */
  once<E extends keyof SessionEvents>(event: E, handler: (payload: SessionEvents[E]) => void, options?: ListenOptions): Unsubscribe {
    return this.#core.emitter.on(event, handler, options, true);
  }

  /**
   * Gives the server a renewed bearer token, before the session expires. Later joins use it too, unless the option `token` is a function: that is asked.
   * A guest who gives the token of somebody who has signed in goes on as them, turns that wait included.
   */
  renewToken(token: string): void {
    this.#core.renewToken(token);
  }

  /**
   * Ends the session. Turns without a verdict are rejected with the code `closed`, and what they showed is taken back; whether the server did them is not known.
   * With the option `offline` those that wait stay on the device, and are sent when the tree is opened again.
   */
  close(): void {
    this.#core.close();
  }

  /** Ends the session, and with the option `offline` drops all that is kept of this user on the device, turns that wait included. Sessions of the same user in other tabs end as well. */
  async signOut(): Promise<void> {
    await this.#core.signOut();
  }
}
