import { expect, test } from "vitest";
import { dateOf, dateText } from "../index.js";
import * as computed from "./index.js";

test("ticks and offset survive", () => {
  const text = computed.addUnits(computed.moment(dateOf("2024-02-28T23:59:59.0000001+14:00"))!, 1, "days");
  expect(dateText(computed.date(text))).toBe("2024-02-29T23:59:59.0000001+14:00");
});

test("instants are compared, not clocks", () => {
  expect(computed.compareMoments("2024-01-01T02:00:00+02:00", "2024-01-01T00:00:00Z")).toBe(0);
});

test("a shorter month ends earlier", () => {
  expect(computed.addMonths("2023-01-31T00:00:00Z", 1)).toBe("2023-02-28T00:00:00Z");
  expect(computed.moveDay("2024-02-29", 1, "years")).toBe("2025-02-28");
});

test("every day of the calendar has its number", () => {
  for (let number = 0; number <= 3_652_058; number += 97) expect(computed.dayPart(computed.dayOfNumber(number), "dayNumber")).toBe(number);
  expect([computed.dayOfNumber(0), computed.dayOfNumber(3_652_058)]).toEqual(["0001-01-01", "9999-12-31"]);
});

test("lengths of time are as long as 64 bits", () => {
  expect(computed.spanOfTicks(-(2n ** 63n))).toBe("-10675199.02:48:05.4775808");
  expect(() => computed.negateSpan("-10675199.02:48:05.4775808")).toThrow(computed.ComputationError);
  expect(computed.multiplySpan("00:00:00.0000003", 0.5)).toBe("00:00:00.0000002");
});
