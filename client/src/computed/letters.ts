/** Greek letters with an iota below, whose capitals are one letter in .NET and two in JavaScript. */
const withIota = /^[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]$/;

function capital(letter: string): string {
  if (withIota.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 8);
  if (/^[\u1fb3\u1fc3\u1ff3]$/.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 9);
  const upper = letter.toUpperCase();
  return upper.length === letter.length && letter !== "\u0131" ? upper : letter;
}

function small(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** `ToUpperInvariant`: letter by letter, none becomes two. */
export function toUpper(text: string): string {
  return Array.from(text, capital).join("");
}

/** `ToLowerInvariant`. */
export function toLower(text: string): string {
  return Array.from(text, small).join("");
}

export function isDigit(letter: string): boolean {
  return /^\p{Nd}$/u.test(letter);
}

export function isLetter(letter: string): boolean {
  return /^\p{L}$/u.test(letter);
}

export function isLetterOrDigit(letter: string): boolean {
  return /^[\p{L}\p{Nd}]$/u.test(letter);
}

export function isUpper(letter: string): boolean {
  return /^\p{Lu}$/u.test(letter);
}

export function isLower(letter: string): boolean {
  return /^\p{Ll}$/u.test(letter);
}

/** Whether there is nothing but what .NET takes for white space: not quite what JavaScript does. */
export function isBlank(text: string | null): boolean {
  return text == null || /^[\t-\r\x85\p{Z}]*$/u.test(text);
}
