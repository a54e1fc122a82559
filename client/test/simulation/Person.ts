import { connect, type CapsuleError, type Session } from "capsule-client";
import type { Asked } from "./Asked.js";
import type { Chance } from "./Chance.js";
import { Yard } from "./mirror/index.js";
import type { Network } from "./Network.js";
import { socketsOf, type Owner } from "./SimulatedSocket.js";

/** Somebody at work, in one session after the other. */
export class Person implements Owner {
  session: Session<Yard> | null = null;
  readonly asked: Asked[] = [];
  readonly #counts: Map<string, number>;
  /** The turns that were sent at least once. */
  readonly #sent = new Set<string>();
  #client = "";
  #isLeaving = false;

  constructor(
    readonly network: Network,
    readonly name: string,
    readonly user: string,
    readonly chance: Chance,
    readonly report: (what: string) => void,
    counts: Map<string, number>,
  ) {
    this.#counts = counts;
  }

  get isQuiet(): boolean {
    return this.session?.state === "live" && this.session.pending.length === 0;
  }

  /** Opens a session, and tries again as long as nobody is there. */
  come(): void {
    this.#isLeaving = false;
    connect(Yard, `http://simulated/capsule?user=${this.user}`, {
      key: "1",
      WebSocket: socketsOf(this.network, this),
      clock: this.network.time,
      random: () => this.chance.next(),
      reportError: (error) => this.report(`${this.name}: a handler threw ${String(error)}`),
    }).then(
      (session) => {
        this.session = session;
        session.on("resync", ({ reason }) => this.report(`${this.name} was sent what does not fit: ${reason}`));
        session.on("error", (error) => this.report(`${this.name}: ${error.code} ${error.message}`));
        session.on("queueLost", () => this.report(`${this.name}: the queue of turns was lost`));
        session.on("ended", (error) => this.report(`${this.name}: the session ended with ${error.code} ${error.message}`));
      },
      (error: CapsuleError) => {
        if (error.code !== "unreachable" && error.code !== "closing") this.report(`${this.name} could not join: ${error.code} ${error.message}`);
        this.network.time.setTimeout(() => this.come(), 1000);
      },
    );
  }

  /** Ends the session, whatever is under way, and opens another. */
  leave(): void {
    if (!this.session || this.#isLeaving) return;
    this.#isLeaving = true;
    this.session.close();
    this.session = null;
    this.network.time.setTimeout(() => this.come(), 500);
  }

  /** Asks for what the function asks for, as one turn. */
  ask(asked: Asked, act: () => void): void {
    const session = this.session!;
    const before = session.pending.at(-1)?.turn ?? 0;
    const promise = session.turn(act);
    const last = session.pending.at(-1);
    if (last && last.turn > before) {
      asked.client = this.#client;
      asked.number = last.turn;
      const [op] = last.ops;
      if (op!.event === "undo" || op!.event === "redo") asked.takesBack = op!.turn;
    }
    this.asked.push(asked);
    promise.then(
      () => (asked.outcome = "done"),
      (error: CapsuleError) => (asked.outcome = error.code),
    );
  }

  says(text: string): void {
    const { event, client, turn } = JSON.parse(text) as { event: string; client?: string; turn?: number };
    if (client) this.#client = client;
    const isRepeated = turn !== undefined && this.#sent.has(`${this.#client} ${turn}`);
    if (turn !== undefined) this.#sent.add(`${this.#client} ${turn}`);
    this.#count(`sent ${event}${isRepeated ? " again" : ""}`);
  }

  hears(text: string): void {
    for (const { event, code, outcome } of JSON.parse(text) as { event: string; code?: string; outcome?: string }[]) {
      this.#count(["came", event, code ?? outcome ?? ""].join(" ").trim());
    }
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}
