/** What is to be told, one after the other: what a handler does is told after all that it was told of. */
export class News {
  readonly #waiting: (() => void)[] = [];
  #isTelling = false;

  tell(news: () => void): void {
    this.#waiting.push(news);
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next();
    } finally {
      this.#isTelling = false;
    }
  }
}
