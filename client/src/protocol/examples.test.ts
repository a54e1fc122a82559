import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  endCloseCodes,
  frame,
  holdCodes,
  op,
  readClientMessage,
  readFrames,
  treeEvent,
  verdictCodes,
  writeClientMessage,
  writeFrames,
  xport,
  type ClientMessage,
  type Codec,
  type Frame,
  type Json,
  type Op,
  type TreeEvent,
} from "./index.js";

const folder = new URL("../../../docs/protocol-examples/", import.meta.url);

function through<T>(codec: Codec<T>): (text: string) => string {
  return (text) => JSON.stringify(codec.write(codec.read(JSON.parse(text) as Json, "example")));
}

const categories: Record<string, (text: string) => string> = {
  client: (text) => writeClientMessage(readClientMessage(text)),
  op: through(op),
  event: through(treeEvent),
  frame: through(frame),
  code: through(frame),
  batch: (text) => writeFrames(readFrames(text)),
  xport: through(xport),
};

function filesOf(category: string): string[] {
  return readdirSync(new URL(`${category}/`, folder)).sort();
}

function textOf(category: string, file: string): string {
  return readFileSync(new URL(`${category}/${file}`, folder), "utf8");
}

for (const [category, readAndWrite] of Object.entries(categories)) {
  test.each(filesOf(category))(`${category}/%s is read, and written back byte for byte`, (file) => {
    const text = textOf(category, file);
    expect(readAndWrite(text.trimEnd()) + "\n").toBe(text);
  });
}

test("no category is left out", () => {
  const present = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(present.map(({ name }) => name).sort()).toEqual([...Object.keys(categories), "xport-0.2.2"].sort());
});

test("what 0.2.2 wrote is read", () => {
  for (const file of filesOf("xport-0.2.2")) {
    expect(() => xport.read(JSON.parse(textOf("xport-0.2.2", file)) as Json, file)).not.toThrow();
  }
});

/** Every kind of a union, once: a kind that is missing here does not compile. */
const kinds: { client: Record<ClientMessage["event"], true>; op: Record<Op["event"], true>; event: Record<TreeEvent["event"], true>; frame: Record<Frame["event"], true> } = {
  client: { join: true, turn: true, token: true },
  op: { set: true, unset: true, increment: true, add: true, delete: true, move: true, "method call": true, undo: true, redo: true },
  event: { change: true, add: true, remove: true, move: true, child: true, broadcast: true },
  frame: { templates: true, initial: true, resumed: true, batch: true, transient: true, verdict: true, hold: true, error: true, ended: true },
};

test.each(Object.keys(kinds) as (keyof typeof kinds)[])("every kind of %s has an example", (category) => {
  const shown = new Set(filesOf(category).map((file) => (JSON.parse(textOf(category, file)) as { event: string }).event));
  expect([...shown].sort()).toEqual(Object.keys(kinds[category]).sort());
});

test("every code has an example, named after it", () => {
  const files = filesOf("code");
  for (const file of files) {
    const shown = JSON.parse(textOf("code", file)) as { code?: string; error?: { code: string } };
    expect(file.replace(/(-ended)?\.json$/, "")).toBe(shown.code ?? shown.error?.code);
  }
  const known = new Set<string>([...verdictCodes, ...holdCodes, ...Object.keys(endCloseCodes)]);
  expect(new Set(files.map((file) => file.replace(/(-ended)?\.json$/, "")))).toEqual(known);
});
