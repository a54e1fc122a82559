/** Where halves go, or all: the members of C#'s MidpointRounding. */
export type Rounding = "toEven" | "awayFromZero" | "toZero" | "toNegativeInfinity" | "toPositiveInfinity";

/** The quotient of two whole numbers, the second of them positive, rounded. */
export function roundedQuotient(value: bigint, by: bigint, rounding: Rounding): bigint {
  const quotient = value / by;
  const rest = value % by;
  if (rest === 0n) return quotient;
  const away = value < 0n ? quotient - 1n : quotient + 1n;
  const doubled = rest < 0n ? -2n * rest : 2n * rest;
  switch (rounding) {
    case "toEven":
      return doubled > by || (doubled === by && quotient % 2n !== 0n) ? away : quotient;
    case "awayFromZero":
      return doubled >= by ? away : quotient;
    case "toZero":
      return quotient;
    case "toNegativeInfinity":
      return value < 0n ? away : quotient;
    case "toPositiveInfinity":
      return value > 0n ? away : quotient;
    default:
      return rounding satisfies never;
  }
}
