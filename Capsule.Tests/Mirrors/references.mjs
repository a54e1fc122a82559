// Each case is the export of a team. The mirror says how it would export it, to whom each assignment is given, and what it sends to make it so.
import { capsule, cases, models } from "./question.mjs";
import { socketWith } from "./socketWith.mjs";

async function answer(app) {
  const turns = [];
  const session = await capsule.connect(models.Team, "ws://localhost/capsule", { key: "k", WebSocket: socketWith(app, turns) });
  session.on("refused", () => {});
  const { assignments, people, alumni } = session.root;
  const all = [...assignments, ...people.map((one) => [...one.own]).flat(), ...alumni.map((one) => [...one.own]).flat()];
  for (const { id, assignee, after } of all) void session.get(id).setServer({ assignee, after });
  const ops = turns.flatMap((turn) => JSON.parse(turn).ops);
  const given = [JSON.stringify(session.root), JSON.stringify(all.map(({ assignee }) => assignee?.name ?? null)), ...ops.map((op) => JSON.stringify(op))];
  session.close();
  return given;
}

const answers = [];
for (const app of cases) answers.push(await answer(app));
console.log(JSON.stringify(answers));
