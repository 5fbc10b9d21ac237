// Bugs that have lost people's words elsewhere, each planted in one place of the product, and the unit test that finds it (tests/test_planted.py).
// Those of the sync engine that the simulator finds are in tests/simulator/mutants.js.

/**
 * `file` lies below static/js, `test` below tests/js; `seed`: a history of the whole client (tests/simulator/client) that finds it too.
 * @typedef {{file: string, from: string, to: string, test: string, seed?: string}} Planted
 */

/** @type {{[name: string]: Planted}} */
export const PLANTED = {
  "a revoke erases whatever item it names": {
    file: "vault/sync/commit.js",
    from: "erase((fact) => fact.log === log && gone.has(fact.item))",
    to: "erase((fact) => gone.has(fact.item))",
    test: "vault/sharing.test.js",
  },
  "saved with relaxed durability": {
    file: "vault/device/unlocked.js",
    from: 'await holdings.db.apply(writes, "strict");',
    to: 'await holdings.db.apply(writes, "relaxed");',
    test: "vault/store-faults.test.js",
  },
  "two tabs write under one number": {
    file: "vault/device/outbox-change.js",
    from: '{ add: "outbox", value: batch }',
    to: '{ put: "outbox", value: batch }',
    test: "vault/tabs.test.js",
    seed: "7",
  },
  "sync's change is dropped when another tab was first": {
    file: "vault/sync/sync-storage.js",
    from: "      return run();\n",
    to: "      return /** @type {any} */ ({ acknowledged: [], touched: new Set() });\n",
    test: "vault/sync-storage.test.js",
  },
  "words typed while saving are forgotten: an entry": {
    file: "views/writing/write-draft.js",
    from: "(name) => draft[name] === kept[name]",
    to: "(name) => name in kept",
    test: "views/kept-text.test.js",
  },
  "words typed while saving are forgotten: a field": {
    file: "views/shared/kept-text.js",
    from: "    if (this.text !== sent) return;\n",
    to: "",
    test: "views/kept-text.test.js",
  },
  "words typed while saving are forgotten: a form": {
    file: "views/shared/kept-form.js",
    from: "      if (this.#touched) return this.#draft.flush();\n",
    to: "",
    test: "views/kept-text.test.js",
  },
  "words typed while saving are forgotten: a draft": {
    file: "ui/autosave.js",
    from: "      await this.#save();\n",
    to: "      await this.#save();\n      this.#dirty = false;\n",
    test: "ui/autosave.test.js",
  },
  "the time of the backup is said though something waits": {
    file: "vault/sync/syncing.js",
    from: "if ((await countWaiting(db)) === 0) {",
    to: "{",
    test: "vault/tabs.test.js",
  },
  "what is typed does not count as waiting": {
    file: "vault/device/waiting.js",
    from: "return ops.length + typed.length",
    to: "return ops.length",
    test: "vault/drafts.test.js",
  },
  "a draft that another device went on with is written over": {
    file: "vault/journal/drafts.js",
    from: "      ops: [putOp(revision, base)],",
    to: "      ops: [putOp(revision, this.#unlocked.holdings.shown(item)?.fact.rev ?? null)],",
    test: "vault/drafts.test.js",
  },
  "tabs that do not sync pass a message on to each other for ever": {
    file: "vault/door/vault.js",
    from: "syncing.roused();",
    to: 'syncing.wake("op");',
    test: "vault/tabs.test.js",
  },
  "an entry that another tab deletes while it is saved counts as not saved": {
    file: "vault/device/unlocked.js",
    from: "        await this.holdings.refresh();\n",
    to: "",
    test: "vault/tabs.test.js",
  },
  "an entry counts as backed up once it is signed": {
    file: "vault/device/holdings.js",
    from: 'fact, line: fact.line, kept: "device" }',
    to: 'fact, line: fact.line, kept: this.sent.some(({ facts }) => facts.some(({ rev }) => rev === fact.rev)) ? "backed-up" : "device" }',
    test: "vault/tabs.test.js",
  },
  "a trashed entry edited elsewhere is emptied after a month": {
    file: "vault/device/filing.js",
    from: "ledger.items.get(item)?.deleted && !outbox.pending.has(item)",
    to: "!outbox.pending.has(item)",
    test: "vault/store-faults.test.js",
  },
  "another past under the same epoch is followed": {
    file: "sync/engine-feed.js",
    from: 'this.#state.strict ? { kind: "alarm" } : { kind: "orphans", log, from: seq }',
    to: '{ kind: "orphans", log, from: seq }',
    test: "sync/engine.test.js",
  },
  "an old record that differs is passed over": {
    file: "sync/engine-feed.js",
    from: '    if (have !== record.hash) return { kind: "alarm" };\n',
    to: "",
    test: "sync/engine.test.js",
  },
  "waiting work is not taken up when a save falls into a round": {
    file: "sync/engine.js",
    from: "if (state.again || state.retry) return begin(next);",
    to: "if (state.retry) return begin(next);",
    test: "sync/engine.test.js",
  },
};
