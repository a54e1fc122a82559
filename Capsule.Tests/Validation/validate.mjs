// Reads { client, mirrors: { name: JavaScript }, cases: [[name, attrs], …] } and says for each case what the mirror objects to.
import { pathToFileURL } from "node:url";

let text = "";
for await (const part of process.stdin) text += part;
const { client, mirrors, cases } = JSON.parse(text);
const capsule = await import(pathToFileURL(client).href);
const types = Object.fromEntries(
  Object.entries(mirrors).map(([name, script]) => [name, new Function("capsule", `${script.replace(/^export class/m, "class")}; return ${name};`)(capsule)]),
);
console.log(JSON.stringify(cases.map(([name, attrs]) => types[name].validate(attrs).map(({ attribute, message, isKey }) => [attribute, isKey ? "key" : "", message]))));
