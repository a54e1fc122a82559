import type { Library } from "./Library.js";

export async function calls(library: Library): Promise<string> {
  const stamped: string = await library.callServerMethod("stamp", "done");
  const origins = await library.callServerMethod("import", { address: "https://books.example", pages: 7 }, true);
  const pages: number = origins[0]?.pages ?? 0;
  const shelf = library.shelves.at(0);
  const count: bigint = shelf === undefined ? 0n : await shelf.callServerMethod("count", "call", "result");
  return `${stamped} ${pages} ${count}`;
}
