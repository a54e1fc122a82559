import type { Json } from "capsule-client";
import type { Asked } from "./Asked.js";
import { Chance } from "./Chance.js";
import { faultKind } from "./faults.js";
import { deterministicIds } from "./ids.js";
import { Network } from "./Network.js";
import { opKind } from "./ops.js";
import { Person } from "./Person.js";
import { rolesAtFirst, type OpStep, type Plan, type Step } from "./plan.js";
import type { Order, Reply, ServerProcess } from "./ServerProcess.js";
import { VirtualTime } from "./VirtualTime.js";

/** How long it may take, after everything works again, until nothing is under way any more. */
const longestHealing = 300_000;
/** How long a turn takes at most that has reached the server. */
const longestTurn = 3_000;
const largestAmounts = 62;

/** One scenario: the server, the people, and one clock for all. */
export class World {
  readonly time = new VirtualTime();
  readonly network: Network;
  readonly people: readonly Person[];
  readonly roles = new Map<string, readonly string[]>();
  readonly failures: string[] = [];
  readonly counts = new Map<string, number>();
  readonly log: string[] = [];
  #orders: Order[] = [];
  #serverNext: number | null = null;
  #marks = 0;
  #amounts = 0;

  constructor(
    readonly server: ServerProcess,
    readonly plan: Plan,
  ) {
    const chance = new Chance(plan.seed);
    deterministicIds(new Chance(chance.seed()), this.time);
    this.network = new Network(this.time, new Chance(chance.seed()), (order) => this.order(order));
    this.people = plan.people.map((user, index) => new Person(this.network, `${user} ${index}`, user, new Chance(chance.seed()), (what) => this.fail(what), this.counts));
  }

  /** Runs all of it until nothing is under way any more. */
  async run(): Promise<void> {
    this.#heard(await this.server.begin(this.plan.options));
    for (const [user, names] of Object.entries(rolesAtFirst)) this.giveRoles(user, names);
    this.#start();
    for (const person of this.people) this.time.setTimeout(() => person.come(), 0);
    await this.#until(2000, () => this.people.every(({ session }) => session !== null));
    const start = this.time.now();
    for (const step of this.plan.steps) this.time.at(start + step.at, () => this.#take(step));
    await this.#until(start + (this.plan.steps.at(-1)?.at ?? 0) + 1, () => false);
    this.#heal();
    const isQuiet = (): boolean => this.network.isServerUp && this.people.every((person) => person.isQuiet && this.network.isConnected(person.name)) && this.network.inFlight === 0;
    const end = this.time.now() + longestHealing;
    do {
      await this.#until(end, isQuiet);
      // What a client that is gone had sent may just have reached the server: it is still to be done, and told.
      await this.#until(this.time.now() + longestTurn, () => false);
    } while (!isQuiet() && this.time.now() < end && this.failures.length === 0);
    if (!isQuiet() && this.failures.length === 0) {
      this.fail(`It did not become quiet: ${this.people.map(({ name, session }) => `${name} is ${session?.state ?? "away"} with ${session?.pending.length ?? 0} turns`).join(", ")}, ${this.network.inFlight} under way`);
    }
  }

  /** Has the server do something, and answers with what it answers, which may take it some time. */
  async ask(...orders: Order[]): Promise<Json> {
    this.#orders.push(...orders);
    let answer = await this.#obey();
    for (let waits = 0; answer === undefined && waits < 1000; waits++) {
      const reply = await this.server.run(this.time.now() + 10, []);
      this.#heard(reply);
      answer = reply.answer;
    }
    if (answer === undefined) this.fail(`the server does not answer ${JSON.stringify(orders)}`);
    return answer ?? null;
  }

  order(order: Order): void {
    this.#orders.push(order);
  }

  fail(what: string): void {
    this.failures.push(`at ${Math.round(this.time.now())} ms: ${what}`);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  giveRoles(user: string, names: readonly string[]): void {
    this.roles.set(user, names);
    this.order(["roles", user, names as string[]]);
  }

  /** The process dies at once, and another starts on the same disk. */
  kill(chance: Chance): boolean {
    if (!this.network.isServerUp) return false;
    this.order(["kill", chance.of([0, 1, 2, 1000])]);
    this.network.serverGone();
    this.time.setTimeout(() => this.#start(), chance.between(0, 8000));
    return true;
  }

  /** The process is asked to stop, and another starts when it has. */
  stop(chance: Chance): boolean {
    if (!this.network.isServerUp) return false;
    this.order(["stop"]);
    this.network.serverRefuses();
    this.time.setTimeout(() => {
      this.order(["kill", 1000]);
      this.network.serverGone();
      this.time.setTimeout(() => this.#start(), chance.between(0, 3000));
    }, 10_000);
    return true;
  }

  #start(): void {
    this.order(["start"]);
    this.network.serverStarted();
  }

  #heal(): void {
    this.log.push("everything works again");
    for (const { id } of this.network.connections) this.order(["block", id, false]);
    if (!this.network.isServerUp) return;
    this.order(["slow", 0]);
    this.order(["fail", null]);
    this.order(["full", false]);
  }

  #take(step: Step): void {
    const chance = new Chance(step.seed);
    if ("ops" in step) return this.#work(step, chance);
    if (!faultKind(step.fault).strike(this, step.who, chance)) return;
    this.count(`fault ${step.fault}`);
    this.log.push(`${Math.round(this.time.now())} ${step.fault} (${this.people[step.who]!.name})`);
  }

  #work(step: OpStep, chance: Chance): void {
    const person = this.people[step.who]!;
    const { session } = person;
    if (!session) return;
    const asked: Asked = { marks: [], stamps: [], total: 0n, kinds: step.ops, who: person.name, outcome: "waiting" };
    const hand = {
      yard: session.root,
      chance,
      asked,
      mark: () => {
        const mark = `m${++this.#marks}.`;
        asked.marks.push(mark);
        return mark;
      },
      undo: () => (session.canUndo ? session.undo() : undefined),
      redo: () => (session.canRedo ? session.redo() : undefined),
      amount: () => (this.#amounts < largestAmounts ? 2n ** BigInt(this.#amounts++) : undefined),
    };
    person.ask(asked, () => {
      for (const name of step.ops) {
        const promise = opKind(name).act(hand);
        promise?.catch(() => {});
        if (promise) this.count(`op ${name}`);
      }
    });
    this.log.push(`${Math.round(this.time.now())} ${person.name} ${asked.number ?? "-"}: ${step.ops.join(", ")} ${asked.marks.join()}`);
  }

  /** Lets happen what is to happen, one after the other, until a time or until a condition holds. */
  async #until(end: number, isMet: () => boolean): Promise<void> {
    for (;;) {
      if (this.#orders.length > 0) await this.#obey();
      if (this.failures.length > 0 || isMet()) return;
      const next = Math.min(this.time.next, end);
      if (this.#serverNext !== null && this.#serverNext <= next) {
        this.#heard(await this.server.run(next, []));
        continue;
      }
      if (this.time.next > end) return this.time.goTo(end);
      this.time.runNext();
      await settled();
    }
  }

  async #obey(): Promise<Json | undefined> {
    const orders = this.#orders;
    this.#orders = [];
    for (;;) {
      const reply = await this.server.run(this.time.now(), orders);
      this.#heard(reply);
      if (reply.did) return reply.answer;
    }
  }

  #heard({ now, next, said, errors }: Reply): void {
    this.time.goTo(now);
    this.#serverNext = next;
    for (const [id, bytes] of said) this.network.said(id, bytes === null ? null : Buffer.from(bytes, "base64"));
    for (const error of errors) if (!/LogAppendFailed|LogThrew/.test(error)) this.fail(`the server logged ${error}`);
  }
}

/** When all that promises lead to has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
