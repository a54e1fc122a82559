import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import type { Json } from "capsule-client";

/** A name, and what belongs to it: see World.cs. */
export type Order = readonly [string, ...Json[]];

export interface Reply {
  /** Whether the clock came as far as it was to, and the orders were obeyed. */
  readonly did: boolean;
  readonly now: number;
  /** When the server's next timer rings. */
  readonly next: number | null;
  /** What sockets said, in base64; null where the server let go of one. */
  readonly said: readonly (readonly [number, string | null])[];
  /** What the server logged as an error. */
  readonly errors: readonly string[];
  readonly answer?: Json;
}

/** The program in Capsule.Tests/Simulation/Server, over a pipe: a line there, a line back. */
export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  #text = "";
  #waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void } | null = null;

  constructor(path: string) {
    this.#child = spawn("dotnet", [path], { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, DOTNET_PROCESSOR_COUNT: "1" } });
    let errors = "";
    this.#child.stdout.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    this.#child.on("close", (code) => this.#waiting?.reject(new Error(`The server's program ended with ${code}.\n${errors}`)));
  }

  begin(options: Json): Promise<Reply> {
    return this.#ask({ begin: options });
  }

  /** Lets the clock go to a time and the server obey there; or as far as it comes until a socket says something. */
  run(at: number, orders: readonly Order[]): Promise<Reply> {
    return this.#ask({ at, do: orders });
  }

  end(): void {
    this.#child.stdin.end();
  }

  async #ask(request: Json | object): Promise<Reply> {
    const line = await new Promise<string>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    });
    return JSON.parse(line) as Reply;
  }

  #read(text: string): void {
    this.#text += text;
    if (!text.endsWith("\n")) return;
    const line = this.#text;
    const waiting = this.#waiting;
    this.#text = "";
    this.#waiting = null;
    waiting?.resolve(line);
  }
}
