import { expect, test } from "vitest";
import { incremented } from "./incremented.js";

test.each([
  ["int32", 2, 3, 5],
  ["int32", 2147483647, 1, undefined],
  ["byte", 0, -1, undefined],
  ["sbyte", -128, 1, -127],
  ["int64", "9007199254740993", "1", "9007199254740994"],
  ["int64", "9223372036854775807", "1", undefined],
  ["uint64", "18446744073709551614", "1", "18446744073709551615"],
  ["uint64", "0", "-1", undefined],
  ["double", 0.1, 0.2, 0.1 + 0.2],
  ["double", 1.7976931348623157e308, 1.7976931348623157e308, undefined],
  ["float", 0.1, 0.2, 0.3],
  ["float", 16777216, 1, 16777216],
  ["float", 3.4028235e38, 3.4028235e38, undefined],
  ["decimal", "1.50", "1", "2.50"],
  ["decimal", "0.1", "0.20", "0.30"],
  ["decimal", "-1.5", "1.5", "0.0"],
  ["decimal", "-0.05", "0.01", "-0.04"],
  ["decimal", "79228162514264337593543950335", "1", undefined],
  ["int32", null, 1, 1],
  ["decimal", null, "1.50", "1.50"],
  ["int64", null, "-1", "-1"],
  ["int32", undefined, 1, undefined],
])("%s: %j + %j is %j", (kind, value, by, sum) => {
  expect(incremented(kind, value, by)).toBe(sum);
});
