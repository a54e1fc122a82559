import type { Library } from "./Library.js";

export function misuse(library: Library): Promise<string> {
  return library.callServerMethod("stamp", "done", 2, "format"); // error TS2554
}
