import type { Library } from "./Library.js";

export function misuse(library: Library): unknown {
  return library.callServerMethod("searchAsync"); // error TS2345
}
