import { expect, test } from "vitest";
import { asWritten } from "./asWritten.js";
import type { ValueMetadata } from "./ModelMetadata.js";

test.each<[ValueMetadata, unknown, unknown]>([
  [{ kind: "dateTimeOffset" }, "2026-01-02T03:04:05.120Z", "2026-01-02T03:04:05.12+00:00"],
  [{ kind: "dateTimeOffset" }, "2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05+00:00"],
  [{ kind: "dateTimeOffset" }, "2026-01-02T03:04:05.1234567+02:00", "2026-01-02T03:04:05.1234567+02:00"],
  [{ kind: "dateTimeOffset", nullable: true }, null, null],
  [{ kind: "dateTime" }, "2026-01-02T03:04:05.100Z", "2026-01-02T03:04:05.1Z"],
  [{ kind: "timeOnly" }, "23:59:59.5", "23:59:59.5000000"],
  [{ kind: "timeOnly" }, "23:59:00", "23:59:00"],
  [{ kind: "timeSpan" }, "1.12:00:00.0000005", "1.12:00:00.0000005"],
  [{ kind: "timeSpan" }, "-1.12:00:00.0", "-1.12:00:00"],
  [{ kind: "float" }, 0.1, 0.1],
  [{ kind: "float" }, 0.123456789, 0.12345679],
  [{ kind: "double" }, 0.123456789, 0.123456789],
  [{ kind: "string" }, "2026-01-02T03:04:05.120Z", "2026-01-02T03:04:05.120Z"],
  [{ kind: "list" }, ["a"], ["a"]],
  [{ kind: "list", element: { kind: "dateTime" } }, ["2026-01-02T03:04:05.000Z"], ["2026-01-02T03:04:05Z"]],
  [{ kind: "dictionary", element: { kind: "float" } }, { a: 0.123456789 }, { a: 0.12345679 }],
  [{ kind: "record", members: { at: { kind: "dateTime" } } }, { at: "2026-01-02T03:04:05.000Z", other: 1 }, { at: "2026-01-02T03:04:05Z", other: 1 }],
])("%j: %j is written %j", (metadata, sent, written) => {
  expect(asWritten(sent as never, metadata)).toEqual(written);
});
