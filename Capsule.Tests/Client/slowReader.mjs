// A client stops reading until the server drops what waits for it. Then it gets the state anew: it ends equal, with the same objects.
import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { assertEqual, main, open, order, outcome } from "./support.mjs";

const floods = 60;
const length = 400_000;

await main(async () => {
  await order("create/slow");
  let initials = 0;
  let batches = 0;
  let socket;
  class Slow extends WebSocket {
    constructor(...args) {
      super(...args);
      socket = this;
      this.on("message", (data) => {
        for (const { event } of JSON.parse(data)) {
          if (event === "initial") initials++;
          if (event === "batch") batches++;
        }
      });
    }
  }
  const quick = await open("slow", "anna");
  const slow = await open("slow", "bob", { WebSocket: Slow });
  const { root } = slow;
  const kept = [root, root.shelves, root.catalogue, ...root.shelves, ...[...root.shelves].flatMap((shelf) => [...shelf.books])];
  const states = [];
  slow.on("state", ({ state }) => states.push(state));
  const mottos = [];
  root.catalogue.on("change:motto", ({ value }) => mottos.push(value.length));
  assert.equal(initials, 1);

  // What it asks for goes out although it reads nothing.
  socket.pause();
  const asked = [
    root.shelves.addServer({ title: "While it slept", books: [{ title: "Dreams" }] }, { at: 1 }),
    root.callServerMethod("visit", "bob"),
    root.shelves.moveServer(root.shelves.at(2), 0),
    root.archive.at(0).deleteServer(),
    root.callServerMethod("burn"),
  ];
  await order(`flood/slow/${floods}/${length}`);
  const later = [root.callServerMethod("visit", "bob again"), root.archive.addServer({ title: "Late" })];
  await quick.root.shelves.at(0).setServer({ title: "Moved and renamed" });
  await order(`flood/slow/10/${length}`);
  socket.resume();

  const [added, visit, , , burnt] = await Promise.all(asked.map(outcome));
  const [visitAgain, late] = await Promise.all(later);
  await assertEqual("slow", [slow, quick]);

  assert.ok(initials >= 2, "nothing was dropped: the flood was too small");
  assert.ok(batches < floods, `${batches} batches came, and no fewer`);
  assert.deepEqual(states, [], "the connection was lost");
  assert.deepEqual([visit.value, visitAgain, burnt.error?.code], [1, 2, "failed"]);
  assert.equal(added.value, [...root.shelves].find(({ title }) => title === "While it slept"));
  assert.equal(late, root.archive.last());
  assert.equal(root.shelves.at(0).title, "Moved and renamed");
  const alive = kept.filter((node) => !("collection" in node) || node === root || node.parent !== null);
  assert.equal(alive.length, kept.length);
  for (const node of kept) assert.equal(slow.get(node.id), node);
  console.log(`${initials} states, ${batches} batches, ${mottos.length} changes told`);
  return [quick, slow];
});
