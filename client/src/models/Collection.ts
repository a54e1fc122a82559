import { CapsuleError } from "../errors.js";
import type { ListenOptions, Unsubscribe } from "../events/Emitter.js";
import type { CollectionEvents } from "../events/payloads.js";
import type { XportCollection } from "../protocol/Xport.js";
import type { AttributeName, Change } from "../schema/ModelSchema.js";
import { classesOf, typesOf } from "../schema/ModelFamily.js";
import { refusalIn } from "../schema/validate.js";
import { sameJson, toWire } from "../schema/values.js";
import type { CollectionNode } from "../tree/CollectionNode.js";
import type { ModelNode } from "../tree/ModelNode.js";
import { guess } from "../tree/predict.js";
import { collectionToXport } from "../tree/toXport.js";
import { attributeOf } from "./attributes.js";
import { failuresBelow, inputToXport } from "./inputToXport.js";
import { nodeOf, type AnyModel, type SchemaOf } from "./Model.js";

/** Any collection. */
export type AnyCollection = Collection<any>;

/** Where an item is to stand. `before` wins; without either, at the end. */
export interface Placement<M extends AnyModel> {
  /** The sibling to stand in front of; null: the end. */
  readonly before?: M | null;
  /** The index; of an item that moves, afterwards. Also the place if `before` is gone by then. */
  readonly at?: number;
}

/** Where an item is to move. */
export interface Destination<M extends AnyModel> extends Placement<M> {
  /** Another collection that such an item can be in. */
  readonly to?: Accepting<M>;
}

/** A collection that models of a type can be in: one of that type, or of several with it among them. */
export interface Accepting<M extends AnyModel> {
  readonly id: string;
  /** For the type checker alone. */
  accepts?(item: M): void;
}

/** A model that was asked for: the promise is settled when the server has added it. */
export interface Adding<M extends AnyModel> extends Promise<M> {
  /** The same model, at once: it is shown, and can be worked with. If the server says no, it goes again. */
  readonly model: M;
}

/** A live, ordered collection of models. */
export class Collection<M extends AnyModel> implements Iterable<M> {
  /** For the type checker alone: see {@link Accepting}. */
  accepts?(item: M): void;
  readonly #node: CollectionNode;

  /** Not for users: a collection comes with its model. */
  constructor(node: unknown) {
    this.#node = node as CollectionNode;
  }

  /** The id, a UUID; empty where the server does not show the collection to this user. */
  get id(): string {
    return this.#node.id ?? "";
  }

  /** The model that it belongs to. */
  get parent(): AnyModel {
    return this.#node.owner.facade;
  }

  get length(): number {
    return this.#node.items.length;
  }

  /** The item at an index; a negative one counts from the end. */
  at(index: number): M | undefined {
    return this.#node.items.at(index)?.facade as M | undefined;
  }

  /** The item with an id. */
  get(id: string): M | undefined {
    return this.#node.items.find((item) => item.id === id.toLowerCase())?.facade as M | undefined;
  }

  /** The index of an item; -1 if it is not in here. */
  indexOf(item: M): number {
    return this.#node.items.indexOf(nodeOf(item));
  }

  /** The first item. */
  first(): M | undefined {
    return this.at(0);
  }

  /** The last item. */
  last(): M | undefined {
    return this.at(-1);
  }

  map<R>(callback: (item: M, index: number) => R): R[] {
    return this.#models().map((item, index) => callback(item, index));
  }

  filter(predicate: (item: M, index: number) => boolean): M[] {
    return this.#models().filter((item, index) => predicate(item, index));
  }

  find(predicate: (item: M, index: number) => boolean): M | undefined {
    return this.#models().find((item, index) => predicate(item, index));
  }

  some(predicate: (item: M, index: number) => boolean): boolean {
    return this.#models().some((item, index) => predicate(item, index));
  }

  every(predicate: (item: M, index: number) => boolean): boolean {
    return this.#models().every((item, index) => predicate(item, index));
  }

  /** The items of which an attribute has this value; dates, lists and records count by what is in them. */
  filterByProperty<K extends AttributeName<SchemaOf<M>>>(name: K, value: SchemaOf<M>["attributes"][K]): M[] {
    return this.#itemsWith(name, value).map((item) => item.facade as M);
  }

  /** The first such item. */
  findByProperty<K extends AttributeName<SchemaOf<M>>>(name: K, value: SchemaOf<M>["attributes"][K]): M | undefined {
    return this.#itemsWith(name, value)[0]?.facade as M | undefined;
  }

  /** The items as they are when it begins: changes on the way, as in `for (…) await …`, do not disturb it. */
  [Symbol.iterator](): IterableIterator<M> {
    return this.#models().values();
  }

  /**
   * Calls a handler at every such event, when all that came with it is here: a whole batch, or all that was asked for in a turn.
   * @returns ends the subscription
   */
  on<E extends keyof CollectionEvents<M> & string>(
    event: E,
    handler: (payload: CollectionEvents<M>[E]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#node.emitter.on(event, handler, options);
  }

  /** Calls a handler at the next such event. */
  once<E extends keyof CollectionEvents<M> & string>(
    event: E,
    handler: (payload: CollectionEvents<M>[E]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#node.emitter.on(event, handler, options, true);
  }

  /** Whether an item is to come into it, leave it or move in it, as was asked for here and is not confirmed yet; or the collection is new with its model. */
  isPending(): boolean {
    return this.#node.tree.host.isPending(this.#node.id);
  }

  /**
   * Asks to add an item. Its id, and those of everything in it, are made here, and it is shown at once: `addServer({ … }).model`.
   * What breaks a rule is refused as `invalid`, as the server would, without asking it.
   * @returns the live model, once the server has added it
   * @throws TypeError at once, when something in the input is not what the mirror says
   */
  addServer(input: SchemaOf<M>["input"], placement: Placement<M> = {}): Adding<M> {
    const { tree, family } = this.#node;
    const data = inputToXport(family, input);
    const id = data.attrs.id!;
    const adding = tree.host.submit({ event: "add", id: this.#shownId(), data, ...this.#place(placement, "at") }, () => {
      const node = tree.find(id);
      if (!node) throw new CapsuleError("notFound", `The ${typesOf(family)} ${id} was added, but this user does not see it.`);
      return node.facade as M;
    }, refusalIn(failuresBelow(family, data)));
    return Object.assign(adding, { model: guess(tree, family, data).facade as M });
  }

  /**
   * Asks to move an item, to another collection of the same item type where `to` says so.
   * @param to the index afterwards, or where
   */
  moveServer(item: M, to: number | Destination<M>): Promise<void> {
    const placement: Destination<M> = typeof to === "number" ? { at: to } : to;
    const target = (placement.to ?? this) as Collection<M>;
    return this.#node.tree.host.submit(
      { event: "move", collection: target.#shownId(), id: item.id, ...target.#place(placement, "newPosition", item) },
      () => {},
    );
  }

  /**
   * Asks for new values of each item that there is.
   * @returns settles when all are done, or the first is refused: each is a turn of its own
   * @throws TypeError as `setServer` of an item does
   */
  setAllServer(change: Change<SchemaOf<M>>): Promise<void> {
    const done = Promise.all(this.#models().map((item) => item.setServer(change))).then(() => {});
    done.catch(() => {}); // Whoever does not wait for it hears of a refusal by the session's event.
    return done;
  }

  /** The collection and all below it, as the server exports it. */
  toJSON(): XportCollection {
    return collectionToXport(this.#node);
  }

  #itemsWith(name: string, value: unknown): ModelNode[] {
    const { family, items } = this.#node;
    const wanted = new Map(classesOf(family).map(({ metadata }) => [metadata, toWire(value, attributeOf(metadata, name), `${metadata.type}.${name}`)]));
    return items.filter((item) => sameJson(item.values.get(name), wanted.get(item.metadata)));
  }

  #models(): M[] {
    return this.#node.items.map((item) => item.facade as M);
  }

  #shownId(): string {
    if (this.#node.id === null) throw new TypeError(`The server does not show the collection ${this.#node.name} to this user.`);
    return this.#node.id;
  }

  /** The index goes along with `before`: it counts if that sibling is gone when the server gets to it. */
  #place(placement: Placement<M>, index: "at" | "newPosition", moving?: M): { before?: string | null; at?: number; newPosition?: number } {
    const { before, at = before ? this.#indexInFrontOf(before, moving) : undefined } = placement;
    if (at !== undefined && (!Number.isInteger(at) || at < 0)) throw new TypeError(`${at} is no index.`);
    return {
      ...(before === undefined ? {} : { before: before && before.id }),
      ...(at === undefined ? {} : { [index]: at }),
    };
  }

  #indexInFrontOf(sibling: M, moving: M | undefined): number | undefined {
    const index = this.indexOf(sibling);
    const from = moving ? this.indexOf(moving) : -1;
    return index < 0 ? undefined : index - (from >= 0 && from < index ? 1 : 0);
  }
}
