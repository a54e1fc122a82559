// A page of before goes on with what it knows, and passes over the rest.
import assert from "node:assert/strict";
import { main, models, until } from "../Client/support.mjs";
import { deploy, page, presentModels, presentPage } from "./pages.mjs";

await main(async () => {
  const open = await page(models.Club, "anna");
  await open.root.setServer({ title: "Chess" });
  const club = open.root;
  deploy();
  await until(open, () => open.state === "offline");
  await until(open, () => open.state === "live");

  // What the page does not know comes in batches.
  const present = await presentPage(presentModels.Club, "bert");
  const changes = [];
  club.on("change", ({ changed }) => changes.push(changed));
  await present.root.setServer({ title: "Chess club", motto: "Mate" });
  await present.root.setServer({ motto: "Check" });
  const bert = await present.root.members.addServer({ name: "Bert" });
  await until(open, () => open.seq >= present.seq);
  assert.deepEqual(changes, [{ title: "Chess club" }]);
  assert.deepEqual([club.members.at(0).id, club.members.at(0).name], [bert.id, "Bert"]);
  assert.deepEqual([bert.points, Object.keys(club.members.at(0).toJSON().attrs)], [3, ["id", "name"]]);

  // It comes in the state as well.
  const loaded = await page(models.Club, "clara");
  assert.deepEqual([loaded.root.title, loaded.root.members.map(({ name }) => name)], ["Chess club", ["Bert"]]);
  assert.deepEqual(Object.keys(loaded.root.toJSON().attrs), ["id", "title"]);

  // And the server has what the page does.
  await open.root.members.at(0).setServer({ name: "Bert B." });
  const anna = await open.root.members.addServer({ name: "Anna" });
  await open.root.callServerMethod("greet", "you");
  await until(present, () => present.seq >= open.seq);
  assert.deepEqual([present.root.title, present.root.motto], ["Hello you, 1 times", "Check"]);
  assert.deepEqual(present.root.members.map(({ id, name, points }) => [id, name, points]), [[bert.id, "Bert B.", 3], [anna.id, "Anna", 3]]);
  assert.equal(open.root, club);
  assert.equal(open.state, "live");
  return [open, present, loaded];
});
