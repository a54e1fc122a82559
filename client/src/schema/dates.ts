// Which text a Date was made from: an instant goes back letter for letter, although a Date keeps milliseconds only.
const dateTexts = new WeakMap<Date, string>();

/** A Date that knows the text it was made from: it goes back letter for letter, with all ticks and the offset. */
export function dateOf(text: string): Date {
  const date = new Date(text);
  dateTexts.set(date, text);
  return date;
}

/** The text of a date, as it goes over the wire: letter for letter as it came, if it came from there, with the ticks and the offset that a Date cannot hold. */
export function dateText(date: Date): string {
  const text = dateTexts.get(date);
  // A Date can be altered; its text is only good as long as it is the same instant.
  return text !== undefined && Date.parse(text) === date.getTime() ? text : date.toISOString();
}
