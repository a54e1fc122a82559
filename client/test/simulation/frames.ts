// WebSocket frames (RFC 6455), as far as a browser does them for a page.

export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

export interface WebSocketFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** A client's frame. It is masked with zeros. */
export function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : length < 65536 ? 8 : 14);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (length < 126 ? length : length < 65536 ? 126 : 127);
  if (length >= 65536) head.writeBigUInt64BE(BigInt(length), 2);
  else if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

export function closeFrame(code: number): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(code);
  return frame(opcodes.close, payload);
}

/** Makes frames of the bytes that come. */
export class FrameReader {
  #bytes: Buffer = Buffer.alloc(0);

  *read(bytes: Buffer): Iterable<WebSocketFrame> {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const found = this.#next();
      if (!found) return;
      yield found;
    }
  }

  #next(): WebSocketFrame | undefined {
    const bytes = this.#bytes;
    if (bytes.length < 2) return undefined;
    const short = bytes[1]! & 0x7f;
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length < start) return undefined;
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    if (bytes.length < start + length) return undefined;
    if ((bytes[0]! & 0x80) === 0) throw new Error("The server sent a message in several frames: nothing here reads that.");
    this.#bytes = bytes.subarray(start + length);
    return { opcode: bytes[0]! & 0x0f, payload: bytes.subarray(start, start + length) };
  }
}
