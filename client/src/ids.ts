/** @param time the leading digits, in hexadecimal; without them all is chance */
function uuid(version: number, time = ""): string {
  // Not crypto.randomUUID: a page without TLS does not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (version << 4) | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (time + hex.slice(time.length)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A new id for a model or a collection: a UUID of version 7, so that ids made later sort later. */
export function newId(now: number = Date.now()): string {
  return uuid(7, now.toString(16).padStart(12, "0"));
}

/**
 * A new id that nobody can guess: a UUID of version 4.
 * @internal
 */
export function newSecretId(): string {
  return uuid(4);
}
