import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packPlaces, withPlaces } from "../../../static/js/domain/help-lines.js";

/** @param {string} id @param {any[]} lines @returns {any} */
const place = (id, lines) => ({ id, name: id, zones: [], lines });
/** @param {string} name @returns {any} */
const call = (name) => ({ id: name, kind: "call", name, number: "01 234" });
/** @param {...any} places */
const pack = (...places) => ({ helpLines: { checked: "2026-11-22", places } });

test("a clinic's line stands before those of its country, and a place of its own before everywhere else", () => {
  const countries = [place("ie", [call("National")]), place("other", [call("Anywhere")])];
  const places = packPlaces([pack(place("ie", [call("Clinic")]), place("im", [call("Island")]))]);
  assert.deepEqual(
    withPlaces(countries, places).map(({ id, lines }) => [id, lines.map(({ name }) => name)]),
    [
      ["ie", ["Clinic", "National"]],
      ["im", ["Island"]],
      ["other", ["Anywhere"]],
    ],
  );
});

test("the country's emergency number stays first, and a clinic's lines are few and plain text", () => {
  const emergency = { id: "112", kind: "emergency", name: "112", number: "112" };
  const countries = [place("ie", [call("National"), emergency]), place("other", [])];
  const note = { toString: 1 };
  const many = Array.from({ length: 900 }, (_, n) => ({ ...call(`C${n}\u202e`), note, body: [] }));
  const [ie] = withPlaces(countries, packPlaces([pack(place("ie", many))]));
  assert.equal(ie?.lines[0]?.name, "112");
  assert.equal(ie?.lines.length, 14);
  assert.equal(ie?.lines.at(-1)?.name, "National");
  assert.deepEqual([ie?.lines[1]?.name, ie?.lines[1]?.note, ie?.lines[1]?.body], ["C0", "", ""]);
});

test("what could not be called or opened is left out, and never becomes an address of another kind", () => {
  const lines = [
    { kind: "call", name: "no number" },
    { kind: "call", name: "words", number: "ask at the desk" },
    { kind: "web", name: "script", url: "javascript:alert(1)" },
    { kind: "fax", name: "fax", number: "1" },
    { kind: "call", name: "no text", number: { toString: 0 } },
    { kind: "web", name: "no text", url: ["https://clinic.example/help"] },
    { kind: "web", name: "page", url: "https://clinic.example/help" },
  ];
  const [only] = packPlaces([pack(null, place("ie", lines))]);
  assert.deepEqual(
    only?.lines.map(({ name }) => name),
    ["page"],
  );
});

test("packs of any shape leave the country's lines as they are", () => {
  const countries = [place("ie", [call("National")]), place("other", [])];
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const found = withPlaces(countries, packPlaces([{ helpLines: value }, value]));
      assert.ok(found.some(({ lines }) => lines.some(({ name }) => name === "National")));
    }),
  );
});
