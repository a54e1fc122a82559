// Each end of a session reaches the application as an error with its code; and what was asked for and not answered ends with it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { address, capsule, main, models, open, order, outcome, token } from "./support.mjs";

async function assertRefused(code, key, { root = models.Library, ...options }) {
  const { error } = await outcome(capsule.connect(root, `${address}/capsule`, { key, WebSocket, ...options }));
  assert.ok(error instanceof capsule.CapsuleError, `${code}: ${error?.stack}`);
  assert.equal(error.code, code, error.message);
  assert.ok(error.message.length > 10, error.message);
}

/** How a live session ends. */
async function assertEnds(code, session, state, act) {
  const ends = [];
  const states = [];
  session.on("ended", (error) => ends.push(error));
  session.on("state", (change) => states.push(change.state));
  const over = new Promise((resolve) => session.once("ended", resolve));
  await act();
  await over;
  await new Promise(setImmediate);
  assert.ok(ends[0] instanceof capsule.CapsuleError);
  assert.deepEqual([ends.map((error) => error.code), states, session.state], [[code], [state], state]);
  const { error } = await outcome(session.root.setServer({ title: "too late" }));
  assert.equal(error?.code, code);
}

await main(async () => {
  await order("create/ends");
  const member = await token("anna", "member");

  await assertRefused("unauthenticated", "ends", {});
  await assertRefused("unauthenticated", "ends", { token: "made up" });
  await assertRefused("forbidden", "ends", { token: await token("sam", "stranger") });
  await assertRefused("notFound", "nowhere", { token: member });
  await assertRefused("notFound", undefined, { token: member });

  class Older extends models.Library {
    static metadata = { ...models.Library.metadata, hash: "0123456789abcdef" };
  }
  await assertRefused("schema", "ends", { root: Older, token: member });
  class Elsewhere extends models.Library {
    static metadata = { ...models.Library.metadata, type: "elsewhere" };
  }
  await assertRefused("notFound", "ends", { root: Elsewhere, token: member });
  const { error } = await outcome(capsule.connect(models.Library, "http://127.0.0.1:1/capsule", { key: "ends", WebSocket }));
  assert.equal(error.code, "unreachable");

  // The same client joins elsewhere.
  let client;
  class Tapped extends WebSocket {
    send(message) {
      client = JSON.parse(message).client ?? client;
      super.send(message);
    }
  }
  const first = await open("ends", "anna", { WebSocket: Tapped });
  const joinElsewhere = async () => {
    const second = new WebSocket(`${address.replace("http", "ws")}/capsule/library/ends`, "capsule.v1");
    await once(second, "open");
    second.send(JSON.stringify({ event: "join", client, token: member }));
  };
  // Once, that may have been its own join that came late: it comes back.
  const back = new Promise((resolve) => first.on("state", ({ state }) => state === "live" && resolve()));
  await joinElsewhere();
  await back;
  await assertEnds("superseded", first, "ended", joinElsewhere);

  // The ticket is renewed with somebody else's.
  const renewed = await open("ends", "anna");
  await assertEnds("unauthenticated", renewed, "ended", async () => renewed.renewToken(await token("bob", "member")));

  // A good renewal changes nothing.
  const kept = await open("ends", "anna");
  kept.renewToken(await token("anna", "member"));
  await kept.root.setServer({ title: "still here" });

  // The tree is deleted.
  await assertEnds("notFound", kept, "ended", () => order("delete/ends"));
  await assertRefused("notFound", "ends", { token: member });
});
