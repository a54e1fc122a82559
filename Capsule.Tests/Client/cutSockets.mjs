// The server's side cuts all sockets in the middle of turns, again and again. What was asked for happens once.
import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { assertEqual, main, open, order } from "./support.mjs";

const rounds = 40;

await main(async () => {
  await order("create/cut");
  /** The numbers of turns that went out more than once. */
  const again = new Set();
  class Recorder extends WebSocket {
    static sent = new Map();
    send(message) {
      const { event, turn } = JSON.parse(message);
      const sent = Recorder.sent;
      if (event === "turn") (sent.get(this.owner) ?? sent.set(this.owner, new Set()).get(this.owner)).has(turn) ? again.add(turn) : sent.get(this.owner).add(turn);
      super.send(message);
    }
  }
  const recorderOf = (name) => class extends Recorder {
    owner = name;
  };

  const names = ["anna", "bob", "cleo"];
  const sessions = await Promise.all(names.map((name) => open("cut", name, { WebSocket: recorderOf(name) })));
  const lost = [];
  for (const session of sessions) session.on("state", ({ state }) => state === "offline" && lost.push(session));

  const visits = [];
  const titles = [];
  await Promise.all(
    sessions.map(async (session, index) => {
      const { root } = session;
      for (let round = 0; round < rounds; round++) {
        const title = `${names[index]} ${round}`;
        const [visit, shelf] = await Promise.all([
          root.callServerMethod("visit", title),
          root.shelves.addServer({ title, books: [{ title, marks: [{ text: title }] }] }, { at: 0 }),
          root.incrementServer("visits", 1000),
        ]);
        visits.push(visit % 1000);
        titles.push(title);
        assert.equal(shelf.title, title);
        assert.equal(session.get(shelf.id), shelf);
        assert.equal(shelf.books.at(0).marks.at(0).text, title);
        await Promise.all([shelf.moveServer({ to: root.archive }), shelf.books.at(0).callServerMethod("stamp", 1)]);
        assert.equal(shelf.collection, root.archive);
      }
    }),
  );

  const { app, everything } = await assertEqual("cut", sessions);
  const total = sessions.length * rounds;
  assert.equal(app.attrs.visits, 1001 * total);
  assert.deepEqual(visits.sort((a, b) => a - b), Array.from({ length: total }, (_, index) => index + 1));
  assert.deepEqual([...everything.attrs.ledger].sort(), [...titles].sort());
  const archived = app.collections.archive.models.filter(({ attrs }) => /\w+ \d+$/.test(attrs.title) && !attrs.title.startsWith("Shelf"));
  assert.deepEqual(archived.map(({ attrs }) => attrs.title).sort(), [...titles].sort());
  assert.ok(archived.every(({ collections }) => collections.books.models[0].attrs.stamps === 1));
  assert.ok(lost.length >= 12, `only ${lost.length} connections were lost`);
  assert.ok(again.size > 0, "no turn was sent again: the cuts missed");
  console.log(`${lost.length} connections lost, ${again.size} turns sent again`);
  return sessions;
});
