function uuid(version: number, bytes: Uint8Array): string {
  bytes[6] = (version << 4) | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Not crypto.randomUUID: a page without TLS does not have it.
function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** A new id for a model or a collection: a UUID of version 7, so that ids made later sort later. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes();
  for (let index = 5, rest = now; index >= 0; index--, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  return uuid(7, bytes);
}

/**
 * A new id that nobody can guess: a UUID of version 4.
 * @internal
 */
export function newSecretId(): string {
  return uuid(4, randomBytes());
}
