const thisYear = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const otherYear = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", year: "numeric" });

/** A day, as short as it can be. */
export function dueLabel(due: Date): string {
  return (due.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(due);
}

/** The day as a date field has it, where the reader is. */
export function dayOf(due: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${due.getFullYear()}-${two(due.getMonth() + 1)}-${two(due.getDate())}`;
}

/** The end of a day, where the writer is. */
export function endOf(day: string): Date {
  return new Date(`${day}T23:59:00`);
}
