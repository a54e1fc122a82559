// What passes over the sockets of each session, to be told when a script does not end.
import { WebSocket } from "ws";

const remembered = 12;
const lineLength = 300;
const watches = [];

/** Remembers what a session sends and gets, and which turns have no verdict yet. */
export class Watch {
  #name;
  #session;
  #lines = [];
  #unanswered = new Map();
  #sockets = 0;

  constructor(name) {
    this.#name = name;
    watches.push(this);
  }

  /** A class of sockets whose messages are seen. */
  socket(Base = WebSocket) {
    const watch = this;
    return class extends Base {
      #number = ++watch.#sockets;

      constructor(...args) {
        super(...args);
        this.on("open", () => watch.#note(`${this.#number} opened`));
        this.on("message", (data) => watch.#got(this.#number, String(data)));
        this.on("close", (code, reason) => watch.#note(`${this.#number} closed: ${code} ${reason}`));
      }

      send(text) {
        const message = JSON.parse(text);
        if (message.event === "turn") watch.#unanswered.set(message.turn, message.ops.map(({ event, method }) => method ?? event).join());
        watch.#note(`${this.#number} > ${text}`);
        super.send(text);
      }
    };
  }

  /** Notes what becomes of a session, too. */
  of(session) {
    this.#session = session;
    session.on("state", ({ state }) => this.#note(`is ${state}`));
    session.on("resync", ({ reason }) => this.#note(`fetches the state again: ${reason}`));
    session.on("ended", ({ code, message }) => this.#note(`was ended: ${code}: ${message}`));
  }

  toString() {
    const turns = [...this.#unanswered].map(([turn, ops]) => `${turn} (${ops})`).join(", ");
    const { state, seq } = this.#session ?? {};
    return [`${this.#name}: ${state}, batch ${seq}, ${this.#sockets} sockets; without a verdict: ${turns || "no turn"}`, ...this.#lines].join("\n  ");
  }

  #got(socket, text) {
    for (const frame of JSON.parse(text)) {
      for (const { turn } of frame.event === "verdict" ? [frame] : (frame.turns?.verdicts ?? [])) this.#unanswered.delete(turn);
    }
    this.#note(`${socket} < ${text}`);
  }

  #note(line) {
    this.#lines.push(`${(performance.now() / 1000).toFixed(3)} ${line.slice(0, lineLength)}`);
    if (this.#lines.length > remembered) this.#lines.shift();
  }
}

/** What every session is at. */
export const account = () => watches.join("\n");
