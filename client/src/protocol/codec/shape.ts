import { mapValues } from "../../mapValues.js";
import type { Json, JsonObject } from "../Json.js";
import { ProtocolError, UnknownKindError, type Codec } from "./Codec.js";

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function primitive<T extends Json>(type: string): Codec<T> {
  return {
    read(json, place) {
      if (typeof json !== type) throw new ProtocolError(`${place} is not a ${type}`);
      return json as T;
    },
    write: (value) => value,
  };
}

export const text = primitive<string>("string");
export const number = primitive<number>("number");

/** Any JSON at all, passed on as it is. */
export const anything: Codec<Json> = {
  read(json, place) {
    if (json === undefined) throw new ProtocolError(`${place} is missing`);
    return json;
  },
  write: (value) => value,
};

/** Any JSON object, passed on as it is. */
export const object: Codec<JsonObject> = {
  read(json, place) {
    if (!isObject(json)) throw new ProtocolError(`${place} is not an object`);
    return json;
  },
  write: (value) => value,
};

/** A text out of a list that the types know; others pass too, a newer server may have more. */
export function code<T extends string>(): Codec<T> {
  return text as unknown as Codec<T>;
}

/** One value and no other. */
export function literal<T extends string | true>(value: T): Codec<T> {
  return {
    read(json, place) {
      if (json !== value) throw new ProtocolError(`${place} is not ${JSON.stringify(value)}`);
      return value;
    },
    write: (written) => written,
  };
}

/** A member that may be absent, or null, which says no more. */
export function optional<T>(codec: Codec<T>): Codec<T | undefined> {
  return {
    read: (json, place) => (json === undefined || json === null ? undefined : codec.read(json, place)),
    write: (value) => (value === undefined ? undefined : codec.write(value)),
  };
}

/** A value that may be null. */
export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    read: (json, place) => (json === null ? null : codec.read(json, place)),
    write: (value) => (value === null ? null : codec.write(value)),
  };
}

/** A member that may be absent, and whose null says something. */
export function optionalNullable<T>(codec: Codec<T>): Codec<T | null | undefined> {
  const present = nullable(codec);
  return {
    read: (json, place) => (json === undefined ? undefined : present.read(json, place)),
    write: (value) => (value === undefined ? undefined : present.write(value)),
  };
}

export function array<T>(codec: Codec<T>): Codec<readonly T[]> {
  return {
    read(json, place) {
      if (!Array.isArray(json)) throw new ProtocolError(`${place} is not an array`);
      return json.map((item: Json, index) => codec.read(item, `${place}[${index}]`));
    },
    write: (value) => value.map((item) => codec.write(item) as Json),
  };
}

/** An object whose names are data. */
export function dictionary<T>(codec: Codec<T>): Codec<{ readonly [name: string]: T }> {
  return {
    read: (json, place) => mapValues(object.read(json, place), (item, name) => codec.read(item, `${place}.${name}`)),
    write: (value) => mapValues(value, (item) => codec.write(item) as Json),
  };
}

/** An object with these members, written in this order. Others are ignored. */
export function shape<T extends object>(members: { readonly [K in keyof T]-?: Codec<T[K]> }): Codec<T> {
  const codecs = Object.entries(members) as [string, Codec<unknown>][];
  return {
    read(json, place) {
      const source = object.read(json, place);
      const result: Record<string, unknown> = {};
      for (const [name, codec] of codecs) {
        const value = codec.read(Object.hasOwn(source, name) ? source[name] : undefined, `${place}.${name}`);
        if (value !== undefined) result[name] = value;
      }
      return result as T;
    },
    write(value) {
      const result: Record<string, Json> = {};
      for (const [name, codec] of codecs) {
        const json = codec.write((value as Record<string, unknown>)[name]);
        if (json !== undefined) result[name] = json;
      }
      return result;
    },
  };
}

/** One of several shapes, told apart by the text in one member. The table holds every kind, or it does not compile. */
export function union<Tag extends string, U extends { readonly [K in Tag]: string }>(
  tag: Tag,
  kinds: { readonly [Kind in U[Tag]]: Codec<Extract<U, { readonly [K in Tag]: Kind }>> },
): Codec<U> {
  const codecs = kinds as unknown as Readonly<Record<string, Codec<U>>>;
  return {
    read(json, place) {
      const kind = text.read(object.read(json, place)[tag], `${place}.${tag}`);
      if (!Object.hasOwn(codecs, kind)) throw new UnknownKindError(`${place}: this client does not know the ${tag} ${JSON.stringify(kind)}`);
      return codecs[kind]!.read(json, place);
    },
    write: (value) => codecs[value[tag]]!.write(value),
  };
}
