// Reads a question of MirrorProcess: the client, the mirrors by name, the cases.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

let text = "";
for await (const part of process.stdin) text += part;
const question = JSON.parse(text);

export const load = (file) => import(pathToFileURL(join(question.client, file)).href);
export const capsule = await load("capsule-client.js");
export const { cases } = question;

const scripts = Object.entries(question.mirrors).filter(([, script]) => script.trim().length > 0);
const bodies = scripts.map(([, script]) => script).map((script) => script.replace(/^export /gm, ""));
export const models = new Function("capsule", `${bodies.join("\n")}; return { ${scripts.map(([name]) => name).join(", ")} };`)(capsule);
