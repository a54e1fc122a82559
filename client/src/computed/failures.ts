/** Why a computed value has no value: where C# throws, this is thrown. */
export type ComputationFailure = "overflow" | "divideByZero" | "outOfRange" | "empty" | "null" | "cast" | "noMatch";

const messages: Readonly<Record<ComputationFailure, string>> = {
  overflow: "The result is outside of the range of its type.",
  divideByZero: "It is divided by zero.",
  outOfRange: "An index, a length or a part of a date is out of range.",
  empty: "The sequence has no such item.",
  null: "There is no value.",
  cast: "The model is of another class.",
  noMatch: "No arm of the switch fits.",
};

/** What a getter of a mirror throws where its expression throws in C#. */
export class ComputationError extends Error {
  override readonly name = "ComputationError";

  constructor(readonly failure: ComputationFailure) {
    super(messages[failure]);
  }
}

/** @internal */
export function fail(failure: ComputationFailure): never {
  throw new ComputationError(failure);
}
