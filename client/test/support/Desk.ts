import type { TreeEvent } from "capsule-client";
import type { VerdictFrame } from "capsule-client/protocol";
import type { Card, Lane } from "../mirror/index.js";
import { Page } from "./Page.js";
import { board, card, comment, id, lane } from "./xports.js";

/** A board with the lanes todo (a with a comment, b after a, c) and doing (d). */
export const start = board(lane("todo", card("a", { after: null, reviewer: null }, [comment("c1")]), card("b", { after: id("a"), reviewer: null }), card("c")), lane("doing", card("d")));

/** A page with that board, and what is on it. */
export class Desk {
  readonly todo: Lane;
  readonly doing: Lane;
  readonly a: Card;
  readonly b: Card;
  readonly c: Card;

  private constructor(readonly page: Page) {
    [this.todo, this.doing] = page.board.lanes as unknown as [Lane, Lane];
    [this.a, this.b, this.c] = this.todo.cards as unknown as [Card, Card, Card];
  }

  static async open(): Promise<Desk> {
    return new Desk(await Page.live(start));
  }
}

/** What is published from now on. */
export function publishedOn(page: Page): TreeEvent[] {
  const events: TreeEvent[] = [];
  page.board.on("publish", (event) => events.push(event));
  return events;
}

/** The server refuses a turn. */
export const no = (turn: number): VerdictFrame => ({ event: "verdict", turn, outcome: "rejected", error: { code: "forbidden", message: "Not yours." } });

export const titles = ({ cards }: Lane): string[] => cards.map(({ title }) => title);
