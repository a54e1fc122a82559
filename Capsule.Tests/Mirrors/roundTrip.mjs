// Each case is an export and the hash of its schema. The mirror takes it in, and says how it would export it, and what it sends when every attribute is
// set to the value that its getter gives.
import { capsule, cases, load, models } from "./question.mjs";
import { socketWith } from "./socketWith.mjs";

const { stringify } = await load("protocol/stringify.js");
async function roundTrip(app) {
  const sets = [];
  const session = await capsule.connect(models.Everything ?? models.Whiteboard ?? models.Pile, "ws://localhost/capsule", { key: "k", WebSocket: socketWith(app, sets) });
  session.on("refused", () => {});
  const visit = (model) => {
    const names = Object.keys(model.constructor.metadata.attributes);
    const editable = names.filter((name) => model.constructor.metadata.attributes[name].editable);
    if (editable.length > 0) void model.setServer(Object.fromEntries(editable.map((name) => [name, model[name]])));
    for (const name of Object.keys(model.constructor.metadata.collections ?? {})) for (const item of model[name]) visit(item);
    for (const name of Object.keys(model.constructor.metadata.models ?? {})) if (model[name]) visit(model[name]);
  };
  visit(session.root);
  const answer = [stringify(session.root), ...sets];
  session.close();
  return answer;
}

const answers = [];
for (const app of cases) answers.push(await roundTrip(app));
console.log(JSON.stringify(answers));
