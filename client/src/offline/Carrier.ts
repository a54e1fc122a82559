import { CapsuleError } from "../errors.js";
import type { Frame, InitialFrame, ResumedFrame } from "../protocol/frames.js";
import type { ClientMessage } from "../protocol/messages.js";
import { readFrames, writeClientMessage } from "../protocol/text.js";
import { isForNow } from "../session/Endings.js";
import { Link } from "../session/Link.js";
import type { OfflineHost, OfflineTurn } from "../session/Offline.js";
import { TurnQueue } from "../session/TurnQueue.js";
import type { ClientRecord } from "./database.js";

/** Sends the queue of a tab that is gone, over a connection of its own. What it does comes to the session as batches, like anybody else's work. */
export class Carrier {
  readonly #queue: TurnQueue;
  readonly #link: Link;
  #isJoined = false;
  #resolve!: (isDone: boolean) => void;
  /** Whether the server has taken the whole queue. False: it has to stay where it is. */
  readonly done = new Promise<boolean>((resolve) => (this.#resolve = resolve));

  /** @param settled it is known what became of a turn */
  constructor(
    readonly host: OfflineHost,
    readonly record: ClientRecord,
    turns: readonly OfflineTurn[],
    signal: AbortSignal,
    settled: (turn: number) => void,
  ) {
    const { clock, timing } = host.dialling;
    this.#queue = new TurnQueue(clock, timing.holdMs, {
      send: (message) => this.#send(message),
      refused: (refusal) => host.refused(refusal),
      settled: (turn) => settled(turn),
      left: () => {},
    });
    this.#queue.restore(record.last, turns.map(({ turn, ops }) => ({ turn, request: { ops, done: () => {}, failed: () => {} } })));
    this.#link = new Link(host.dialling, {
      connecting: () => {},
      opened: () => void this.#join(),
      received: (data) => this.#receive(data),
      lost: () => {
        this.#queue.pause();
        return true;
      },
    });
    if (signal.aborted) this.#finish(false);
    else this.#link.open();
    signal.addEventListener("abort", () => this.#finish(false), { once: true });
  }

  async #join(): Promise<void> {
    const socket = this.#link.current;
    let token: string | undefined;
    try {
      token = await this.host.token();
    } catch {
      // The session asks for tokens as well, and has told of it.
      return this.#finish(false);
    }
    if (socket !== this.#link.current) return;
    this.#send({ event: "join", client: this.record.client, confirmed: this.#queue.confirmed, schema: this.host.schema, since: this.host.since(), token });
  }

  #send(message: ClientMessage): void {
    this.#link.send(writeClientMessage(message));
  }

  #receive(data: unknown): void {
    const socket = this.#link.current;
    try {
      for (const frame of readFrames(data)) {
        this.#take(frame);
        if (socket !== this.#link.current) return;
      }
    } catch (cause) {
      this.host.failed(new CapsuleError("protocol", `What waited in another tab could not be sent: ${String(cause)}`, { cause }));
      return this.#finish(false);
    }
    if (this.#isJoined && this.#queue.pending.length === 0) this.#finish(true);
  }

  #take(frame: Frame): void {
    switch (frame.event) {
      case "initial":
      case "resumed":
        return this.#begin(frame);
      case "verdict":
        this.#queue.verdict(frame);
        return this.#queue.reached(Infinity);
      case "hold":
        return this.#queue.hold(frame);
      case "ended":
        if (isForNow(frame.error.code)) return this.#link.restart(frame.error.message);
        return this.#finish(false);
      case "error":
        return this.host.failed(new CapsuleError(frame.error.code as CapsuleError["code"], frame.error.message));
      // What changes comes to the session as well.
      case "templates":
      case "batch":
      case "transient":
        return;
      default:
        return frame satisfies never;
    }
  }

  #begin({ turns, user }: InitialFrame | ResumedFrame): void {
    const isKnown = !("lost" in turns) && turns.last > 0;
    if (user !== this.record.user && !isKnown) return this.#finish(false);
    this.#isJoined = true;
    if ("lost" in turns) return this.host.lost(this.#queue.lost());
    this.#queue.take(turns, Infinity);
    this.#queue.open(this.host.turnsInFlight());
  }

  #finish(isDone: boolean): void {
    this.#queue.pause();
    this.#link.close();
    this.#resolve(isDone);
  }
}
