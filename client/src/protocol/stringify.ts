/** Half of a surrogate pair: no text, and nothing that UTF-8 could carry. */
export const brokenText = /\p{Surrogate}/u;

/**
 * The JSON of a value as `JSON.stringify` writes it, but for two things: a zero keeps its sign, and a text that is none is not let out.
 * @throws TypeError when a string has half of a surrogate pair
 */
export function stringify(value: unknown): string {
  return write(value) ?? "null";
}

function write(value: unknown): string | undefined {
  if (typeof value === "string") return quoted(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => stringify(item)).join()}]`;
  const members = Object.entries(value).map(([name, member]) => [quoted(name), write(member)]);
  return `{${members.filter(([, member]) => member !== undefined).map((member) => member.join(":")).join()}}`;
}

function quoted(text: string): string {
  if (brokenText.test(text)) throw new TypeError(`${JSON.stringify(text)} is no text: it has half of a surrogate pair.`);
  return JSON.stringify(text);
}
