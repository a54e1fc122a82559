import { expect, test } from "vitest";
import { newId, newSecretId } from "./ids.js";

test("an id is a UUID of version 7 that begins with its time", () => {
  expect(newId(0x0123456789ab)).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1)).toMatch(/^00000000-0001-7/);
  expect(parseInt(newId().replace("-", "").slice(0, 12), 16)).toBeCloseTo(Date.now(), -4);
});

test("a secret id is a UUID of version 4", () => {
  expect(newSecretId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("ids are not given twice", () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000);
});
