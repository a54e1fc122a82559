import type { Json } from "../Json.js";

/** Reads a value from JSON, and writes it back, its members in the order of the protocol. */
export interface Codec<T> {
  /**
   * @param json what was parsed
   * @param place where it stands, for the message of an error
   * @throws ProtocolError when it is not of this shape
   */
  read(json: Json | undefined, place: string): T;

  /** Undefined where the value is absent. */
  write(value: T): Json | undefined;
}

/** What the server said does not have the shape that the protocol gives it. */
export class ProtocolError extends Error {
  override readonly name: string = "ProtocolError";
}

/** A frame or an event of a kind that this client does not know: the server speaks a newer protocol. */
export class UnknownKindError extends ProtocolError {
  override readonly name = "UnknownKindError";
}
