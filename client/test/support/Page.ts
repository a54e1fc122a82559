import { connect, type ConnectOptions, type ModelClass, type Session, type Xport } from "capsule-client";
import type { AppliedFrame, InitialFrame, Limits, TreeEvent, Turns } from "capsule-client/protocol";
import { Board } from "../mirror/index.js";
import { FakeClock } from "./FakeClock.js";
import { FakeSocket } from "./FakeSocket.js";

export const limits: Limits = { messageBytes: 65536, opsPerTurn: 100, turnsInFlight: 32, turnsPerSecond: 50 };

export function initial(app: Xport, more: Partial<InitialFrame> = {}): InitialFrame {
  const turns: Turns = { last: 0, verdicts: [] };
  return { event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u1", schema: "0000000000000000", turns, limits, app, ...more };
}

export function applied(turn: number, seq?: number, ...results: AppliedFrame["results"] & object): AppliedFrame {
  return { event: "verdict", turn, outcome: "applied", ...(seq === undefined ? {} : { seq }), results: results.length > 0 ? results : [null] };
}

/** A page with a session, whose clock and server are the test. */
export class Page {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  /** What handlers threw. */
  readonly reported: unknown[] = [];
  session!: Session<Board>;

  /** @param root the mirror that the page has of the root */
  constructor(readonly root: ModelClass<Board> = Board) {}

  /** Begins to connect. */
  connect(options: ConnectOptions = {}): Promise<Session<Board>> {
    const { sockets } = this;
    class Socket extends FakeSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        sockets.push(this);
      }
    }
    return connect(this.root, "http://server/capsule", {
      key: "42",
      WebSocket: Socket,
      clock: this.clock,
      random: () => 1,
      reportError: (error) => this.reported.push(error),
      ...options,
    });
  }

  /** A page that is live. */
  static async live(app: Xport, more: Partial<InitialFrame> = {}, options: ConnectOptions = {}, root: ModelClass<Board> = Board): Promise<Page> {
    const page = new Page(root);
    const connecting = page.connect(options);
    page.socket.open();
    page.socket.say(initial(app, more));
    page.session = await connecting;
    return page;
  }

  /** The newest socket. */
  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  get board(): Board {
    return this.session.root;
  }

  /** The server publishes what the next turn did. */
  batch(...events: TreeEvent[]): void {
    this.socket.say({ event: "batch", seq: this.session.seq + 1, events });
  }

  /** The connection goes away and comes back; the server has this state. */
  reconnect(app: Xport, more: Partial<InitialFrame> = {}): void {
    this.socket.drop();
    this.clock.pass(60_000);
    this.socket.open();
    this.socket.say(initial(app, more));
  }
}
