import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnyCollection, AnyModel, TreeEvent, Xport } from "capsule-client";
import { confirmedState } from "../src/session/Session.js";
import type { Card, Lane } from "./mirror/index.js";
import { eventsOf, NaiveServer } from "./support/NaiveServer.js";
import { Oracle } from "./support/Oracle.js";
import { Page } from "./support/Page.js";
import { RandomEvents, step as event, type Step as EventStep } from "./support/randomEvents.js";
import { author, board, card, comment, id, lane, laneBeside } from "./support/xports.js";

const nobody = { after: null, reviewer: null };
const start = board(
  lane("todo", card("a", nobody, [comment("c1"), comment("c2")], author("ada")), card("b", { ...nobody, after: id("d") })),
  laneBeside(lane("beside", card("e", nobody, [comment("c3")])), "doing", card("d", nobody)),
  lane("done"),
);

type Step =
  | { readonly kind: "ask"; readonly asks: readonly Ask[] }
  | { readonly kind: "answer"; readonly isAllowed: boolean; readonly also: readonly EventStep[]; readonly apart: boolean }
  | { readonly kind: "others"; readonly events: readonly EventStep[] }
  | { readonly kind: "missed"; readonly turns: number; readonly events: readonly EventStep[] }
  | { readonly kind: "misfit" | "reconnect" | "state" };

interface Ask {
  readonly kind: "set" | "unset" | "increment" | "add" | "delete" | "move" | "call";
  readonly level: number;
  readonly what: number;
  readonly where: number;
  readonly at: number;
}

const ask: fc.Arbitrary<Ask> = fc.record({
  kind: fc.constantFrom("set", "set", "unset", "increment", "add", "add", "delete", "move", "move", "call"),
  level: fc.nat(2),
  what: fc.nat(50),
  where: fc.nat(50),
  at: fc.nat(50),
});

const few = fc.array(event, { maxLength: 4 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("ask" as const), asks: fc.array(ask, { minLength: 1, maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("answer" as const), isAllowed: fc.nat(3).map((number) => number > 0), also: few, apart: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("others" as const), events: few }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("missed" as const), turns: fc.nat(3), events: few }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("misfit" as const, "reconnect" as const, "state" as const) }) },
);

function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A client that asks, a server that answers, and everything that must hold after each step. */
class Play {
  readonly server: NaiveServer;
  /** What a listener knows who began with the start and heard what was published. */
  readonly heard = new Oracle(start);
  readonly #random: RandomEvents;
  readonly #objects = new Map<string, AnyModel>();
  readonly #asked: Promise<unknown>[] = [];

  constructor(readonly page: Page) {
    this.server = new NaiveServer(page, start);
    this.#random = new RandomEvents(this.server.oracle);
    page.board.on("publish", (published: TreeEvent) => this.heard.apply(published));
    for (const target of [page.board.lanes, ...page.board.lanes.map(({ cards }) => cards)]) {
      (target as typeof page.board.lanes).on("change", ({ changed, previous }) => {
        // A reference can change from one that is not here to none.
        for (const name of Object.keys(changed).filter((one) => one !== "after")) expect(json((changed as Record<string, unknown>)[name])).not.toEqual(json((previous as Record<string, unknown>)[name]));
      });
    }
  }

  take(step: Step): void {
    const { page, server } = this;
    switch (step.kind) {
      case "ask":
        if (step.asks.length === 1) this.#ask(step.asks[0]!);
        else void page.session.turn(() => step.asks.forEach((one) => this.#ask(one)));
        break;
      case "answer": {
        const frames = server.answer(step.isAllowed, () => this.#random.make(step.also));
        if (!step.apart) return page.socket.say(...frames);
        frames.forEach((frame, index) => {
          page.socket.say(frame);
          if (index < frames.length - 1) this.#checkPending();
        });
        break;
      }
      case "others": {
        const events = this.#random.make(step.events);
        page.socket.say(server.batch(events));
        break;
      }
      case "misfit":
        page.socket.say({ event: "batch", seq: server.seq + 1, events: [...new RandomEvents(new Oracle(server.oracle.root as unknown as Xport)).make([{ kind: "add", level: 0, what: 0, where: 0, at: 0 }, { kind: "remove", level: 0, what: 0, where: 0, at: 1 }]), { event: "change", id: "nobody", data: {} }] });
        this.check();
        return this.#reconnect();
      case "reconnect":
        page.socket.drop();
        return this.#reconnect();
      case "missed":
        for (let turn = 0; turn < step.turns; turn++) server.answer(true, () => []);
        server.batch(this.#random.make(step.events));
        page.socket.drop();
        return this.#reconnect();
      case "state":
        page.socket.say(server.state());
    }
  }

  check(): void {
    const { page, server } = this;
    const expected = new Oracle(server.oracle.root as unknown as Xport);
    for (const { ops } of page.session.pending) for (const op of ops) for (const event of eventsOf(expected, op) ?? []) expected.apply(event);
    expect(json(page.board)).toEqual(expected.root);
    expect(json(this.heard.root)).toEqual(json(page.board));
    expect(json(confirmedState(page.session))).toEqual(server.oracle.root);
    expect(json(page.board)).toEqual(expected.root);
    expect(page.reported).toEqual([]);
    this.#checkObjects(expected);
    this.#checkPending();
  }

  async end(): Promise<void> {
    while (this.server.next) this.page.socket.say(...this.server.answer(true, () => []));
    expect(this.page.session.pending).toEqual([]);
    expect(json(this.page.board)).toEqual(this.server.oracle.root);
    this.check();
    await Promise.allSettled(this.#asked);
  }

  /** What is there is found by its id, is what it was, and knows where it is. */
  #checkObjects(expected: Oracle): void {
    const lanesIn = (lanes: Iterable<Lane>): Lane[] => [...lanes].flatMap((one): Lane[] => [one, ...lanesIn(one.aside ? [one.aside] : [])]);
    const lanes = lanesIn(this.page.board.lanes);
    const collections = [this.page.board.lanes, ...lanes.map(({ cards }) => cards), ...lanes.flatMap(({ cards }) => [...cards].map(({ comments }) => comments))] as AnyCollection[];
    for (const collection of collections) for (const item of collection) expect((item as AnyModel).collection).toBe(collection);
    for (const one of lanes) if (one.aside) expect(one.aside.parent).toBe(one);
    const present = new Set(expected.models().map(({ attrs }) => attrs.id));
    for (const [id, object] of this.#objects) {
      if (!present.has(id)) expect(this.page.session.get(id)).toBe(undefined);
      else expect(this.page.session.get(id)).toBe(object);
    }
    for (const id of present) {
      expect((this.page.session.get(id) as AnyModel).id).toBe(id);
    }
  }

  #checkPending(): void {
    const { session } = this.page;
    const ops = session.pending.flatMap((turn) => turn.ops);
    for (const { attrs } of this.heard.models()) {
      const isNamed = ops.some((op) => op.event !== "undo" && op.event !== "redo" && (op.event === "add" ? JSON.stringify(op.data).includes(`"id":"${attrs.id}"`) : op.id === attrs.id));
      expect((session.get(attrs.id) as AnyModel).isPending()).toBe(isNamed);
    }
  }

  #reconnect(): void {
    const { page, server } = this;
    for (const { length } = page.sockets; page.sockets.length === length; ) page.clock.pass(1_000);
    page.socket.open();
    page.socket.say(server.state());
  }

  #ask({ kind, level, what, where, at }: Ask): void {
    const lanes = [...this.page.board.lanes].flatMap((one: Lane): Lane[] => (one.aside ? [one, one.aside] : [one]));
    const cards = lanes.flatMap((one) => [...one.cards]);
    const item = [[...this.page.board.lanes], cards, cards.flatMap((one) => [...one.comments])][level]!;
    const places = [[this.page.board.lanes], lanes.map((one) => one.cards), cards.map((one) => one.comments)][level]! as (typeof this.page.board.lanes)[];
    const target = item[what % Math.max(1, item.length)] as Card | undefined;
    const to = places[where % Math.max(1, places.length)];
    const siblings = to ? [...to] : [];
    const placement = at % 3 === 0 || siblings.length === 0 ? { at: at % (siblings.length + 2) } : at % 3 === 1 ? {} : { before: siblings[at % siblings.length]! };
    const card = cards[what % Math.max(1, cards.length)];
    switch (kind) {
      case "set":
        if (level === 2) return target && this.#note((target as unknown as { setServer(change: object): Promise<void> }).setServer({ text: `s${at}` }));
        return target && this.#note(level === 0 ? (target as unknown as Lane).setServer({ title: `s${at}` }) : target.setServer({ title: `s${at}`, done: at % 2 === 0, after: cards[where % (cards.length + 1)] ?? null }));
      case "unset":
        return card && this.#note(card.unsetServer(at % 2 === 0 ? "tags" : "title"));
      case "increment":
        return card && this.#note(card.incrementServer("points", at - 25));
      case "call":
        return card && this.#note(card.callServerMethod("archive", "x"));
      case "delete":
        return target && this.#note(target.deleteServer());
      case "move":
        return target && to && this.#note(to.moveServer(target as never, { to, ...placement } as never));
      case "add": {
        if (!to) return;
        const input = [{ title: "n", cards: [{ title: "m", comments: [{ text: "k" }] }], aside: { title: "o" } }, { title: "n", comments: [{}], author: { name: "q" } }, { text: "n" }][level]!;
        const adding = to.addServer(input as never, placement as never);
        this.#objects.set(adding.model.id, adding.model);
        if (level === 0) this.#objects.set(adding.model.cards.at(0)!.id, adding.model.cards.at(0)!);
        return this.#note(adding);
      }
    }
  }

  #note(promise: Promise<unknown>): void {
    this.#asked.push(promise);
  }
}

test("what is shown is what is confirmed with what is pending, the events lead there, and in the end all is as the server has it (promise 11)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const play = new Play(await Page.live(start));
      for (const one of steps) {
        play.take(one);
        play.check();
      }
      await play.end();
    }),
    { numRuns: Number(process.env["OPTIMISM_RUNS"] ?? 250) },
  );
}, 600_000);
