import { fail } from "./failures.js";
import { toUpper } from "./letters.js";

/** Both texts, as a comparison that may ignore case takes them. */
function folded(text: string, other: string, ignoresCase: boolean): readonly [string, string] {
  if (text == null || other == null) fail("null");
  return ignoresCase ? [toUpper(text), toUpper(other)] : [text, other];
}

function requireRange(isRight: boolean): void {
  if (!isRight) fail("outOfRange");
}

/** A letter: a UTF-16 unit, as in C#. */
export function charAt(text: string, index: number, fromEnd = false): string {
  const at = fromEnd ? text.length - index : index;
  requireRange(at >= 0 && at < text.length);
  return text.charAt(at);
}

export function substring(text: string, start: number, length = text.length - start): string {
  requireRange(start >= 0 && length >= 0 && start + length <= text.length);
  return text.substr(start, length);
}

/** `text[start..end]`. */
export function slice(text: string, start: number, startFromEnd: boolean, end: number, endFromEnd: boolean): string {
  const from = startFromEnd ? text.length - start : start;
  const to = endFromEnd ? text.length - end : end;
  return substring(text, from, to - from);
}

export function insert(text: string, at: number, inserted: string): string {
  if (inserted == null) fail("null");
  requireRange(at >= 0 && at <= text.length);
  return text.slice(0, at) + inserted + text.slice(at);
}

export function remove(text: string, start: number, count = text.length - start): string {
  requireRange(start >= 0 && count >= 0 && start + count <= text.length);
  return text.slice(0, start) + text.slice(start + count);
}

export function contains(text: string, part: string, ignoresCase = false): boolean {
  const [whole, wanted] = folded(text, part, ignoresCase);
  return whole.includes(wanted);
}

export function startsWith(text: string, part: string, ignoresCase = false): boolean {
  const [whole, wanted] = folded(text, part, ignoresCase);
  return whole.startsWith(wanted);
}

export function endsWith(text: string, part: string, ignoresCase = false): boolean {
  const [whole, wanted] = folded(text, part, ignoresCase);
  return whole.endsWith(wanted);
}

export function indexOf(text: string, part: string, ignoresCase = false): number {
  const [whole, wanted] = folded(text, part, ignoresCase);
  return whole.indexOf(wanted);
}

export function lastIndexOf(text: string, part: string, ignoresCase = false): number {
  const [whole, wanted] = folded(text, part, ignoresCase);
  return whole.lastIndexOf(wanted);
}

export function equalTexts(text: string | null, other: string | null, ignoresCase: boolean): boolean {
  return text == null || other == null ? text == other : ignoresCase ? toUpper(text) === toUpper(other) : text === other;
}

/** By UTF-16 units; null comes first. */
export function compareTexts(text: string | null, other: string | null): number {
  if (text == null || other == null) return Number(text != null) - Number(other != null);
  return text < other ? -1 : text > other ? 1 : 0;
}

export function replace(text: string, old: string, by: string | null): string {
  if (old == null) fail("null");
  requireRange(old !== "");
  return text.split(old).join(by ?? "");
}

export function padLeft(text: string, width: number, letter = " "): string {
  requireRange(width >= 0);
  return text.padStart(width, letter);
}

export function padRight(text: string, width: number, letter = " "): string {
  requireRange(width >= 0);
  return text.padEnd(width, letter);
}

export function concat(parts: Iterable<string | null>): string {
  return join("", parts);
}

export function join(separator: string | null, parts: Iterable<string | null>): string {
  return Array.from(parts, (part) => part ?? "").join(separator ?? "");
}

/** The UTF-16 units of a text, one by one. */
export function units(text: string): readonly string[] {
  return text == null ? fail("null") : text.split("");
}

/** As interpolated strings write it. */
export function boolText(value: boolean): string {
  return value ? "True" : "False";
}
