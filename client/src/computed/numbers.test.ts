import { expect, test } from "vitest";
import * as computed from "./index.js";

test.each<[number, number, number, number]>([
  [-7, 2, -3, -1],
  [7, -3, -2, 1],
  [-2147483648, 1, -2147483648, 0],
])("%d / %d goes towards zero", (a, b, quotient, rest) => {
  expect([computed.divideInteger("int32", a, b), computed.remainderInteger("int32", a, b)]).toEqual([quotient, rest]);
});

test.each<[() => unknown, string]>([
  [() => computed.divideInteger("int32", 1, 0), "divideByZero"],
  [() => computed.divideInteger("int32", -2147483648, -1), "overflow"],
  [() => computed.remainderInteger("int64", -(2n ** 63n), -1n), "overflow"],
  [() => computed.fit("byte", 256), "overflow"],
  [() => computed.divide("1", "0.00"), "divideByZero"],
  [() => computed.multiply("79228162514264337593543950335", "2"), "overflow"],
  [() => computed.min([], computed.byNumber({}), false, computed.itself), "empty"],
  [() => computed.addMonths("9999-12-31T00:00:00Z", 1), "outOfRange"],
])("%s fails as C# does", (act, failure) => {
  expect(act).toThrow(expect.objectContaining({ name: "ComputationError", failure }) as Error);
});

test.each<[string, string, string]>([
  ["1", "3", "0.3333333333333333333333333333"],
  ["10.00", "4", "2.50"],
  ["2", "0.5", "4"],
  ["-79228162514264337593543950335", "10", "-7922816251426433759354395033.5"],
])("%s / %s is %s", (a, b, quotient) => {
  expect(computed.divide(a, b)).toBe(quotient);
});

test("halves go to the even digit", () => {
  expect([0.5, 1.5, 2.5, -2.5].map((value) => computed.roundReal(value))).toEqual([0, 2, 2, -2]);
  expect(computed.roundDecimal("2.345", 2)).toBe("2.34");
  expect(computed.multiply("0.0000000000000000000000000005", "0.5")).toBe("0.0000000000000000000000000002");
});

test.each<[number, string]>([
  [0.1, "0.1"],
  [1e16, "10000000000000000"],
  [1e17, "1E+17"],
  [0.0001, "0.0001"],
  [0.00001, "1E-05"],
  [-0, "-0"],
  [NaN, "NaN"],
  [123456789012345680, "1.2345678901234568E+17"],
])("%d is written %s", (value, text) => {
  expect(computed.realText(value)).toBe(text);
});
