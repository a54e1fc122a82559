import type { Token } from "./options.js";

/** What the application authenticates by, where that is a token. */
export class Credentials {
  #token: Token | undefined;
  /** There is another token than at the last join: who joins with it is who was here, by the application's word. */
  isRenewed = false;

  constructor(token: Token | undefined) {
    this.#token = token;
  }

  /** Whether there is a way to a fresh token. */
  get canRefresh(): boolean {
    return typeof this.#token === "function";
  }

  renew(token: string): void {
    if (!this.canRefresh) this.#token = token;
    this.isRenewed = true;
  }

  /** A token, or the way to one. */
  get token(): Token | undefined {
    return this.#token;
  }

  /** A fresh token. */
  async ask(): Promise<string | undefined> {
    return typeof this.#token === "function" ? this.#token() : this.#token;
  }
}
