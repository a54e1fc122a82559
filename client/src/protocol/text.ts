import { ProtocolError, type Codec } from "./codec/Codec.js";
import { frame } from "./codec/frames.js";
import { clientMessage } from "./codec/messages.js";
import { array } from "./codec/shape.js";
import type { Frame } from "./frames.js";
import type { Json } from "./Json.js";
import type { ClientMessage } from "./messages.js";
import { stringify } from "./stringify.js";

const frames = array(frame);

function read<T>(codec: Codec<T>, data: unknown): T {
  if (typeof data !== "string") throw new ProtocolError("a binary message: the protocol is text");
  let json: Json;
  try {
    json = JSON.parse(data) as Json;
  } catch (cause) {
    throw new ProtocolError("a message that is not JSON", { cause });
  }
  return codec.read(json, "message");
}

/** Reads a message of the server. */
export function readFrames(data: unknown): readonly Frame[] {
  return read(frames, data);
}

/** Writes a message of the server, as a server or a test of a client needs it. */
export function writeFrames(value: readonly Frame[]): string {
  return stringify(frames.write(value));
}

/** Reads a message of a client, as a server or a test of a client needs it. */
export function readClientMessage(data: unknown): ClientMessage {
  return read(clientMessage, data);
}

/** Writes a message of a client. */
export function writeClientMessage(value: ClientMessage): string {
  return stringify(clientMessage.write(value));
}
