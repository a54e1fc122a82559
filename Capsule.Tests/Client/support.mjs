// What the scripts share: the client and the mirrors as the server serves them, people who sign in, and the server's side of things.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { account, Watch } from "./watched.mjs";

export const address = process.argv[2];
const patienceMs = Number(process.argv[3]) * 1000;

/** What must not be, or not take so long: it ends the script. */
let fail;
const failed = new Promise((_, reject) => (fail = reject));
export const unexpected = (what, cause) => fail(new Error(what, cause === undefined ? undefined : { cause }));
process.on("unhandledRejection", (reason) => unexpected("unhandled rejection", reason));

/** The client and the mirrors, as a server serves them to who asks. */
export async function served(from, headers = {}) {
  const names = ["client.js", "models.js"];
  const folder = await mkdtemp(join(tmpdir(), "capsule-served-"));
  try {
    await writeFile(join(folder, "package.json"), `{ "type": "module" }`);
    for (const name of names) await writeFile(join(folder, name), await text(`/capsule/${name}`, "GET", from, headers));
    return await Promise.all(names.map((name) => import(pathToFileURL(join(folder, name)).href)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function text(path, method = "GET", from = address, headers = {}) {
  const response = await fetch(from + path, { method, headers });
  const body = await response.text();
  assert.ok(response.ok, `${path}: ${response.status} ${body}`);
  return body;
}

export const [capsule, models] = await served(address);

/** Asks the server's side for something to be done. */
export const order = (path) => text(`/test/${path}`, "POST");

/** A bearer token. */
export const token = async (name, role) => JSON.parse(await text(`/test/token/${name}/${role}`)).accessToken;

/** The number of the last batch, what clients see, and what they do not. */
export const serverState = async (key) => JSON.parse(await text(`/test/state/${key}`));

/** Opens a library. What the session reports and a test does not expect ends the script. */
export async function open(key, name, { role = "member", mayResync = false, ...options } = {}) {
  const bearer = await token(name, role);
  const watch = new Watch(name);
  const session = await capsule.connect(models.Library, `${address}/capsule`, {
    key,
    token: () => bearer,
    random: () => 0.005,
    reportError: (error) => unexpected(`${name}: a handler threw`, error),
    ...options,
    WebSocket: watch.socket(options.WebSocket),
  });
  watch.of(session);
  session.on("error", (error) => unexpected(`${name}: error`, error));
  session.on("queueLost", (lost) => unexpected(`${name}: queueLost`, lost));
  if (!mayResync) session.on("resync", ({ reason }) => unexpected(`${name}: resync`, reason));
  return session;
}

/** Settles when a condition holds; it is looked at again after each batch and each change of state. A session that is over comes to nothing more. */
export function until(session, condition) {
  return new Promise((resolve, reject) => {
    const ends = [];
    const look = () => {
      const isMet = condition();
      const isOver = session.state === "ended" || session.state === "updateNeeded";
      if (!isMet && !isOver) return;
      for (const end of ends) end();
      if (isMet) resolve();
      else reject(new Error(`What was waited for cannot come: the session is ${session.state}.`));
    };
    ends.push(session.on("batch", look), session.on("state", look), session.root.on("publish", look));
    look();
  });
}

/** JSON with its members in order, and a zero that keeps its sign. */
export function canonical(json) {
  if (Object.is(json, -0)) return "-0";
  if (Array.isArray(json)) return `[${json.map(canonical).join()}]`;
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  const names = Object.keys(json).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(json[name])}`).join()}}`;
}

/** Waits until every session has what the server has, and compares. */
export async function assertEqual(key, sessions) {
  const { seq, app, everything } = await serverState(key);
  for (const [index, session] of sessions.entries()) {
    await until(session, () => session.seq >= seq && session.state === "live");
    assert.equal(session.seq, seq);
    assert.equal(canonical(session.root.toJSON()), canonical(app), `client ${index} has something else than the server`);
  }
  return { app, everything };
}

/** How a promise ended: its value, or the error. */
export const outcome = (promise) => promise.then((value) => ({ value }), (error) => ({ error }));

/** Runs a script to its end; what nobody saw is a failure too. A failure comes with what every session was at. */
export async function main(script) {
  const patience = setTimeout(() => unexpected(`It did not end within ${patienceMs / 1000} s.`), patienceMs);
  try {
    const sessions = await Promise.race([script(), failed]);
    for (const session of sessions ?? []) session.close();
    await Promise.race([new Promise(setImmediate), failed]);
  } catch (error) {
    console.error(account());
    throw error;
  } finally {
    clearTimeout(patience);
  }
}
