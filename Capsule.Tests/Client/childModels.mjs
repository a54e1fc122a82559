// A child model that C# makes with its model is there at once, and work goes on with it before the answer.
import assert from "node:assert/strict";
import { assertEqual, main, open, order, until } from "./support.mjs";

await main(async () => {
  await order("create/childModels");
  const [writer, reader] = await Promise.all(["anna", "bob"].map((name) => open("childModels", name)));
  const added = writer.root.shelves.addServer({ title: "new" });
  const { catalogue } = added.model;
  assert.deepEqual([catalogue.motto, catalogue.isComplete], ["Silence", null]);

  const heard = [];
  catalogue.on("change:motto", ({ value }) => heard.push(value));
  catalogue.parent.on("child", () => heard.push("another one"));
  catalogue.motto = "Whispers";
  const shelf = await added;
  await until(writer, () => writer.pending.length === 0);
  assert.equal(shelf.catalogue, catalogue);
  assert.equal(writer.get(catalogue.id), catalogue);
  assert.deepEqual(heard, ["Whispers"]);

  const full = await writer.root.shelves.addServer({ title: "full", catalogue: { isComplete: true } });
  assert.deepEqual([full.catalogue.motto, full.catalogue.isComplete], ["Silence", true]);
  await assertEqual("childModels", [writer, reader]);
  assert.equal(reader.get(catalogue.id).motto, "Whispers");
  return [writer, reader];
});
