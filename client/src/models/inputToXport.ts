import { newId } from "../ids.js";
import type { Json } from "../protocol/Json.js";
import type { Xport, XportCollection } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import { classFor, typesOf, type ModelFamily } from "../schema/ModelFamily.js";
import type { ValidationFailure } from "../schema/rules.js";
import { failuresIn, withInitialValues } from "../schema/validate.js";
import { toWire } from "../schema/values.js";
import { attributeOf } from "./attributes.js";

/**
 * What is to be added, with an id for everything in it: collections and the child models that the server makes, too.
 * @throws TypeError when something in it is not what the mirror says
 */
export function inputToXport(family: ModelFamily, input: object): Xport {
  const { metadata } = classOfInput(family, input);
  const { type, collections = {}, models = {}, made = {} } = metadata;
  const attrs: Record<string, Json> = { id: newId() };
  const childModels: Record<string, Xport> = {};
  const given = new Map<string, readonly object[]>();
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    if (value === undefined || name === "type") continue;
    if (Object.hasOwn(collections, name)) given.set(name, arrayOfObjects(value, `${type}.${name}`));
    else if (Object.hasOwn(models, name)) {
      if (value !== null) childModels[name] = inputToXport(models[name]!(), requireObject(value, `${type}.${name}`));
    } else attrs[name] = toWire(value, attributeOf(metadata, name), `${type}.${name}`);
  }
  for (const [name, child] of Object.entries(made)) childModels[name] ??= inputToXport(models[name]!(), { type: child().metadata.type });
  const childCollections = Object.entries(collections).map(([name, items]): [string, XportCollection] => [
    name,
    { id: newId(), ...(given.has(name) ? { models: given.get(name)!.map((item) => inputToXport(items(), item)) } : {}) },
  ]);
  return {
    ...("metadata" in family ? {} : { type }),
    attrs: attrs as Xport["attrs"],
    ...(childCollections.length > 0 ? { collections: Object.fromEntries(childCollections) } : {}),
    ...(Object.keys(childModels).length > 0 ? { models: childModels } : {}),
  };
}

/** What the rules object to in what is to be added, in the order in which the server looks. What the server makes, and nobody gives, is the server's affair. */
export function failuresBelow(family: ModelFamily, data: Xport): ValidationFailure[] {
  const { metadata } = classFor(family, data.type)!;
  const isGiven = (name: string): boolean => data.models?.[name] !== undefined && (metadata.made?.[name] === undefined || Object.keys(data.models[name].attrs).length > 1);
  return [
    ...failuresIn(metadata, withInitialValues(metadata, data.attrs)),
    ...Object.entries(metadata.models ?? {}).flatMap(([name, type]) => (isGiven(name) ? failuresBelow(type(), data.models![name]!) : [])),
    ...Object.entries(metadata.collections ?? {}).flatMap(([name, type]) => (data.collections?.[name]?.models ?? []).flatMap((item) => failuresBelow(type(), item))),
  ];
}

function classOfInput(family: ModelFamily, input: object): ModelClass {
  const type = classFor(family, (input as { readonly type?: unknown }).type);
  if (!type) throw new TypeError(`An input needs the type of what it adds: one of ${typesOf(family)}.`);
  return type;
}

function requireObject(value: unknown, place: string): object {
  if (typeof value !== "object" || value === null) throw new TypeError(`${place} takes an object.`);
  return value;
}

function arrayOfObjects(value: unknown, place: string): readonly object[] {
  if (!Array.isArray(value)) throw new TypeError(`${place} takes an array.`);
  return value.map((item) => requireObject(item, place));
}
