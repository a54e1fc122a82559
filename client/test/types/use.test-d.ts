// What must compile, and to which types.
import { connect, type Collection, type PendingTurn, type Session, type TreeEvent, type Xport } from "capsule-client";
import WebSocket from "ws";
import { Author, Board, Card, Comment } from "../mirror/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(proof: Same<A, B>): void {
  void proof;
}

export async function use(card: Card, comments: Collection<Comment>): Promise<void> {
  const session = await connect(Board, "/capsule", { key: "42", WebSocket, token: async () => "t", signal: new AbortController().signal });
  same<typeof session, Session<Board>>(true);
  same<typeof session.root, Board>(true);
  const found = session.get("…", Card);
  same<typeof found, Card | undefined>(true);

  const due = card.get("dueAt");
  same<typeof due, Date | null>(true);
  const added = await session.root.lanes.at(0)!.cards.addServer({ title: "Write", comments: [{ text: "First" }], author: { name: "Ada" } }, { before: card });
  same<typeof added, Card>(true);
  const estimate = await card.callServerMethod("estimate", 3);
  same<typeof estimate, number>(true);
  const archived = await card.callServerMethod("archive", "done");
  same<typeof archived, void>(true);
  const author = card.child("author");
  same<typeof author, Author | null>(true);
  const texts = comments.map((comment) => comment.text);
  same<typeof texts, string[]>(true);
  const first = [...comments][0];
  same<typeof first, Comment | undefined>(true);
  const json = card.toJSON();
  same<typeof json, Xport>(true);

  const adding = session.root.lanes.at(0)!.cards.addServer({ title: "At once" });
  same<typeof adding.model, Card>(true);
  adding.model.comments.addServer({ text: "Below it" }).model.text = "Edited";
  same<ReturnType<typeof card.isPending>, boolean>(true);
  void [card.isPending(), card.isPending("title"), card.isPending("archive"), comments.isPending()];
  card.on("pending", ({ model }) => same<typeof model, Card>(true));
  comments.on("pending", ({ collection }) => same<typeof collection, Collection<Comment>>(true));
  session.on("pending", ({ turns }) => same<typeof turns, readonly PendingTurn[]>(true));
  same<typeof session.pending, readonly PendingTurn[]>(true);
  const turned = session.turn(() => {
    card.done = true;
  });
  same<typeof turned, Promise<void>>(true);

  card.on("broadcast:voted", ({ model, data }) => {
    same<typeof model, Card>(true);
    same<typeof data, { readonly by: string; readonly at: Date | null }>(true);
  });
  card.done = true;
  card.dueAt = null;
  card.after = added;
  card.after = null;
  const after = card.get("after");
  same<typeof after, Card | null>(true);
  await card.setServer({ after: added }, { was: { after: null } });
  await session.root.lanes.at(0)!.cards.addServer({ after: card });
  await session.root.lanes.at(0)!.cards.addServer({ after: card.id });
  card.on("change:after", ({ value, previous }) => {
    same<typeof value, Card | null>(true);
    same<typeof previous, Card | null>(true);
  });
  await card.setServer({ title: "New", priority: "high" }, { was: { title: "Old" } });
  await card.unsetServer("tags");
  await card.incrementServer("points", -2);
  await card.toggleServer("done");
  await card.moveServer(2);
  await card.moveServer({ before: null, to: session.root.lanes.at(1)!.cards });
  await card.deleteServer();

  const off = card.on("change:dueAt", ({ model, value, previous }) => {
    same<typeof model, Card>(true);
    same<typeof value, Date | null>(true);
    same<typeof previous, Date | null>(true);
  });
  off();
  card.on("change", ({ changed }) => same<typeof changed.points, number | undefined>(true), { signal: new AbortController().signal });
  comments.on("add", ({ model, at }) => {
    same<typeof model, Comment>(true);
    same<typeof at, number>(true);
  });
  comments.on("change:text", ({ model }) => same<typeof model, Comment>(true));
  session.root.on("publish", (event) => same<typeof event, TreeEvent>(true));
  session.on("refused", ({ code, turn, ops }) => void [code, turn, ops]);
  session.on("state", ({ state }) => void (state === "offline"));
}
