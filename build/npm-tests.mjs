// Prints the names of the npm workspaces that have tests, one a line. Argument: the root of the repository.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2];
const read = (folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));

for (const workspace of read(".").workspaces) {
  const { name, scripts } = read(workspace);
  if (scripts?.test) console.log(name);
}
