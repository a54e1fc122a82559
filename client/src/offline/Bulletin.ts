/** What tabs tell each other. */
export type News =
  /** A queue of a tree was begun or taken. */
  | { readonly event: "queue"; readonly address: string; readonly user: string }
  /** A user of a server has signed out. */
  | { readonly event: "signed out"; readonly host: string; readonly user: string };

/** The tabs of one database, by what they tell each other. */
export class Bulletin {
  readonly #channel: BroadcastChannel;

  constructor(database: string, heard: (news: News) => void) {
    this.#channel = new BroadcastChannel(`capsule: ${database}`);
    this.#channel.onmessage = ({ data }) => heard(data as News);
    // In Node it would keep the process going.
    (this.#channel as { unref?(): void }).unref?.();
  }

  tell(news: News): void {
    this.#channel.postMessage(news);
  }

  close(): void {
    this.#channel.close();
  }
}
