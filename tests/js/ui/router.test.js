import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameScreen, parsePlace, takeInvite } from "../../../static/js/ui/router.js";

test("a place is read from the fragment, with steps and a query", () => {
  const place = parsePlace("#/person/a%2Fb/entry-1?on=2");
  assert.equal(place.name, "person");
  assert.deepEqual(place.rest, ["a/b", "entry-1"]);
  assert.equal(place.query.get("on"), "2");
});

test("an empty or broken fragment is the start, never an error", () => {
  assert.equal(parsePlace("").name, "");
  assert.equal(parsePlace("#/").name, "");
  assert.equal(parsePlace("#/entry/%E0%A4%A").name, "entry");
});

test("a query makes no other screen, another step does", () => {
  const editor = parsePlace("#/write?prompt=P1");
  assert.ok(isSameScreen(editor, parsePlace("#/write?draft=1")));
  assert.ok(!isSameScreen(editor, parsePlace("#/write/1")));
  assert.ok(!isSameScreen(editor, parsePlace("#/")));
});

test("an invitation's link is handed over whole and leaves the address bar at once", () => {
  /** @type {unknown[]} */
  const replaced = [];
  const location = { pathname: "/i", hash: "#1.abc.def", href: "https://a.example/i#1.abc.def" };
  const history = {
    replaceState: (/** @type {unknown[]} */ ...given) => replaced.push(given.at(-1)),
  };
  const link = takeInvite(
    /** @type {Location} */ (location),
    /** @type {History} */ (/** @type {unknown} */ (history)),
  );
  assert.equal(link, "https://a.example/i#1.abc.def");
  assert.deepEqual(replaced, ["/app"]);
});
