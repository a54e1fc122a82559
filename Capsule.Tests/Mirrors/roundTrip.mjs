// Each case is an export and the hash of its schema. The mirror takes it in, and says how it would export it, and what it sends when every attribute is
// set to the value that its getter gives.
import { capsule, cases, load, models } from "./question.mjs";

const { stringify } = await load("protocol/stringify.js");
const limits = { messageBytes: 1e9, opsPerTurn: 100, turnsInFlight: 1e6, turnsPerSecond: 1e6 };

function socketWith(app, sets) {
  return class {
    constructor() {
      queueMicrotask(() => this.onopen({}));
    }
    send(message) {
      const { event, ops } = JSON.parse(message);
      if (event === "turn") sets.push(message);
      else this.onmessage({ data: initial(app) });
    }
    close() {}
  };
}

// Written by hand: what goes through JSON.parse and JSON.stringify is not what came.
const initial = (app) =>
  `[{"event":"initial","epoch":"01981d48-b696-7538-a5d2-478870c6a5b8","seq":1,"view":"v","user":"u","schema":"0","turns":{"last":0,"verdicts":[]},"limits":${JSON.stringify(limits)},"app":${app}}]`;

async function roundTrip(app) {
  const sets = [];
  const session = await capsule.connect(models.Everything ?? models.Whiteboard, "ws://localhost/capsule", { key: "k", WebSocket: socketWith(app, sets) });
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
