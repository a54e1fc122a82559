declare const brand: unique symbol;

/** A text of a certain form. At run time it is a string. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A decimal number with all its digits, such as `"12.50"`: `toNumber` rounds it to what JavaScript can count with. */
export type Decimal = Branded<"decimal">;

/** A day of the calendar: `"2026-03-01"`. */
export type DateOnly = Branded<"dateOnly">;

/** A time of the day: `"23:59:59"`, with up to seven digits of a second. */
export type TimeOnly = Branded<"timeOnly">;

/** A length of time: `"1.12:00:00"` is a day and a half. */
export type TimeSpan = Branded<"timeSpan">;

const time = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,7})?";

const forms = {
  decimal: /^-?(0|[1-9]\d{0,28})(\.\d{1,28})?$/,
  dateOnly: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  timeOnly: new RegExp(`^${time}$`),
  timeSpan: new RegExp(`^-?(\\d{1,8}\\.)?${time}$`),
};

/** Whether a text has the form. */
export function hasForm(kind: keyof typeof forms, text: unknown): text is string {
  return typeof text === "string" && forms[kind].test(text);
}

function branded<Name extends keyof typeof forms>(kind: Name, text: string): Branded<Name> {
  if (!hasForm(kind, text)) throw new TypeError(`${JSON.stringify(text)} is no ${kind}.`);
  return text as Branded<Name>;
}

/**
 * A decimal from its digits.
 * @throws TypeError when the text is none
 */
export const decimal = (digits: string | number | bigint): Decimal => branded("decimal", String(digits));

/** A day from its text. */
export const dateOnly = (text: string): DateOnly => branded("dateOnly", text);

/** A time of the day from its text. */
export const timeOnly = (text: string): TimeOnly => branded("timeOnly", text);

/** A length of time from its text. */
export const timeSpan = (text: string): TimeSpan => branded("timeSpan", text);

/** The nearest number. */
export const toNumber = (value: Decimal): number => Number(value);
