import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "./stringify.js";

test("what is JSON is written as JSON.stringify does, zeros with their sign", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (json) => {
      expect(stringify(json).replaceAll(/(?<=^|[[:,])-0(?=$|[\],}])/g, "0")).toBe(JSON.stringify(json));
      expect(JSON.parse(stringify(json))).toStrictEqual(json);
    }),
  );
});

test("what is no JSON comes to what JSON.stringify makes of it", () => {
  const value = { gone: undefined, list: [undefined, () => 1, NaN], at: new Date(0), own: { toJSON: () => "x" } };
  expect(stringify(value)).toBe(JSON.stringify(value));
  expect(stringify(undefined)).toBe("null");
});

test.each([["\uD83E"], [["a\uDD8A"]], [{ a: { "\uDD8A\uD83E": 1 } }]])("half of a surrogate pair is refused: %j", (value) => {
  expect(() => stringify(value)).toThrow(TypeError);
});
