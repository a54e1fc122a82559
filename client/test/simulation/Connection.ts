import { Channel } from "./Channel.js";
import { closeFrame, frame, FrameReader, opcodes } from "./frames.js";
import type { Network } from "./Network.js";
import type { SimulatedSocket } from "./SimulatedSocket.js";

/** A connection of a client's socket with the server: what a browser and the wires between do. */
export class Connection {
  readonly up: Channel;
  readonly down: Channel;
  readonly #reader = new FrameReader();
  /** What the client has closed or lost is over for it, whatever the server knows. */
  #isOverForClient = false;
  #hasSentClose = false;
  #repeatsTurn = false;

  constructor(
    readonly network: Network,
    readonly id: number,
    readonly owner: string,
    readonly socket: SimulatedSocket,
  ) {
    this.up = new Channel(network.time, () => network.latency(), (bytes) => network.order(["bytes", id, bytes.toString("base64")]));
    this.down = new Channel(network.time, () => network.latency(), (bytes) => this.#receive(bytes));
  }

  /** Whether the client still holds on to it. */
  get isInUse(): boolean {
    return !this.#isOverForClient;
  }

  /** Whether the client and the server have each other. */
  get isWhole(): boolean {
    return this.isInUse && this.up.isWhole && this.down.isWhole;
  }

  get inFlight(): number {
    return this.isInUse ? this.up.inFlight + this.down.inFlight : this.up.inFlight;
  }

  send(text: string): void {
    const bytes = frame(opcodes.text, Buffer.from(text));
    this.up.send(bytes);
    if (!this.#repeatsTurn || !text.includes('"event":"turn"')) return;
    this.#repeatsTurn = false;
    this.up.send(bytes);
  }

  /** The next turn arrives twice. */
  repeatTurn(): void {
    this.#repeatsTurn = true;
  }

  /** The page closes the socket: what is under way to the server still arrives. */
  close(): void {
    this.#sendClose(1000);
    this.#isOverForClient = true;
  }

  /** The server wrote; null: it let go of the socket. */
  said(bytes: Buffer | null): void {
    if (bytes) this.down.send(bytes);
    else this.down.then(() => this.end(1006, ""));
  }

  /** The client learns that it is over. */
  end(code: number, reason: string): void {
    if (this.#isOverForClient) return;
    this.#isOverForClient = true;
    this.socket.ended(code, reason);
  }

  #receive(bytes: Buffer): void {
    for (const { opcode, payload } of this.#reader.read(bytes)) {
      if (opcode === opcodes.ping) this.up.send(frame(opcodes.pong, payload));
      else if (opcode === opcodes.close) {
        const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        this.#sendClose(code === 1005 ? 1000 : code);
        this.end(code, payload.subarray(2).toString());
      } else if (opcode === opcodes.text && !this.#isOverForClient) this.socket.received(payload.toString());
    }
  }

  #sendClose(code: number): void {
    if (this.#hasSentClose) return;
    this.#hasSentClose = true;
    this.up.send(closeFrame(code));
  }
}
