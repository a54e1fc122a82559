// Each case is the export of a tree. The answer has, for each model that a path of it leads to, what the computed values come to: a text each, or what was thrown.
import { capsule, cases, models } from "../Mirrors/question.mjs";

const limits = { messageBytes: 1e9, opsPerTurn: 100, turnsInFlight: 1, turnsPerSecond: 1e6 };
const frame = (app) =>
  `[{"event":"initial","epoch":"01981d48-b696-7538-a5d2-478870c6a5b8","seq":1,"view":"v","user":"u","schema":"0","turns":{"last":0,"verdicts":[]},"limits":${JSON.stringify(limits)},"app":${app}}]`;

function socketWith(app) {
  return class {
    constructor() {
      queueMicrotask(() => this.onopen({}));
    }
    send() {
      this.onmessage({ data: frame(app) });
    }
    close() {}
  };
}

function bitsOf(number) {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, number);
  return Number.isNaN(number) ? "NaN" : bits.getBigUint64(0).toString(16).padStart(16, "0");
}

/** Numbers by their bits and texts by their units: what is printed alike can differ. */
export function written(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (value instanceof Date) return `date ${capsule.dateText(value)}`;
  switch (typeof value) {
    case "number":
      return `number ${bitsOf(value)}`;
    case "string":
      return `text ${value.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0")).join("")}`;
    default:
      return `${typeof value} ${value}`;
  }
}

function valueOf(model, name) {
  try {
    return written(model[name]);
  } catch (error) {
    return `error ${error.name}: ${error.message}`;
  }
}

async function evaluate({ root, app, path }) {
  const session = await capsule.connect(models[root], "ws://localhost/capsule", { key: "k", WebSocket: socketWith(app) });
  let found = session.root;
  for (const name of path) found = found[name].at(0);
  const names = Object.keys(found.constructor.metadata.computed);
  const answer = Object.fromEntries(names.map((name) => [name, valueOf(found, name)]));
  session.close();
  return answer;
}

const answers = [];
for (const one of cases) answers.push(await evaluate(one));
process.stdout.write(JSON.stringify(answers));
