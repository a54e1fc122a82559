// Pages with the mirrors that nobody in particular is served, and with those of a warden; all of them are opened by wardens.
import assert from "node:assert/strict";
import { address, capsule, main, models, served, unexpected, until } from "./support.mjs";
import { Watch } from "./watched.mjs";

const bearer = async (name, role) => (await (await fetch(`${address}/sign-in/BearerToken/${name}/${role}`)).json()).accessToken;

async function open([client, mirrors], name, role, onResync = (reason) => unexpected(`${name}: resync`, reason)) {
  const token = await bearer(name, role);
  const watch = new Watch(name);
  const session = await client.connect(mirrors.Lodge, `${address}/capsule`, { key: "42", token: () => token, random: () => 0.005, WebSocket: watch.socket() });
  watch.of(session);
  session.on("error", (error) => unexpected(`${name}: error`, error));
  session.on("resync", ({ reason }) => onResync(reason));
  return session;
}

await main(async () => {
  const few = [capsule, models];
  const every = await served(address, { Authorization: `Bearer ${await bearer("wilma", "warden")}` });
  const [, all] = every;
  assert.deepEqual([Object.keys(models).sort(), Object.keys(all).sort()], [["Chamber", "Lodge"], ["Chamber", "Dungeon", "Lodge", "Shackle"]]);
  assert.equal(models.Lodge.metadata.hash, all.Lodge.metadata.hash);
  assert.match(models.Lodge.metadata.schema, /^[0-9a-f]{16}$/);
  assert.equal(all.Lodge.metadata.schema, undefined);

  // What one of them came to while the other was not there is in the state, what comes after in batches.
  const whole = await open(every, "wilma", "warden");
  await whole.root.dungeons.addServer({ prisoner: "first", shackles: [{ iron: 1 }] });
  const narrow = await open(few, "wolf", "warden");
  const member = await open(few, "mia", "member");

  const dungeon = await whole.root.dungeons.addServer({ prisoner: "second", shackles: [{ iron: 2 }] });
  await dungeon.shackles.at(0).setServer({ iron: 3 });
  const shackle = await dungeon.shackles.addServer({ iron: 4 });
  await dungeon.shackles.moveServer(shackle, 0);
  await dungeon.shackles.moveServer(shackle, { to: whole.root.dungeons.at(0).shackles, at: 0 });
  await whole.root.dungeons.moveServer(dungeon, 0);
  await shackle.deleteServer();
  await whole.root.dungeons.at(0).deleteServer();
  await whole.root.setServer({ watchword: "swordfish" });
  assert.equal(whole.root.isGuarded, true);
  assert.equal(await whole.root.callServerMethod("lockdown"), 0);

  // Between what such a page has and what it has not.
  const chamber = await whole.root.chambers.addServer({ name: "hall" });
  await until(narrow, () => narrow.seq >= whole.seq);
  assert.equal(narrow.root.chambers.length, 1);
  await whole.root.chambers.moveServer(chamber, { to: whole.root.cellars, at: 0 });
  await chamber.setServer({ name: "cellar" });
  await narrow.root.setServer({ title: "written by who knows less" });
  for (const session of [narrow, member]) {
    await until(session, () => session.seq >= whole.seq && session.root.title === "written by who knows less");
    assert.deepEqual([session.root.chambers.length, session.get(chamber.id)], [0, undefined]);
    assert.equal("watchword" in session.root || "dungeons" in session.root || "lockdown" in session.root, false);
  }

  // What comes back from there a member is told, and a page that was made for members has to fetch, once.
  const reasons = [];
  const other = await open(few, "walt", "warden", (reason) => reasons.push(reason));
  narrow.close();
  await whole.root.cellars.moveServer(chamber, { to: whole.root.chambers, at: 0 });
  await until(member, () => member.root.chambers.at(0)?.name === "cellar");
  await until(other, () => other.root.chambers.at(0)?.name === "cellar");
  assert.equal(reasons.length, 1);
  assert.match(reasons[0], /was not made for/);
  return [whole, narrow, member, other];
});
