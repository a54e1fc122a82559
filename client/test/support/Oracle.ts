import type { Json, TreeEvent, Xport } from "capsule-client";

interface Items {
  id: string;
  models: Model[];
}

interface Model {
  attrs: { id: string; [name: string]: Json };
  collections?: { [name: string]: Items };
  models?: { [name: string]: Model };
}

/** A tree as plain JSON, and events applied to it in the most obvious way: what the client must come to, too. */
export class Oracle {
  readonly root: Model;

  constructor(root: Xport) {
    this.root = structuredClone(root) as unknown as Model;
  }

  apply(event: TreeEvent): void {
    switch (event.event) {
      case "change": {
        const model = this.model(event.id);
        model.attrs = { ...model.attrs, ...(structuredClone(event.data) as { [name: string]: Json }) };
        return;
      }
      case "add":
        this.collection(event.collection).models.splice(event.at, 0, structuredClone(event.data) as unknown as Model);
        return;
      case "remove":
        this.#take(event.id, event.collection);
        return;
      case "move":
        this.collection(event.collection).models.splice(event.newPosition, 0, this.#take(event.id, event.from ?? event.collection));
        return;
      case "child": {
        const models = this.model(event.id).models!;
        delete models[event.name];
        if (event.data) models[event.name] = structuredClone(event.data) as unknown as Model;
        return;
      }
    }
  }

  models(): Model[] {
    return [...below(this.root)];
  }

  model(id: string): Model {
    return this.models().find((model) => model.attrs.id === id)!;
  }

  collections(name: string): Items[] {
    return this.models().flatMap((model) => (model.collections?.[name] ? [model.collections[name]] : []));
  }

  collection(id: string): Items {
    return this.models()
      .flatMap((model) => Object.values(model.collections ?? {}))
      .find((collection) => collection.id === id)!;
  }

  #take(id: string, collection: string): Model {
    const { models } = this.collection(collection);
    return models.splice(models.findIndex((model) => model.attrs.id === id), 1)[0]!;
  }
}

function* below(model: Model): Generator<Model> {
  yield model;
  for (const { models } of Object.values(model.collections ?? {})) for (const item of models) yield* below(item);
  for (const child of Object.values(model.models ?? {})) yield* below(child);
}
