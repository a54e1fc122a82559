import type { Json } from "../protocol/Json.js";
import type { MethodMetadata, ModelMetadata } from "../schema/ModelMetadata.js";
import { toWire } from "../schema/values.js";

/**
 * What the mirror says of a method.
 * @throws TypeError when there is no such method
 */
export function methodOf({ type, methods = {} }: ModelMetadata, name: string): MethodMetadata {
  if (!Object.hasOwn(methods, name)) throw new TypeError(`A ${type} has no method ${JSON.stringify(name)} that a client may call.`);
  return methods[name]!;
}

/**
 * The JSON of the arguments of a call; every one is checked.
 * @param place the method, for the message
 */
export function argumentsToWire({ args, required = args.length }: MethodMetadata, given: readonly unknown[], place: string): Json[] {
  let { length } = given;
  while (length > required && given[length - 1] === undefined) length--;
  if (length < required || length > args.length) {
    const count = required < args.length ? `${required} to ${args.length}` : required;
    throw new TypeError(`${place} takes ${count} argument${count === 1 ? "" : "s"}, not ${length}.`);
  }
  return args.slice(0, length).map((metadata, index) => toWire(given[index], metadata, `argument ${index + 1} of ${place}`));
}
