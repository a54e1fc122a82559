// Values of every type, as far out as they go: from the server to the client, and from the client to the server and to somebody else.
import assert from "node:assert/strict";
import { assertEqual, capsule, main, open, order, outcome, until } from "./support.mjs";

const farText = "🦊 \"quoted\" \\ \u2028\u2029 \u0000\u001f <&'> é e\u0301 \uFEFF \uE000";

/** Of each attribute, values that go; all but dates are got back as they are given. */
const good = {
  title: [farText, "", " ", "\uD83E\uDD8A\uD83E\uDD8A", "null", "\u007f\u0080\u009f", "</script>"],
  subtitle: [null, "", farText],
  lent: [false, true],
  bound: [true, false, null],
  pages: [2147483647, -2147483648, 0, -0],
  edition: [-2147483648, null, 2147483647],
  weight: [5e-324, 1.7976931348623157e308, -1.7976931348623157e308, -0, 0, -0, 0.1, 2 ** 53 + 2, 1e21, 2.2250738585072014e-308],
  price: [-0, null, 0, -0, 5e-324],
  owner: ["ffffffff-ffff-ffff-ffff-ffffffffffff", "00000000-0000-0000-0000-000000000000"],
  borrower: [null, "0190a6f0-0000-7000-8000-0123456789ab"],
  published: [new Date("0001-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59.999Z"), new Date(0), new Date("2024-02-29T12:00:00.001Z")],
  dueAt: [null, new Date("1969-12-31T23:59:59.999Z")],
  genre: ["novel", "plainVerse", "essay"],
  sequel: [null, "plainVerse"],
  tags: [[], [""], ["a", "a", farText], Array.from({ length: 500 }, (_, index) => `${index}`)],
  quotes: [null, [], [farText]],
};

/** Values that the client itself refuses: nothing is sent. */
const bad = {
  title: [null, undefined, 1, "\uD83E", "\uDD8A", "a\uDD8A\uD83E", ["a"]],
  subtitle: ["\uD800"],
  lent: [null, 0, "true"],
  pages: [2147483648, -2147483649, 0.5, NaN, Infinity, "1", null, 1n],
  weight: [NaN, Infinity, -Infinity, "1", null],
  owner: ["", "nobody", "{ffffffff-ffff-ffff-ffff-ffffffffffff}", "ffffffffffffffffffffffffffffffff", null],
  published: ["2025-07-18", new Date(NaN), 0, null],
  genre: ["Novel", "poem", "", 0, null],
  tags: [["\uDC00"], [null], [1], "a", null],
};

/** Values that the client lets pass and the server refuses as `invalid`. */
const beyond = { published: [new Date("+010000-01-01T00:00:00Z"), new Date("0000-12-31T23:59:59Z"), new Date(8.64e15)] };

const same = (value) => (value instanceof Date ? value.getTime() : value);

/** Equal, and zeros with their sign. */
function assertSame(actual, expected, what) {
  if (typeof expected === "number") assert.ok(Object.is(actual, expected), `${what}: ${Object.is(actual, -0) ? "-0" : actual}, not ${Object.is(expected, -0) ? "-0" : expected}`);
  else assert.deepEqual(same(actual), same(expected), what);
}

await main(async () => {
  await order("create/values");
  const [writer, reader] = await Promise.all(["anna", "bob"].map((name) => open("values", name)));
  const book = writer.root.shelves.at(0).books.at(0);
  const seen = reader.get(book.id);
  const told = [];
  book.on("change", ({ changed }) => told.push(changed));

  for (const [name, list] of Object.entries(good)) {
    for (const value of list) {
      // A whole number has no sign at zero in C#.
      const expected = name === "pages" && value === 0 ? 0 : value;
      told.length = 0;
      const setting = book.setServer({ [name]: value });
      assertSame(book[name], expected, `set ${name}, at once`);
      await setting;
      assertSame(book[name], expected, `set ${name}`);
      assert.ok(told.length <= 1, `${name} was told when it was asked for, and is not told again when it is confirmed: ${JSON.stringify(told)}`);
      await until(reader, () => reader.seq >= writer.seq);
      assertSame(seen[name], expected, `${name} at the reader`);
      const adding = writer.root.shelves.at(0).books.addServer({ [name]: value });
      adding.model.on("change", ({ changed }) => assert.fail(`An added book is as it was expected: ${JSON.stringify(changed)}`));
      const added = await adding;
      assert.equal(added, adding.model);
      assertSame(added[name], expected, `${name} of an added book`);
      await added.deleteServer();
    }
    await assertEqual("values", [writer, reader]);
  }

  const { seq } = writer;
  for (const [name, list] of Object.entries(bad)) {
    for (const value of list) {
      if (value !== undefined) assert.throws(() => book.setServer({ [name]: value }), TypeError, `${name} = ${String(value)}`);
      if (value !== undefined) assert.throws(() => writer.root.shelves.at(0).books.addServer({ [name]: value }), TypeError, `${name} = ${String(value)}`);
    }
  }
  for (const [name, list] of Object.entries(beyond)) {
    for (const value of list) {
      const { error } = await outcome(book.setServer({ [name]: value }));
      assert.deepEqual([error?.code, error?.attribute, error?.op], ["invalid", name, 0], `${name} = ${String(value)}`);
    }
  }

  // Numbers that would grow too far.
  await book.setServer({ pages: 2147483647, weight: 1.7976931348623157e308, edition: null, price: null });
  for (const [name, by] of [["pages", 1], ["weight", 1.7976931348623157e308], ["pages", 2147483648]]) {
    const { error } = await outcome(book.incrementServer(name, by));
    assert.deepEqual([name, error?.code, error?.attribute], [name, "invalid", name]);
  }
  for (const by of [0.5, NaN, Infinity]) assert.throws(() => book.incrementServer("pages", by), TypeError);
  assert.equal(writer.seq, seq + 1);
  await book.incrementServer("edition", 3);
  await book.incrementServer("price", -0.5);
  assert.deepEqual([book.edition, book.price], [3, -0.5], "nothing counts as zero");

  // Methods: arguments and results are converted like attributes, and checked before they are sent.
  assertSame(await book.callServerMethod("echoTwice", "a"), "a and a", "echoTwice without");
  assertSame(await book.callServerMethod("echoTwice", "a", undefined), "a and a", "echoTwice with undefined");
  assertSame(await book.callServerMethod("echoTwice", "a", null), "aa", "echoTwice with null");
  for (const value of good.weight) assertSame(await book.callServerMethod("echoDouble", value), value, "echoDouble");
  for (const value of good.subtitle) assertSame(await book.callServerMethod("echoText", value), value, "echoText");
  for (const value of good.sequel) assertSame(await book.callServerMethod("echoGenre", value), value, "echoGenre");
  for (const value of good.bound) assertSame(await book.callServerMethod("echoBool", value), value, "echoBool");
  for (const value of good.tags) assertSame(await book.callServerMethod("echoTexts", value), value, "echoTexts");
  for (const value of good.owner) assertSame(await book.callServerMethod("echoGuid", value), value, "echoGuid");
  for (const value of good.dueAt) assertSame(await book.callServerMethod("echoDate", value), value, "echoDate");
  for (const value of ["\uD83E", "\uDD8A"]) assert.throws(() => book.callServerMethod("echoText", value), TypeError);
  for (const args of [["x"], [], [1, 2], [null], [[[]]]]) assert.throws(() => book.callServerMethod("echoDouble", ...args), TypeError, `echoDouble(${JSON.stringify(args)})`);
  assert.equal((await outcome(book.callServerMethod("echoText", "x".repeat(40_000)))).error?.code, "tooLarge");
  assert.equal((await outcome(book.callServerMethod("echoText", "🦊".repeat(40_000)))).error?.code, "tooLarge");

  // What the server sets.
  await book.callServerMethod("goToExtremes");
  await until(reader, () => reader.seq >= writer.seq);
  for (const at of [book, seen]) {
    const expected = {
      title: farText,
      subtitle: "",
      pages: -2147483648,
      edition: 2147483647,
      weight: 5e-324,
      price: -0,
      owner: "00000000-0000-0000-0000-000000000000",
      borrower: "ffffffff-ffff-ffff-ffff-ffffffffffff",
      published: new Date("0001-01-01T00:00:00Z"),
      dueAt: new Date("2025-07-18T13:00:00.123Z"),
      genre: "plainVerse",
      sequel: "novel",
      tags: ["", "🦊", "a,b"],
      quotes: [],
    };
    for (const [name, value] of Object.entries(expected)) assertSame(at[name], value, name);
  }

  // A date with ticks and an offset stays letter for letter: where it is, where it is copied to, and in a comparison.
  const exact = "2025-07-18T09:30:00.1234567-03:30";
  assert.equal(book.toJSON().attrs.dueAt, exact);
  const other = writer.root.shelves.at(1).books.at(0);
  await other.setServer({ dueAt: book.dueAt, published: book.published });
  assert.equal(other.toJSON().attrs.dueAt, exact);
  await other.setServer({ title: "compared" }, { was: { dueAt: book.dueAt, published: book.published, price: other.price } });
  await other.setServer({ dueAt: null });
  await other.setServer({ dueAt: await book.callServerMethod("echoDate", book.dueAt) });
  assert.equal(other.toJSON().attrs.dueAt, exact);
  assert.equal((await outcome(other.setServer({ title: "no" }, { was: { dueAt: new Date(book.dueAt.getTime()), title: "compared" } }))).error?.code, "conflict");

  // Back to what the class declares.
  for (const name of Object.keys(good)) await book.unsetServer(name);
  const declared = { title: "Untitled", subtitle: null, lent: true, bound: null, pages: 7, edition: null, weight: 0.5, price: null, genre: "essay", sequel: null, tags: [], quotes: null };
  for (const [name, value] of Object.entries(declared)) assertSame(book[name], value, `unset ${name}`);

  await assertEqual("values", [writer, reader]);

  // Whoever joins now reads the same from the state.
  await book.callServerMethod("goToExtremes");
  const late = await open("values", "cleo");
  await assertEqual("values", [writer, reader, late]);
  assert.ok(late instanceof capsule.Session);
  return [writer, reader, late];
});
