/** Codes of a verdict: final, the turn counts as done. */
export const verdictCodes = ["forbidden", "notFound", "invalid", "conflict", "failed", "tooLarge"] as const;

/** Codes of a hold: the turn was not recorded and is sent again. */
export const holdCodes = ["gap", "rateLimited", "notReady", "busy"] as const;

/** Codes of an end, with the close code of the socket that follows. */
export const endCloseCodes = {
  unauthenticated: 4001,
  forbidden: 4003,
  notFound: 4004,
  expired: 4008,
  superseded: 4009,
  schema: 4010,
  rateLimited: 4029,
  closing: 4030,
} as const;

export type VerdictCode = (typeof verdictCodes)[number];
export type HoldCode = (typeof holdCodes)[number];
export type EndCode = keyof typeof endCloseCodes;

/** Every code that a server sends. */
export type WireCode = VerdictCode | HoldCode | EndCode;
