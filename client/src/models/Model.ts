import type { ListenOptions, Unsubscribe } from "../events/Emitter.js";
import type { ModelEvents } from "../events/payloads.js";
import type { Json, JsonObject } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import type {
  Arguments,
  AttributeName,
  Change,
  EditableName,
  EditableNameOf,
  MethodName,
  ModelSchema,
  Result,
} from "../schema/ModelSchema.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ValidationFailure } from "../schema/rules.js";
import { failuresIn, refusalIn } from "../schema/validate.js";
import type { Decimal } from "../schema/brands.js";
import { fromWire } from "../schema/values.js";
import type { AnySession } from "../session/Session.js";
import { ModelNode } from "../tree/ModelNode.js";
import { toXport } from "../tree/toXport.js";
import { valueOf } from "../tree/valueOf.js";
import { amountToWire, attributeOf, changeToWire } from "./attributes.js";
import { argumentsToWire, methodOf } from "./methods.js";
import type { AnyCollection, Collection, Destination } from "./Collection.js";
import { failuresBelow, inputToXport } from "./inputToXport.js";

/** Where the types of a model are kept; nothing is there at run time. */
export declare const schemaOfModel: unique symbol;

/** Any model. */
export type AnyModel = Model<any>;

/** The types of a model's class. */
export type SchemaOf<M extends AnyModel> = M[typeof schemaOfModel];

/**
 * The state of a model. For the client itself.
 * @internal
 */
export let nodeOf: (model: AnyModel) => ModelNode;

/**
 * A live model: it shows what the server has and, laid over it, what the changes that were asked for here are expected to do.
 * Mirrors extend it; instances come from `connect` and from collections only.
 *
 * What ends in `Server` asks the server and answers with a promise, which settles when the effect is confirmed or the server has said no. What it is expected to do
 * is shown at once, and taken back if the server says no; what a method does is not, as only the server knows it.
 * A promise that nobody waits for is never an unhandled rejection: the session's event `refused` tells of it.
 */
export abstract class Model<S extends ModelSchema> {
  declare readonly [schemaOfModel]: S;
  readonly #node: ModelNode;

  static {
    nodeOf = (model) => model.#node;
  }

  /** Not for users: `connect` and `addServer` make models. */
  protected constructor(node: unknown) {
    if (!(node instanceof ModelNode)) {
      throw new TypeError(`A ${new.target.name} cannot be made with new: use addServer of a collection.`);
    }
    this.#node = node;
  }

  /** The id, a UUID. */
  get id(): string {
    return this.#node.id;
  }

  /** The model that this one belongs to; null for the root, and for what was removed. */
  get parent(): AnyModel | null {
    return this.#node.parent?.facade ?? null;
  }

  /** The collection that this is an item of. */
  get collection(): AnyCollection | null {
    return this.#node.collection?.facade ?? null;
  }

  /** The session that it came with. */
  get session(): AnySession {
    return this.#node.tree.host.session;
  }

  /** The value of an attribute; of a reference the model, null where it is not here. */
  get<K extends AttributeName<S>>(name: K): S["attributes"][K] {
    const { metadata, tree, values } = this.#node;
    return valueOf(values.get(name), attributeOf(metadata, name), (id) => tree.find(id)) as S["attributes"][K];
  }

  /** Whether an attribute has a value: it is not null, and the server shows it to this user. */
  has(name: AttributeName<S>): boolean {
    attributeOf(this.#node.metadata, name);
    return (this.#node.values.get(name) ?? null) !== null;
  }

  /**
   * Whether a change of this model that was asked for here is not confirmed yet.
   * @param name an attribute that is to change, or a method that was called; without it: any of them, and that the model is to come, go or move
   */
  isPending(name?: AttributeName<S> | MethodName<S>): boolean {
    return this.#node.tree.host.isPending(this.#node.id, name);
  }

  /** A child collection. */
  children<K extends keyof S["collections"] & string>(name: K): Collection<S["collections"][K]> {
    const collection = this.#node.collections.get(name);
    if (!collection) throw new TypeError(`A ${this.#node.metadata.type} has no collection ${JSON.stringify(name)}.`);
    return collection.facade as unknown as Collection<S["collections"][K]>;
  }

  /** A child model; null if there is none. */
  child<K extends keyof S["models"] & string>(name: K): S["models"][K] {
    if (!Object.hasOwn(this.#node.metadata.models ?? {}, name)) {
      throw new TypeError(`A ${this.#node.metadata.type} has no child model ${JSON.stringify(name)}.`);
    }
    return (this.#node.models.get(name)?.facade ?? null) as S["models"][K];
  }

  /** What has an id in this tree, as `session.get` finds it. */
  modelGetter(id: string): AnyModel | AnyCollection | undefined {
    return this.session.get(id);
  }

  /**
   * Calls a handler at every such event, when all that came with it is here: a whole batch, or all that was asked for in a turn.
   * What the handler throws is reported; it stops nothing.
   * @returns ends the subscription
   */
  on<E extends keyof ModelEvents<this, S> & string>(
    event: E,
    handler: (payload: ModelEvents<this, S>[E]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    this.#node.tree.watch(this.#node, event);
    return this.#node.emitter.on(event, handler, options);
  }

  /** Calls a handler at the next such event. */
  once<E extends keyof ModelEvents<this, S> & string>(
    event: E,
    handler: (payload: ModelEvents<this, S>[E]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    this.#node.tree.watch(this.#node, event);
    return this.#node.emitter.on(event, handler, options, true);
  }

  /** What the setter of an attribute does: `setServer` of that one. A refusal is told by the session's event `refused`. */
  assign<K extends EditableName<S>>(name: K, value: S["attributes"][K]): void {
    void this.setServer({ [name]: value } as unknown as Change<S>);
  }

  /**
   * Asks for new values.
   * @param options.was what the attributes must be now for it to be done; else it is refused as `conflict`
   * A value that breaks a rule is refused as `invalid`, as the server would, without asking it.
   * @throws TypeError at once, when a value is not of the attribute's type or a client may not change it
   */
  setServer(change: Change<S>, options: { readonly was?: Change<S> } = {}): Promise<void> {
    const { id, metadata } = this.#node;
    const was: { was?: JsonObject } = options.was ? { was: changeToWire(metadata, options.was) } : {};
    const values = changeToWire(metadata, change);
    return this.#node.tree.host.submit({ event: "set", id, change: values, ...was }, nothing, refusalIn(failuresIn(metadata, values)));
  }

  /** Asks for the declared initial value of an attribute. */
  unsetServer(property: EditableName<S>): Promise<void> {
    const { id, metadata, tree } = this.#node;
    attributeOf(metadata, property, "editable");
    return tree.host.submit({ event: "unset", id, property }, nothing);
  }

  /** Asks to add to a number, whatever it is by then. */
  incrementServer(property: EditableNameOf<S, number | bigint | Decimal>, by: number | bigint | Decimal = 1): Promise<void> {
    const { id, metadata, tree } = this.#node;
    const amount = amountToWire(by, attributeOf(metadata, property, "editable"), `${metadata.type}.${property}`);
    return tree.host.submit({ event: "increment", id, property, by: amount }, nothing);
  }

  /** Asks for the opposite of what an attribute is now. */
  toggleServer(property: EditableNameOf<S, boolean>): Promise<void> {
    return this.setServer({ [property]: !this.#node.values.get(property) } as unknown as Change<S>);
  }

  /** Asks to remove this model and all below it. Of one that is gone already: it is done, and does nothing. */
  deleteServer(): Promise<void> {
    const { id, tree } = this.#node;
    return tree.host.submit({ event: "delete", id }, nothing);
  }

  /**
   * Asks to move this item within its collection, or to another one of the same item type.
   * @throws TypeError when it is in no collection
   */
  moveServer(to: number | Destination<this>): Promise<void> {
    const { collection } = this.#node;
    if (!collection) throw new TypeError(`This ${this.#node.metadata.type} is in no collection: it cannot be moved.`);
    return (collection.facade as unknown as Collection<this>).moveServer(this, to);
  }

  /** Calls a method on the server. */
  callServerMethod<K extends MethodName<S>>(name: K, ...args: Arguments<S, K>): Promise<Result<S, K>> {
    const { id, metadata, tree } = this.#node;
    const method = methodOf(metadata, name);
    const { result } = method;
    const sent = argumentsToWire(method, args, `${metadata.type}.${name}`);
    return tree.host.submit({ event: "method call", id, method: name, args: sent }, (json) => (result ? fromWire(json as Json, result) : undefined) as Result<S, K>);
  }

  /** What the rules object to in this model as it is: those that can be checked here. The server may have more. */
  validate(): readonly ValidationFailure[] {
    return failuresIn(this.#node.metadata, Object.fromEntries(this.#node.values));
  }

  /**
   * What the rules object to in an input for `addServer`, all below it included.
   * @throws TypeError when something in the input is not what the mirror says
   */
  static validate<M extends AnyModel>(this: ModelClass<M>, input: SchemaOf<M>["input"]): readonly ValidationFailure[] {
    return failuresBelow(this, inputToXport(this, input));
  }

  /** The model and all below it, as the server exports it. */
  toJSON(): Xport {
    return toXport(this.#node);
  }
}

function nothing(): void {}
