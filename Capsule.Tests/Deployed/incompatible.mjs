// A page of before that cannot go on says so.
import assert from "node:assert/strict";
import { capsule, main, models, outcome } from "../Client/support.mjs";
import { deploy, page, presentCapsule, presentModels, presentPage } from "./pages.mjs";

/** How a session ends when something is done. */
async function ending(session, act) {
  const ended = [];
  session.on("ended", ({ code }) => ended.push(code));
  const over = new Promise((resolve) => session.on("state", ({ state }) => (state === "updateNeeded" || state === "ended") && resolve(state)));
  const pending = await act();
  return { state: await over, ended, pending: (await outcome(pending ?? session.root.setServer({ title: "too late" }))).error?.code };
}

/** A page whose mirror passes for the present one. */
function unchecked() {
  const hashes = [models.Scrapbook.metadata.hash, capsule.schemaHash(models.Scrapbook), presentCapsule.schemaHash(presentModels.Scrapbook)];
  const hash = hashes.reduce((all, one) => all ^ BigInt(`0x${one}`), 0n).toString(16).padStart(16, "0");
  return class extends models.Scrapbook {
    static metadata = { ...models.Scrapbook.metadata, hash };
  };
}

await main(async () => {
  const guild = await page(models.Guild, "anna");
  const scrapbook = await page(models.Scrapbook, "anna");
  await scrapbook.root.scraps.addServer({ type: "photo", caption: "Us" });
  const open = [ending(guild, () => {}), ending(scrapbook, () => {})];
  deploy();
  const refused = { state: "updateNeeded", ended: ["schema"], pending: "schema" };
  assert.deepEqual(await Promise.all(open), [refused, refused]);
  for (const root of [models.Guild, models.Scrapbook]) {
    const { error } = await outcome(page(root, "clara"));
    assert.ok(error instanceof capsule.CapsuleError, String(error));
    assert.equal(error.code, "schema");
  }

  // Of a model that came to a family it is told, be it in a batch or in the state.
  const present = await presentPage(presentModels.Scrapbook, "bert");
  const trusting = await page(unchecked(), "clara");
  assert.equal(trusting.root.scraps.at(0).caption, "Us");
  const end = await ending(trusting, () => void present.root.scraps.addServer({ type: "drawing", caption: "A house" }));
  assert.deepEqual(end, { state: "updateNeeded", ended: [], pending: "updateNeeded" });
  const { error } = await outcome(page(unchecked(), "clara"));
  assert.equal(error.code, "updateNeeded");
  assert.match(error.message, /no model "drawing" where photo, ticket is expected/);
  return [present];
});
