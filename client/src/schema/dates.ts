// Which text a Date was made from: an instant goes back letter for letter, although a Date keeps milliseconds only.
const dateTexts = new WeakMap<Date, string>();

/** A fresh Date that knows its text. */
export function dateOf(text: string): Date {
  const date = new Date(text);
  dateTexts.set(date, text);
  return date;
}

/** The text of a date, as it goes over the wire: letter for letter as it came, if it came from there. */
export function textOf(date: Date): string {
  const text = dateTexts.get(date);
  // A Date can be altered; its text is only good as long as it is the same instant.
  return text !== undefined && Date.parse(text) === date.getTime() ? text : date.toISOString();
}
