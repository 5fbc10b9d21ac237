import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf, ledgerDays } from "../../../static/js/domain/ledger.js";

/** @import { Receipt } from "../../../static/js/domain/ledger.js" */

/** @param {Receipt["what"]} what @param {string|null} at @param {string} [item] @returns {Receipt} */
function line(what, at, item = "a") {
  const when = at ? { at: `${at}Z`, zone: "UTC" } : null;
  return {
    what,
    when,
    person: "bo",
    name: "Bo",
    item,
    kind: "entry",
    title: item,
    instrument: null,
    part: null,
  };
}

/** @param {readonly Receipt[]} receipts */
function read(receipts) {
  return ledgerDays(receipts, ({ at }) => at.slice(0, 10)).map(({ day, lines }) => [
    day,
    ...lines.map(({ what, item, delivered }) => `${what} ${item}${delivered ? " there" : ""}`),
  ]);
}

test("the ledger goes by day, and what has arrived stands with the newest that was sent", () => {
  const receipts = [
    line("opened", "2026-11-22T10:00:00"),
    line("updated", "2026-11-22T09:00:00"),
    line("shared", "2026-11-21T09:00:00"),
    line("shared", "2026-11-20T09:00:00", "b"),
    line("delivered", null),
  ];
  assert.deepEqual(read(receipts), [
    ["2026-11-22", "opened a", "updated a there"],
    ["2026-11-21", "shared a"],
    ["2026-11-20", "shared b"],
  ]);
});

test("what has no time stands at the end, and what arrived without being noted as sent stays a line", () => {
  const receipts = [
    line("ended", "2026-11-22T09:00:00", "b"),
    line("shared", null),
    line("delivered", null),
    line("delivered", null, "b"),
  ];
  assert.deepEqual(read(receipts), [
    ["2026-11-22", "ended b"],
    [null, "shared a there", "delivered b"],
  ]);
});

test("a table for spreadsheets quotes what it must, and no title becomes a formula", () => {
  assert.equal(
    csvOf([
      ["What", "Entry"],
      ['He said "no", twice', "=1+1"],
      ["two\nlines", "-3"],
    ]),
    'What,Entry\r\n"He said ""no"", twice",\'=1+1\r\n"two\nlines",\'-3\r\n',
  );
});
