import type { ModelClass } from "./ModelClass.js";
import { classesOf } from "./ModelFamily.js";
import type { ModelMetadata } from "./ModelMetadata.js";

/** The hash of a root: of every model type that can be reached from it, XORed, as 16 hex digits. A mirror that does not know all of them says it. */
export function schemaHash(root: ModelClass): string {
  if (root.metadata.schema !== undefined) return root.metadata.schema;
  let hash = 0n;
  for (const metadata of reachable(root.metadata, new Set())) hash ^= BigInt(`0x${metadata.hash}`);
  return hash.toString(16).padStart(16, "0");
}

function reachable(metadata: ModelMetadata, found: Set<ModelMetadata>): Set<ModelMetadata> {
  if (found.has(metadata)) return found;
  found.add(metadata);
  for (const child of [...Object.values(metadata.collections ?? {}), ...Object.values(metadata.models ?? {})]) {
    for (const type of classesOf(child())) reachable(type.metadata, found);
  }
  return found;
}
