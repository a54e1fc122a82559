// Calls that take long: their verdict comes at their end, others are not held up, and the same client's turns are answered in order.
import assert from "node:assert/strict";
import { assertEqual, main, open, order, outcome, until } from "./support.mjs";

await main(async () => {
  await order("create/orders");
  const [anna, bob, viewer] = await Promise.all([open("orders", "anna"), open("orders", "bob"), open("orders", "vera", { role: "viewer" })]);
  const settled = [];
  const track = (name, promise) => promise.then((value) => (settled.push(name), value));

  const ordered = track("order", anna.root.callServerMethod("order", "Emma", 3));
  const retitled = track("title", anna.root.setServer({ title: "Anna's" }));

  // Somebody else is not held up.
  await bob.root.setServer({ title: "Bob's" });
  await until(anna, () => anna.seq >= bob.seq);
  assert.deepEqual(settled, []);

  await order("deliver/Emma");
  assert.equal(await ordered, 3n);
  assert.equal(anna.root.visits, 3, "what the call did is there when it is answered");
  await retitled;
  assert.deepEqual(settled, ["order", "title"]);
  await assertEqual("orders", [anna, bob, viewer]);
  assert.equal(bob.root.title, "Anna's");

  // Refused, and failed.
  assert.equal((await outcome(viewer.root.callServerMethod("order", "Emma", 1))).error?.code, "forbidden");
  const failed = (await outcome(anna.root.callServerMethod("order", "Emma", 0))).error;
  assert.equal(failed?.code, "failed");
  assert.ok(!failed.message.includes("trade"), failed.message);
  assert.throws(() => anna.root.callServerMethod("order", "Emma"), TypeError);
  assert.throws(() => anna.root.callServerMethod("order", "Emma", 1, {}), TypeError);

  // A service in a turn.
  assert.equal(await bob.root.callServerMethod("collect", "Persuasion"), "Persuasion collected");

  // A socket that is cut while the call runs: it goes on, is not done twice, and is answered in the next session.
  let cuts = 0;
  anna.on("state", ({ state }) => state === "offline" && cuts++);
  const survivor = anna.root.callServerMethod("order", "Sanditon", 2);
  const after = anna.root.setServer({ title: "After" });
  await bob.root.setServer({ title: "Bob's again" });
  await until(anna, () => anna.seq >= bob.seq);
  await order("cut");
  await order("deliver/Sanditon");
  assert.equal(await survivor, 2n);
  await after;
  assert.equal(cuts, 1);
  const { everything } = await assertEqual("orders", [anna, bob, viewer]);
  const titles = everything.collections.shelves.models[0].collections.books.models.map(({ attrs }) => attrs.title);
  assert.equal(titles.filter((title) => title === "Sanditon").length, 2);
  return [anna, bob, viewer];
});
