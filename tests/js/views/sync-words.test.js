import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { syncWords } from "../../../static/js/views/shared/sync-words.js";

const NOW = { at: "2026-11-30T09:00:00Z", zone: "UTC" };

/** @param {string} state @param {...string} types of its notices */
function said(state, ...types) {
  const notices = types.map((type, id) => ({ id: String(id), type, item: null }));
  const sync = { state, waiting: 0, backedUpAt: null, coming: null, lookedAt: null, notices };
  return syncWords(/** @type {any} */ ({ sync, status: { role: "patient" } }), NOW);
}

test("backing up is said to have stopped only where it has", async () => {
  await loadWords(["frame"]);
  for (const type of ["history-changed", "app-old"])
    assert.equal(said("attention", type, "link-ended"), t("sync.attention"));
  for (const type of ["missing", "conflict-copy", "link-ended", "set-aside"])
    assert.equal(said("attention", type), t("sync.retrying"));
  assert.equal(said("attention"), t("sync.retrying"));
  assert.equal(said("attention", "set-aside", "storage-full"), t("sync.full"));
  assert.equal(said("aside", "not-sent", "set-aside"), t("sync.aside"));
  assert.equal(said("aside"), t("sync.aside"));
});
