import type { Json } from "../Json.js";
import type { Xport, XportAttributes, XportCollection } from "../Xport.js";
import type { Codec } from "./Codec.js";
import { array, dictionary, number, object, optional, optionalNullable, shape, text } from "./shape.js";

const attributes: Codec<XportAttributes> = {
  read: (json, place) => object.read(json, place) as XportAttributes,
  write: ({ id, ...others }) => ({ ...(id === undefined ? {} : { id }), ...(others as { [name: string]: Json }) }),
};

// An xport holds xports: the codec is looked up when it is used.
const nested: Codec<Xport> = {
  read: (json, place) => xport.read(json, place),
  write: (value) => xport.write(value),
};

const collection: Codec<XportCollection> = shape<XportCollection>({
  id: optionalNullable(text),
  models: optional(array(nested)),
  count: optional(number),
});

export const xport: Codec<Xport> = shape<Xport>({
  type: optional(text),
  attrs: attributes,
  collections: optional(dictionary(collection)),
  models: optional(dictionary(nested)),
});
