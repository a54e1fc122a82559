// What the server computes is an attribute here: it comes with the state, changes with the batches, and is nobody's to set; what the browser computes may be computed from it.
import assert from "node:assert/strict";
import { assertEqual, main, open, order, outcome, until } from "./support.mjs";

await main(async () => {
  await order("create/computed");
  const [writer, reader] = await Promise.all(["anna", "bob"].map((name) => open("computed", name)));
  const shelf = writer.root.shelves.at(0);
  const seen = reader.get(shelf.id);
  assert.deepEqual([seen.weight, seen.isHeavy], [7n, false]);

  const heard = [];
  seen.on("change:weight", ({ value, previous }) => heard.push(`weight ${previous}>${value}`));
  seen.on("change:isHeavy", ({ value, previous }) => heard.push(`isHeavy ${previous}>${value}`));
  await shelf.books.at(0).setServer({ pages: 200 });
  await until(reader, () => reader.seq >= writer.seq);
  assert.deepEqual(heard, ["weight 7>200", "isHeavy false>true"]);
  assert.deepEqual([shelf.weight, shelf.isHeavy], [200n, true]);

  await shelf.books.at(0).deleteServer();
  await until(reader, () => reader.seq >= writer.seq);
  assert.deepEqual(heard.slice(2), ["weight 200>0", "isHeavy true>false"]);

  const added = await writer.root.shelves.addServer({ title: "new" });
  assert.equal(added.weight, 0n);

  const { error } = await outcome(Promise.resolve().then(() => shelf.setServer({ weight: 1n })));
  assert.ok(error instanceof TypeError || error?.code === "forbidden", String(error));
  await assertEqual("computed", [writer, reader]);
  return [writer, reader];
});
