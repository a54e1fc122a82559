import type { WebSocketLike } from "capsule-client";
import { readClientMessage, writeFrames, type ClientMessage, type Frame, type JoinMessage, type TurnMessage } from "capsule-client/protocol";

/** A socket whose other end is the test. */
export class FakeSocket implements WebSocketLike {
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly sent: ClientMessage[] = [];
  isClosed = false;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {}

  send(text: string): void {
    if (this.isClosed) throw new Error("sent on a closed socket");
    this.sent.push(readClientMessage(text));
  }

  /** The client closes. */
  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.onopen?.({});
  }

  /** The server says something. */
  say(...frames: Frame[]): void {
    this.saying(writeFrames(frames));
  }

  /** The server says something in its own words. */
  saying(data: unknown): void {
    if (!this.isClosed) this.onmessage?.({ data });
  }

  /** The connection goes away. */
  drop(code = 1006, reason = ""): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.onclose?.({ code, reason });
  }

  get join(): JoinMessage {
    return this.sent.find((message) => message.event === "join")!;
  }

  get turns(): TurnMessage[] {
    return this.sent.filter((message) => message.event === "turn");
  }
}
