// Three members and a viewer work at once; in the end all have what the server has, and every promise was kept or refused for a good reason.
import assert from "node:assert/strict";
import { Chance } from "./random.mjs";
import { Worker } from "./randomOps.mjs";
import { assertEqual, capsule, main, open, order, outcome } from "./support.mjs";

const seed = Number(process.env.CAPSULE_CLIENT_SEED ?? Math.floor(Math.random() * 2 ** 32));
console.log(`CAPSULE_CLIENT_SEED=${seed}`);

const mostUnderWay = 40;
const tally = {};

/** Lets a client work, and gives how each of its turns ended. */
async function work(session, chance, count) {
  const worker = new Worker(session, chance);
  const ended = [];
  const underWay = new Set();
  for (let done = 0; done < count; done++) {
    const [name, promise, codes] = worker.act();
    const settled = outcome(promise).then(({ error }) => {
      underWay.delete(settled);
      ended.push({ name, codes, error });
    });
    underWay.add(settled);
    if (underWay.size >= mostUnderWay) await Promise.race(underWay);
    if (chance.below(3) === 0) await new Promise(setImmediate);
  }
  await Promise.all(underWay);
  return ended;
}

function check({ name, codes, error }) {
  tally[`${name} ${error?.code ?? "done"}`] = (tally[`${name} ${error?.code ?? "done"}`] ?? 0) + 1;
  if (error === undefined) return;
  // Over a socket that was cut, what was added can be gone again before its adder sees it.
  const isGoneAgain = name.startsWith("add") && error.code === "notFound";
  assert.ok(error instanceof capsule.CapsuleRefusal || isGoneAgain, `${name}: ${error?.stack}`);
  assert.ok(codes.includes(error.code) || isGoneAgain, `${name} was refused as ${error.code}: ${error.message}`);
}

/** A reference is the one model that has its id, or null. */
function checkReferences({ root }) {
  const { shelves, archive, annex } = root;
  const books = [...shelves, ...archive, ...(annex ? [annex] : [])].flatMap((shelf) => [...shelf.books]);
  const known = new Set(books);
  const targets = [root.featured, ...books.flatMap((book) => [...book.marks]).map((mark) => mark.about)];
  for (const target of targets) assert.ok(target === null || known.has(target), `${target?.id} is not in the tree`);
  const ids = [root, ...books.flatMap((book) => [...book.marks])].map((model) => model.toJSON().attrs.featured ?? model.toJSON().attrs.about ?? null);
  assert.deepEqual(targets.map((target) => target?.id ?? null), ids);
}

await main(async () => {
  await order("create/random");
  const chance = new Chance(seed);
  // Where sockets are cut, cleo stays away longer than the others, and misses more.
  const members = await Promise.all([["anna"], ["bob"], ["cleo", { random: () => 0.04 }]].map(([name, options]) => open("random", name, options)));
  const viewer = await open("random", "vera", { role: "viewer" });
  const refused = [];
  viewer.on("refused", (refusal) => refused.push(refusal));

  const [seen, ...ended] = await Promise.all([
    work(viewer, new Chance(chance.below(2 ** 32)), 60),
    ...members.map((member) => work(member, new Chance(chance.below(2 ** 32)), 250)),
  ]);

  const { app, everything } = await assertEqual("random", [...members, viewer]);
  for (const turn of ended.flat()) check(turn);
  for (const session of [...members, viewer]) checkReferences(session);

  // What the viewer asked for was refused, but for what asked for nothing: the deletion of what was gone, for one.
  for (const { name, error } of seen) if (name !== "delete") assert.match(error?.code ?? "done", /^(forbidden|notFound|invalid)$/, name);
  assert.equal(refused.length, seen.filter(({ error }) => error).length);

  const counted = ended.flat().filter(({ name, error }) => (name === "count" || name === "visit") && !error).length;
  assert.equal(app.attrs.visits, counted);
  assert.equal(everything.attrs.ledger.length, ended.flat().filter(({ name }) => name === "visit").length);
  assert.ok(!JSON.stringify(app).includes("ledger") && !JSON.stringify(app).includes("provenance"));
  console.log(JSON.stringify(tally));
  return [...members, viewer];
});
