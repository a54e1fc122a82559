/**
 * An object with the same names and other values.
 * Its members are defined, not assigned: a name like `__proto__`, which can come from the wire, is a member like any other.
 */
export function mapValues<T, R>(record: { readonly [name: string]: T }, convert: (value: T, name: string) => R): { [name: string]: R } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, convert(value, name)]));
}
