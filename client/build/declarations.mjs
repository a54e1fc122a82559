// Joins the declaration files of the modules into one. The tools that do this need the compiler API, which TypeScript 7 does not have;
// our declarations are simple enough: named imports and exports, no two modules with the same name for different things.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const statement = /^(?:import|export) (?:type )?(?:\{([^}]*)\}|\*) from "(\.[^"]+)";\n|^import "(\.[^"]+)";\n/gm;

/**
 * @param {string} entry the declaration file whose exports are wanted
 * @returns {string} one declaration file with the same exports
 */
export function rollUpDeclarations(entry) {
  /** @type {Map<string, string>} bodies by file, a file after those that it imports, where there is no circle */
  const bodies = new Map();
  /** @type {Map<string, string>} */
  const declaredIn = new Map();

  /** @param {string} file */
  function visit(file) {
    if (bodies.has(file)) return;
    bodies.set(file, "");
    const text = readFileSync(file, "utf8");
    for (const [whole, names, from, bare] of text.matchAll(statement)) {
      if (/\sas\s/.test(names ?? "")) throw new Error(`${file}: names cannot be changed where files are joined: ${whole}`);
      visit(resolve(dirname(file), (from ?? bare).replace(/\.js$/, ".d.ts")));
    }
    const body = text.replace(statement, "").replace(/^export \{\};\n/gm, "").trim();
    const left = /^import |^export (?:\*|\{|default)/m.exec(body);
    if (left) throw new Error(`${file}: this statement cannot be joined: ${body.slice(left.index).split("\n", 1)}`);
    for (const [, name] of body.matchAll(/^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type|const|let|function) (\w+)/gm)) {
      if (declaredIn.has(name)) throw new Error(`${name} is declared in ${declaredIn.get(name)} and in ${file}.`);
      declaredIn.set(name, file);
    }
    // Delete first, so that the file stands after what it imports.
    bodies.delete(file);
    bodies.set(file, body.replace(/^export (declare |type |interface |abstract )/gm, "$1"));
  }

  visit(entry);
  const names = [...readFileSync(entry, "utf8").matchAll(statement)].flatMap(([, list]) => list.split(",")).map((name) => name.replace("type ", "").trim());
  const exported = `export { ${names.filter((name) => name !== "").sort().join(", ")} };`;
  return [...bodies.values(), exported].filter((part) => part !== "").join("\n\n") + "\n";
}
