// Random work on a library. Each kind of op answers with its promise and the codes with which it may be refused.
const texts = ["", "a", "Zwölf", "🦊", "\"quotes\" and \\", "line\nline\u2028line", "x".repeat(300)];

const values = {
  title: (chance) => chance.of(texts),
  subtitle: (chance) => chance.of([null, ...texts]),
  lent: (chance) => chance.below(2) === 0,
  bound: (chance) => chance.of([null, true, false]),
  pages: (chance) => chance.of([0, -1, 2147483647, -2147483648, chance.below(1000)]),
  edition: (chance) => chance.of([null, 0, chance.below(9)]),
  weight: (chance) => chance.of([0, -0, 5e-324, -1.7976931348623157e308, chance.next()]),
  price: (chance) => chance.of([null, 0.1, 1e21, chance.next()]),
  owner: (chance) => chance.uuid(),
  borrower: (chance) => chance.of([null, chance.uuid()]),
  published: (chance) => new Date(chance.below(2 ** 40)),
  dueAt: (chance) => chance.of([null, new Date(chance.below(2 ** 40))]),
  genre: (chance) => chance.of(["novel", "plainVerse", "essay"]),
  sequel: (chance) => chance.of([null, "novel", "plainVerse", "essay"]),
  tags: (chance) => Array.from({ length: chance.below(4) }, () => chance.of(texts)),
  quotes: (chance) => chance.of([null, [], [chance.of(texts)]]),
};
const names = Object.keys(values);

function some(chance, least = 0) {
  const chosen = new Set([...names.filter(() => chance.below(6) === 0), ...Array.from({ length: least }, () => chance.of(names))]);
  return Object.fromEntries([...chosen].map((name) => [name, values[name](chance)]));
}

const mark = (chance) => ({ text: chance.of(texts), page: chance.below(100) });
const marks = (chance) => Array.from({ length: chance.below(3) }, () => mark(chance));
const book = (chance) => ({ ...some(chance), marks: marks(chance) });
const shelf = (chance) => ({
  title: chance.of(texts),
  ...chance.of([{}, { catalogue: { motto: chance.of(texts) } }]),
  books: Array.from({ length: chance.below(3) }, () => book(chance)),
});

/** One client's hands. It remembers what it saw, so that some of its work is about what is gone. */
export class Worker {
  #seen = { shelves: [], books: [], marks: [] };

  constructor(session, chance) {
    this.session = session;
    this.root = session.root;
    this.chance = chance;
  }

  /** Asks for something. @returns [name, promise, the codes with which it may be refused] */
  act() {
    const { chance } = this;
    for (;;) {
      const kind = chance.of(kinds);
      const promise = kind.act(this, chance);
      if (promise) return [kind.name, promise, kind.codes];
    }
  }

  shelves() {
    return this.#of("shelves", [...this.root.shelves, ...this.root.archive]);
  }

  books() {
    return this.#of("books", this.#allShelves().flatMap((one) => [...one.books]));
  }

  marks() {
    return this.#of("marks", this.#allShelves().flatMap((one) => [...one.books].flatMap((other) => [...other.marks])));
  }

  /** The annex too, which is no item. */
  #allShelves() {
    const { shelves, archive, annex } = this.root;
    return [...shelves, ...archive, ...(annex ? [annex] : [])];
  }

  /** One that is there now, or, now and then, one that was. */
  #of(kind, present) {
    const seen = this.#seen[kind];
    if (present.length > 0) seen.push(this.chance.of(present));
    return this.chance.below(10) === 0 && seen.length > 0 ? this.chance.of(seen) : present.length > 0 ? this.chance.of(present) : undefined;
  }

  place(collection) {
    const { chance } = this;
    const siblings = [...collection];
    return chance.of([{}, { before: null }, { at: chance.below(siblings.length + 2) }, siblings.length > 0 ? { before: chance.of(siblings) } : {}]);
  }
}

const gone = ["notFound"];
const kinds = [
  { name: "set", codes: gone, act: (worker, chance) => worker.books()?.setServer(some(chance, 1)) },
  { name: "set if", codes: [...gone, "conflict"], act: (worker) => ifUnchanged(worker.books()) },
  { name: "assign", codes: gone, act: (worker, chance) => chance.of([worker.root, worker.shelves() ?? worker.root]).catalogue.setServer({ motto: chance.of(texts) }) },
  { name: "unset", codes: gone, act: (worker, chance) => worker.books()?.unsetServer(chance.of(names)) },
  { name: "increment", codes: [...gone, "invalid"], act: (worker, chance) => worker.books()?.incrementServer(chance.of(["pages", "weight"]), chance.of([1, -2])) },
  { name: "count", codes: [], act: (worker) => worker.root.incrementServer("visits") },
  { name: "toggle", codes: gone, act: (worker, chance) => worker.books()?.toggleServer(chance.of(["lent", "bound"])) },
  { name: "feature", codes: ["invalid"], act: (worker, chance) => worker.root.setServer({ featured: chance.of([null, worker.books() ?? null]) }) },
  { name: "refer", codes: [...gone, "invalid"], act: (worker, chance) => worker.marks()?.setServer({ about: chance.of([null, worker.books() ?? null, worker.books() ?? null]) }) },
  { name: "add mark about", codes: [...gone, "invalid"], act: (worker, chance) => add(worker, worker.books()?.marks, { ...mark(chance), about: worker.books() }) },
  { name: "add shelf", codes: [], act: (worker, chance) => chance.below(3) === 0 && add(worker, chance.of([worker.root.shelves, worker.root.archive]), shelf(chance)) },
  { name: "add book", codes: gone, act: (worker, chance) => add(worker, worker.shelves()?.books, book(chance)) },
  { name: "add mark", codes: gone, act: (worker, chance) => add(worker, worker.books()?.marks, mark(chance)) },
  { name: "delete", codes: [], act: (worker, chance) => chance.of([worker.marks(), worker.books(), worker.marks(), chance.below(4) === 0 ? worker.shelves() : undefined])?.deleteServer() },
  { name: "move shelf", codes: gone, act: (worker, chance) => move(worker, worker.shelves(), chance.of([worker.root.shelves, worker.root.archive])) },
  { name: "move book", codes: gone, act: (worker) => move(worker, worker.books(), worker.shelves()?.books) },
  { name: "move mark", codes: gone, act: (worker) => move(worker, worker.marks(), worker.books()?.marks) },
  { name: "visit", codes: [], act: (worker) => worker.root.callServerMethod("visit", "somebody") },
  { name: "found", codes: [], act: (worker, chance) => chance.below(4) === 0 && worker.root.callServerMethod("found", chance.of(texts)) },
  { name: "rebuild", codes: [], act: (worker, chance) => chance.below(2) === 0 && worker.root.callServerMethod("rebuild", chance.of(texts), chance.below(3) === 0) },
  { name: "burn", codes: ["failed"], act: (worker) => worker.root.callServerMethod("burn") },
  { name: "stamp", codes: gone, act: (worker, chance) => worker.books()?.callServerMethod("stamp", chance.below(5)) },
];

function ifUnchanged(book) {
  return book?.setServer({ pages: 5 }, { was: { title: book.title, weight: book.weight, published: book.published, tags: book.tags, sequel: book.sequel } });
}

function add(worker, collection, input) {
  return collection?.addServer(input, worker.place(collection));
}

function move(worker, item, to) {
  return item && to?.moveServer(item, { to, ...worker.place(to) });
}
