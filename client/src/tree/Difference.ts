import { sameJson } from "../schema/values.js";
import type { BeforeImage } from "./BeforeImage.js";
import type { CollectionNode } from "./CollectionNode.js";
import { longestIncreasing } from "./longestIncreasing.js";
import type { ModelNode, TreeNode } from "./ModelNode.js";
import { added, changed, moved, removed, replaced, type Notice } from "./notices.js";
import { toXport } from "./toXport.js";
import type { Tree } from "./Tree.js";

/** The events that lead from what a tree was to what it is: nothing of the way between. */
export function difference(tree: Tree, before: BeforeImage): readonly Notice[] {
  return new Difference(tree, before).run();
}

/**
 * It goes through the events of structure as a listener would: each position is right when those before it have been heard. An item stays wherever it goes, but
 * for one exception: what would have to wait below a child model that goes for the place below the one that comes, goes with the one and comes with the other.
 */
class Difference {
  readonly #notices: Notice[] = [];
  /** The collections as they have been told so far. */
  readonly #told = new Map<CollectionNode, ModelNode[]>();
  /** Where items are that have been told to have moved. */
  readonly #places = new Map<ModelNode, CollectionNode>();
  readonly #staying = new Map<ModelNode, boolean>();
  #gone: Map<string, ModelNode> | undefined;

  constructor(
    readonly tree: Tree,
    readonly before: BeforeImage,
  ) {}

  run(): readonly Notice[] {
    const { items, models, values } = this.before;
    const collections = [...items.keys()].filter(({ owner }) => this.#stays(owner));
    const parents = [...models.keys()].filter((parent) => this.#stays(parent));

    this.#remove(collections, (item) => !this.#holdsStaying(item));
    const early = parents.flatMap((parent) => this.#replaceChildren(parent, (previous) => previous === null));
    const [late, soon] = [true, false].map((isLate) => [...collections, ...early].filter((collection) => this.#isLate(collection) === isLate)) as [CollectionNode[], CollectionNode[]];
    this.#arrangeAll(soon);
    this.#arrangeAll([...parents.flatMap((parent) => this.#replaceChildren(parent, (previous) => previous !== null)), ...late]);
    this.#remove(collections, () => true);

    for (const node of values.keys()) if (this.#stays(node)) this.#change(node);
    return this.#notices;
  }

  /** Whether a model was there and is there still. */
  #stays(node: ModelNode): boolean {
    let stays = this.#staying.get(node);
    if (stays === undefined) this.#staying.set(node, (stays = this.#is(node) && this.#was(node) && !(this.#wentWithChild(node) && this.#isLate(node))));
    return stays;
  }

  #is(node: ModelNode): boolean {
    return this.tree.find(node.id) === node;
  }

  #was(node: TreeNode): boolean {
    const owner = this.before.ownerOf(node);
    return owner ? this.#was(owner) : node === this.tree.root;
  }

  /** Whether it was below a child model that has gone although its parent stays. */
  #wentWithChild(node: TreeNode): boolean {
    const owner = this.before.ownerOf(node);
    if (!owner) return false;
    return (!("items" in node) && !("items" in owner) && !this.#is(node) && this.#is(owner)) || this.#wentWithChild(owner);
  }

  /** Whether it is below a child model that has come where another one was. */
  #isLate(node: TreeNode): boolean {
    const { owner } = node;
    if (!owner) return false;
    return (!("items" in node) && !("items" in owner) && !this.#was(node) && this.#was(owner) && this.#hadChildInPlaceOf(node, owner)) || this.#isLate(owner);
  }

  #hadChildInPlaceOf(child: ModelNode, parent: ModelNode): boolean {
    return [...parent.models].some(([name, model]) => model === child && this.before.modelsOf(parent).has(name));
  }

  #holdsStaying(item: ModelNode): boolean {
    for (const below of this.before.withAllBelow(item)) if (this.#stays(below)) return true;
    return false;
  }

  #toldOf(collection: CollectionNode): ModelNode[] {
    let told = this.#told.get(collection);
    // What is new has been told with what is new in it.
    const begun = (): readonly ModelNode[] => (this.#was(collection) ? this.before.itemsOf(collection) : collection.items.filter((item) => !this.#stays(item)));
    if (!told) this.#told.set(collection, (told = [...begun()]));
    return told;
  }

  #remove(collections: readonly CollectionNode[], goes: (item: ModelNode) => boolean): void {
    for (const collection of collections) {
      const told = this.#toldOf(collection);
      for (const item of [...told]) {
        if (!this.before.owners.has(item) || this.#is(item) || !goes(item)) continue;
        const at = told.indexOf(item);
        told.splice(at, 1);
        this.#notices.push(removed(item, collection, at));
      }
    }
  }

  /** @returns the collections of those that came */
  #replaceChildren(parent: ModelNode, concerns: (previous: ModelNode | null) => boolean): CollectionNode[] {
    return Object.entries(parent.metadata.models ?? {}).flatMap(([name, type]) => {
      const previous = this.before.modelsOf(parent).get(name) ?? null;
      const next = parent.models.get(name) ?? null;
      if (previous === next || !concerns(previous)) return [];
      this.#notices.push(replaced(parent, name, previous, next, next && toXport(next, type(), this.#skip)));
      return next ? collectionsOf(next) : [];
    });
  }

  /** From the root down: what something comes into is in its place already. */
  #arrangeAll(collections: readonly CollectionNode[]): void {
    for (const collection of [...collections].sort((a, b) => depthOf(a) - depthOf(b))) this.#arrange(collection);
  }

  #arrange(collection: CollectionNode): void {
    const told = this.#toldOf(collection);
    const { items } = collection;
    // Most stands as it stood: what is worth a look is between the first and the last that does not.
    const isSame = (one: ModelNode | undefined, other: ModelNode | undefined): boolean => one === other && !this.before.owners.has(one!);
    let at = 0;
    while (at < items.length && isSame(told[at], items[at])) at++;
    let behind = 0;
    while (behind < items.length - at && isSame(told.at(-1 - behind), items.at(-1 - behind))) behind++;
    const between = items.slice(at, items.length - behind);
    const inPlace = this.#inPlace(told.slice(at, told.length - behind), between);
    for (const item of between) {
      if (inPlace.has(item)) at = told.indexOf(item, at);
      else if (this.#stays(item)) at = this.#move(item, collection, at);
      else {
        told.splice(at, 0, item);
        this.#notices.push(added(item, collection, at, toXport(item, collection.family, this.#skip)));
      }
      at++;
      if (!this.#stays(item)) for (const below of collectionsOf(item)) this.#arrange(below);
    }
  }

  /** @returns the index of the item then */
  #move(item: ModelNode, to: CollectionNode, wanted: number): number {
    const from = this.#places.get(item) ?? (this.before.ownerOf(item) as CollectionNode);
    const left = this.#toldOf(from);
    const previousAt = left.indexOf(item);
    const at = from === to && previousAt < wanted ? wanted - 1 : wanted;
    left.splice(previousAt, 1);
    this.#toldOf(to).splice(at, 0, item);
    this.#places.set(item, to);
    this.#notices.push(moved(item, from, previousAt, to, at));
    return at;
  }

  /** The items that need not move: those that nobody touched, and of the others in between as many as can be. */
  #inPlace(told: readonly ModelNode[], items: readonly ModelNode[]): ReadonlySet<ModelNode> {
    const indexes = new Map(told.map((item, index) => [item, index]));
    const inPlace = new Set<ModelNode>();
    let between: ModelNode[] = [];
    let low = -1;
    const fit = (high: number): void => {
      const fitting = between.filter((item) => indexes.get(item)! > low && indexes.get(item)! < high);
      for (const position of longestIncreasing(fitting.map((item) => indexes.get(item)!))) inPlace.add(fitting[position]!);
      between = [];
      low = high;
    };
    for (const item of items) {
      if (!indexes.has(item)) continue;
      if (this.before.owners.has(item)) between.push(item);
      else {
        fit(indexes.get(item)!);
        inPlace.add(item);
      }
    }
    fit(Infinity);
    return inPlace;
  }

  #change(node: ModelNode): void {
    const before = this.before.values.get(node)!;
    const names = Object.keys(node.metadata.attributes).filter((name) => !sameJson(before.get(name), node.values.get(name)));
    if (names.length === 0) return;
    const valuesIn = (values: typeof before) => names.map((name) => [name, values.get(name)] as const);
    this.#notices.push(changed(node, valuesIn(node.values), valuesIn(before), (id) => this.tree.find(id) ?? this.#goneWith(id)));
  }

  /** What went and had this id. */
  #goneWith(id: string): ModelNode | undefined {
    this.#gone ??= new Map([...this.before.owners.keys()].filter((node) => this.#was(node) && !this.#is(node)).flatMap((node) => [...this.before.withAllBelow(node)].map((below) => [below.id, below])));
    return this.#gone.get(id);
  }

  readonly #skip = (item: ModelNode): boolean => this.#stays(item);
}

/** The collections of a model and of its child models. */
function collectionsOf(node: ModelNode): CollectionNode[] {
  return [...node.collections.values(), ...[...node.models.values()].flatMap(collectionsOf)];
}

function depthOf(node: TreeNode): number {
  return node.owner ? depthOf(node.owner) + 1 : 0;
}
