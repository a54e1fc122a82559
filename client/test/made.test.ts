// Child models that the server makes with their parents are there from the first moment.
import { expect, test } from "vitest";
import type { ModelClass, ModelFamily, Xport } from "capsule-client";
import type { AddOp } from "capsule-client/protocol";
import { Author, Board, Card, Lane } from "./mirror/index.js";
import { no, publishedOn } from "./support/Desk.js";
import { applied, Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";
import { board, card, lane } from "./support/xports.js";

forbidUnhandledRejections();

class Editor extends Author {
  static override readonly metadata = { ...Author.metadata, type: "editor", attributes: { name: { kind: "string", editable: true, initial: "nobody" } } } as const;
}

class Written extends Card {
  static override readonly metadata = { ...Card.metadata, models: { author: (): ModelFamily => Editor }, made: { author: (): ModelClass => Editor } };
}

class WrittenByOneOfMany extends Card {
  static override readonly metadata = { ...Written.metadata, models: { author: (): ModelFamily => [Author, Editor] } };
}

function live(item: typeof Card): Promise<Page> {
  class Column extends Lane {
    static override readonly metadata = { ...Lane.metadata, collections: { cards: () => item }, models: {} };
  }
  class Wall extends Board {
    static override readonly metadata = { ...Board.metadata, collections: { lanes: () => Column } };
  }
  return Page.live(board(lane("todo", card("a", { after: null, reviewer: null }))), {}, {}, Wall as ModelClass<Board>);
}

const todo = (page: Page): Lane => page.board.lanes.at(0)!;
const lastAdd = (page: Page): AddOp => page.socket.turns.at(-1)!.ops[0] as AddOp;

test("it has an id that is proposed, its declared values, and work goes on with it; the confirmation is no event", async () => {
  const page = await live(Written);
  const adding = todo(page).cards.addServer({ title: "New" });
  const data = lastAdd(page).data as Xport;
  const made = adding.model.author!;
  expect(data).toMatchObject({ models: { author: { attrs: { id: made.id } } } });
  expect(made.name).toBe("nobody");

  made.name = "Ada";
  expect(page.socket.turns.at(-1)!.ops).toEqual([{ event: "set", id: made.id, change: { name: "Ada" } }]);
  const events = publishedOn(page);
  const whole = { ...card("new", { id: adding.model.id, title: "New", after: null, reviewer: null }), collections: data.collections!, models: { author: { attrs: { id: made.id, name: "nobody" } } } };
  page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "add", collection: todo(page).cards.id, at: 1, data: whole }] });
  await adding;
  expect(adding.model.author).toBe(made);
  expect(made.name).toBe("Ada");
  expect(events.filter((event) => event.event === "child" || event.event === "add")).toEqual([]);

  page.socket.say(no(2));
  expect(made.name).toBe("nobody");
});

test("nothing but ids is proposed of what it holds: a constructor may have filled that in", async () => {
  class Desk extends Lane {
    static override readonly metadata = { ...Lane.metadata, models: { aside: (): ModelFamily => Lane }, made: { aside: (): ModelClass => Lane } };
  }
  class Wall extends Board {
    static override readonly metadata = { ...Board.metadata, collections: { lanes: () => Desk } };
  }
  const page = await Page.live(board(), {}, {}, Wall as ModelClass<Board>);
  const { model } = page.board.lanes.addServer({ title: "New", cards: [] });
  const { id, cards } = model.aside!;
  expect(lastAdd(page).data).toEqual({
    attrs: { id: model.id, title: "New" },
    collections: { cards: { id: model.cards.id, models: [] } },
    models: { aside: { attrs: { id }, collections: { cards: { id: cards.id } } } },
  });
  void cards.addServer({ title: "Below" });
  expect(cards.length).toBe(1);
});

test("rules are not asked of what nobody has given", async () => {
  class Named extends Author {
    static override readonly metadata = { ...Author.metadata, attributes: { name: { kind: "string", editable: true, initial: "", rules: [{ rule: "required", message: "A name." }] } } } as const;
  }
  class Signed extends Card {
    static override readonly metadata = { ...Card.metadata, models: { author: (): ModelFamily => Named }, made: { author: (): ModelClass => Named } };
  }
  const page = await live(Signed);
  void todo(page).cards.addServer({ title: "New" });
  expect(page.socket.turns.length).toBe(1);
  await expect(todo(page).cards.addServer({ title: "New", author: { name: "" } })).rejects.toMatchObject({ code: "invalid" });
});

test("what is given wins over what is made", async () => {
  const page = await live(Written);
  const { model } = todo(page).cards.addServer({ author: { name: "Ada" } });
  expect(model.author!.name).toBe("Ada");
  expect(lastAdd(page).data).toMatchObject({ models: { author: { attrs: { name: "Ada" } } } });
});

test("where it can be of several classes, it is of the one that the server makes", async () => {
  const page = await live(WrittenByOneOfMany);
  const { model } = todo(page).cards.addServer({ title: "New" });
  expect(model.author).toBeInstanceOf(Editor);
  expect(lastAdd(page).data).toMatchObject({ models: { author: { type: "editor", attrs: { id: model.author!.id } } } });
});
