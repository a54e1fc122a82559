import type { Chance } from "./Chance.js";
import { Connection } from "./Connection.js";
import type { Order } from "./ServerProcess.js";
import type { SimulatedSocket } from "./SimulatedSocket.js";
import type { VirtualTime } from "./VirtualTime.js";

/** All connections, and whether there is a server at their other end. */
export class Network {
  readonly #connections = new Map<number, Connection>();
  #isServerUp = false;
  #last = 0;

  constructor(
    readonly time: VirtualTime,
    readonly chance: Chance,
    readonly order: (order: Order) => void,
  ) {}

  get connections(): readonly Connection[] {
    return [...this.#connections.values()];
  }

  /** Those that clients hold on to. */
  get used(): readonly Connection[] {
    return this.connections.filter(({ isInUse }) => isInUse);
  }

  get isServerUp(): boolean {
    return this.#isServerUp;
  }

  get inFlight(): number {
    return this.connections.reduce((sum, { inFlight }) => sum + inFlight, 0);
  }

  isConnected(owner: string): boolean {
    return this.used.some((connection) => connection.owner === owner && connection.isWhole);
  }

  latency(): number {
    return this.chance.oneIn(20) ? this.chance.between(100, 2000) : this.chance.between(1, 60);
  }

  serverStarted(): void {
    this.#isServerUp = true;
  }

  /** New connections find nobody. */
  serverRefuses(): void {
    this.#isServerUp = false;
  }

  /** The process is gone, and with it all its sockets: clients learn it a little later. */
  serverGone(): void {
    this.#isServerUp = false;
    for (const connection of this.connections) {
      connection.up.close();
      connection.down.close();
      this.time.setTimeout(() => connection.end(1006, ""), this.latency());
    }
    this.#connections.clear();
  }

  connect(socket: SimulatedSocket, owner: string, url: URL): Connection {
    const connection = new Connection(this, ++this.#last, owner, socket);
    this.time.setTimeout(() => {
      if (!this.#isServerUp) return connection.end(1006, "nobody is there");
      this.#connections.set(connection.id, connection);
      this.order(["open", connection.id, url.pathname, url.search]);
      connection.down.then(() => connection.isInUse && socket.opened());
    }, this.latency());
    return connection;
  }

  said(id: number, bytes: Buffer | null): void {
    this.#connections.get(id)?.said(bytes);
  }

  /**
   * The connection breaks: nothing comes down any more.
   * @param client after how long the client learns it; undefined: never
   * @param server after how long the server does; until then it gets what was sent
   */
  cut(connection: Connection, client: number | undefined, server: number | undefined): void {
    connection.down.close();
    if (client !== undefined) this.time.setTimeout(() => connection.end(1006, ""), client);
    if (server === undefined) return;
    this.time.setTimeout(() => {
      connection.up.close();
      this.order(["break", connection.id]);
    }, server);
  }
}
