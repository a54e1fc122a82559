import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as capsule from "capsule-client";
import { Board, Card } from "./mirror/index.js";
import { FakeClock } from "./support/FakeClock.js";
import { FakeSocket } from "./support/FakeSocket.js";
import { initial, Page } from "./support/Page.js";
import { board, card, id, lane } from "./support/xports.js";

/** Names that every object has something under, where a record is read without care. */
const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf"];
const start = board(lane("todo", card("a")));
const shared = [Object.prototype, Object, Function.prototype, Array.prototype, Map.prototype, capsule.Model.prototype, Board.prototype, Card.prototype, Board, Board.metadata];

/** What pages share, as it is: own members and what is behind them. */
function everyMember(): unknown[] {
  return shared.map((object) => [Object.getPrototypeOf(object), Reflect.ownKeys(object).map((key) => Object.getOwnPropertyDescriptor(object, key))]);
}

interface SignsSchema {
  attributes: { signs: { readonly [name: string]: string } };
  editable: "signs";
  input: { signs?: { readonly [name: string]: string } };
  collections: {};
  models: {};
  methods: {};
}

/** A root with a dictionary, whose names are data. */
class Signs extends capsule.Model<SignsSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "signs",
    hash: "00000000000000aa",
    attributes: { signs: { kind: "dictionary", element: { kind: "string" }, editable: true } },
  };
}

describe.each(names)("the name %s", (name) => {
  const polluting = `{"polluted":true,"event":"batch","id":"${id("a")}"}`;
  let before: unknown[];

  beforeEach(() => void (before = everyMember()));
  afterEach(() => {
    expect(everyMember()).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("as an attribute, a collection or a child model of an initial state is ignored", async () => {
    const app = JSON.stringify(start)
      .replaceAll('"attrs":{', `"attrs":{"${name}":${polluting},`)
      .replaceAll('"collections":{', `"collections":{"${name}":{"id":"${id("odd")}","models":[]},`)
      .replaceAll('"models":{', `"models":{"${name}":{"attrs":{"id":"${id("odd")}"}},`)
      .replaceAll(",}", "}");
    const page = new Page();
    const connecting = page.connect();
    page.socket.open();
    page.socket.saying(`[${JSON.stringify(initial(start)).replace(JSON.stringify(start), app)}]`);
    page.session = await connecting;

    expect(page.board.toJSON()).toEqual(start);
    expect(page.session.get(id("odd"))).toBeUndefined();
  });

  test("as an attribute of a change, or the name of a child that came, is ignored", async () => {
    const page = await Page.live(start);
    page.socket.saying(`[{"event":"batch","seq":1,"events":[
      {"event":"change","id":"${id("a")}","data":{"${name}":${polluting},"title":"b"}},
      {"event":"child","id":"${id("a")}","name":"${name}","data":{"attrs":{"id":"${id("odd")}"}}}]}]`);

    expect(page.session.get(id("a"), Card)?.title).toBe("b");
    expect(page.session.get(id("odd"))).toBeUndefined();
  });

  test("as an id, a type or a collection is nothing that is here: the state is asked for again", async () => {
    for (const event of [
      `{"event":"change","id":"${name}","data":{}}`,
      `{"event":"add","collection":"${name}","at":0,"data":{"attrs":{"id":"${id("n")}"}}}`,
      `{"event":"remove","id":"${name}","collection":"${name}"}`,
      `{"event":"move","id":"${name}","collection":"${name}","newPosition":0}`,
      `{"event":"child","id":"${name}","name":"author","data":null}`,
    ]) {
      const page = await Page.live(start);
      const reasons: string[] = [];
      page.session.on("resync", ({ reason }) => reasons.push(reason));
      page.socket.saying(`[{"event":"batch","seq":1,"events":[${event}]}]`);
      expect(reasons).toHaveLength(1);
      expect(page.board.toJSON()).toEqual(start);
      expect(page.session.get(name)).toBeUndefined();
    }
  });

  test("as a kind of frame, of event or of model ends in an update", async () => {
    for (const frame of [
      `{"event":"${name}"}`,
      `{"event":"batch","seq":1,"events":[{"event":"${name}"}]}`,
      `{"event":"verdict","turn":1,"outcome":"${name}"}`,
      `{"event":"batch","seq":1,"events":[{"event":"add","collection":"${id("lanes")}","at":0,"data":{"type":"${name}","attrs":{"id":"${id("n")}"}}}]}`,
    ]) {
      const page = await Page.live(start);
      page.socket.saying(`[${frame}]`);
      expect(page.session.state).toBe("updateNeeded");
    }
  });

  test("is no member that a message has: what it holds is not read in place of what is missing", async () => {
    const page = await Page.live(start);
    const errors: unknown[] = [];
    page.session.on("error", (error) => errors.push(error.code));
    page.socket.saying(`[{"${name}":${polluting}}]`);

    expect(errors).toEqual(["protocol"]);
  });

  test("as a template is a template like any other", async () => {
    const page = await Page.live(start);
    page.socket.saying(`[{"event":"templates","templates":{"${name}":"<b>"}}]`);

    expect(Object.entries(page.session.templates)).toEqual([[name, "<b>"]]);
    expect(Object.getPrototypeOf(page.session.templates)).toBe(Object.prototype);
  });

  test("as a code or an attribute of a refusal is text", async () => {
    const page = await Page.live(start);
    const refused = page.board.setServer({ title: "x" });
    page.socket.saying(`[{"event":"verdict","turn":1,"outcome":"rejected","error":{"code":"${name}","message":"no","attribute":"${name}"}}]`);

    await expect(refused).rejects.toMatchObject({ code: name, attribute: name });
  });

  test("as a key of a dictionary is data, there and back", async () => {
    let socket!: FakeSocket;
    class Socket extends FakeSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        socket = this;
      }
    }
    const connecting = capsule.connect(Signs, "http://server/capsule", { key: "42", WebSocket: Socket, clock: new FakeClock() });
    socket.open();
    const app = `{"attrs":{"id":"${id("signs")}","signs":{"${name}":"left"}}}`;
    socket.saying(`[${JSON.stringify(initial({ attrs: { id: "<app>" } })).replace('{"attrs":{"id":"<app>"}}', app)}]`);
    const { root } = await connecting;

    expect(Object.entries(root.get("signs"))).toEqual([[name, "left"]]);
    expect(Object.getPrototypeOf(root.get("signs"))).toBe(Object.prototype);
    expect(JSON.stringify(root)).toBe(app);
    void root.setServer({ signs: JSON.parse(`{"${name}":"right"}`) as { [name: string]: string } });
    expect(JSON.stringify(socket.turns[0]!.ops)).toContain(`"signs":{"${name}":"right"}`);
  });

  test("is no attribute, child, collection or method to ask for", async () => {
    const { board, socket } = await Page.live(start);
    const any = board as unknown as { [method: string]: (...args: unknown[]) => unknown };
    const input: unknown = JSON.parse(`{"${name}":${polluting}}`);

    for (const [method, ...args] of [
      ["get", name],
      ["has", name],
      ["children", name],
      ["child", name],
      ["setServer", input],
      ["setServer", {}, { was: input }],
      ["unsetServer", name],
      ["incrementServer", name],
      ["callServerMethod", name],
    ] as [string, ...unknown[]][]) {
      expect(() => any[method]!(...args), method).toThrow(TypeError);
    }
    expect(() => board.lanes.addServer(input as object)).toThrow(TypeError);
    expect(socket.turns).toEqual([]);
  });
});
