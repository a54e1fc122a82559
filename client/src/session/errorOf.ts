import { CapsuleError } from "../errors.js";
import type { WireCode } from "../protocol/codes.js";
import type { WireError } from "../protocol/frames.js";

/** An error of the wire, as it is told. */
export function errorOf({ code, message, op, attribute }: WireError): CapsuleError {
  return new CapsuleError(code as WireCode, message, { op, attribute });
}
