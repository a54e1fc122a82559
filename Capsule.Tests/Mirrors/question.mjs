// Reads a question of MirrorProcess: the client, the mirrors by name, the cases.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

let text = "";
for await (const part of process.stdin) text += part;
const question = JSON.parse(text);

export const load = (file) => import(pathToFileURL(join(question.client, file)).href);
export const capsule = await load("capsule-client.js");
export const computed = await load("capsule-client-computed.js");
export const { cases } = question;

const bodies = Object.values(question.mirrors).map((script) => script.replace(/^export /gm, ""));
export const models = new Function("capsule", "computed", `${bodies.join("\n")}; return { ${Object.keys(question.mirrors).join(", ")} };`)(capsule, computed);
