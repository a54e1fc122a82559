import { expect, test } from "vitest";
import * as computed from "./index.js";

test("white space is .NET's", () => {
  expect(computed.trim("\u0085 a\u00a0\uFEFF")).toBe("a\u00a0\uFEFF");
  expect([computed.isBlank("\u2003\u0085"), computed.isBlank("\uFEFF"), computed.isBlank(null)]).toEqual([true, false, true]);
});

test("a letter has one capital at most", () => {
  expect(computed.toUpper("ßıᾳ𐐨ﬀ")).toBe("ßıᾼ𐐀ﬀ");
  expect(computed.toLower("İΣ")).toBe("İσ");
});

test("indexes are checked", () => {
  expect(computed.slice("abcd", 1, false, 1, true)).toBe("bc");
  expect(computed.charAt("abc", 1, true)).toBe("c");
  for (const act of [() => computed.charAt("a", 1), () => computed.substring("abc", 2, 2), () => computed.slice("a", 1, false, 1, true)]) {
    expect(act).toThrow(computed.ComputationError);
  }
});

test("sorting is stable, and null comes first", () => {
  const items = [{ name: "b", at: 1 }, { name: "a", at: null }, { name: "c", at: 1 }];
  const sorted = computed.orderBy(items, [({ at }) => at, computed.by(computed.compareValues)]);
  expect(sorted.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});
