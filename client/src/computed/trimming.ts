/** What .NET takes for white space. */
const blank = /[\t-\r\x85\p{Z}]/u;

function isSpare(unit: string, letter: string | undefined): boolean {
  return letter === undefined ? blank.test(unit) : unit === letter;
}

export function trimStart(text: string, letter?: string): string {
  let start = 0;
  while (start < text.length && isSpare(text.charAt(start), letter)) start++;
  return text.slice(start);
}

export function trimEnd(text: string, letter?: string): string {
  let end = text.length;
  while (end > 0 && isSpare(text.charAt(end - 1), letter)) end--;
  return text.slice(0, end);
}

export function trim(text: string, letter?: string): string {
  return trimEnd(trimStart(text, letter), letter);
}

/** The members of StringSplitOptions. */
export type SplitOptions = "none" | "removeEmptyEntries" | "trimEntries";

/** The parts between separators; without a separator the whole. */
export function split(text: string, separator: string | null, options: SplitOptions = "none"): string[] {
  const whole = separator ? text.split(separator) : [text];
  const parts = options === "trimEntries" ? whole.map((part) => trim(part)) : whole;
  return options === "removeEmptyEntries" ? parts.filter((part) => part !== "") : parts;
}
