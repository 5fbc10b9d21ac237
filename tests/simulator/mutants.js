// Seeded bugs: each is one line of the engine, the runner or what they are lent, changed to what has lost people's writing elsewhere.
// The simulator must find every one of them (tests/test_simulator.py).

const ENGINE = "static/js/sync/engine.js";
const FAULTS = "static/js/sync/engine-faults.js";
const FEED = "static/js/sync/engine-feed.js";
const PLAN = "static/js/sync/engine-plan.js";
const PUSH = "static/js/sync/engine-push.js";
const RUNNER = "static/js/sync/runner.js";
const STORAGE = "tests/simulator/storage.js";
const VAULT = "tests/simulator/vault.js";
const TAB = "tests/simulator/tab.js";

/** @type {{[name: string]: {file: string, from: string, to: string}}} */
export const MUTANTS = {
  "the server's text replaces what was not sent yet": {
    file: PLAN,
    from: "else this.#plan.forks.push({ op, covers: this.#covers(op), current: view.rev });",
    to: "else this.#plan.done.push(...this.#covers(op));",
  },
  "the last writer wins": {
    file: PLAN,
    from: "view.rev === this.#base(op.base)",
    to: "view.rev !== this.#base(op.rev)",
  },
  "an operation is dropped when its record comes too late": {
    file: FEED,
    from: "else if (sent) this.#unlink.add(log);",
    to: "else if (sent) this.#acked.push(sent);",
  },
  "a retry makes a new revision": {
    file: VAULT,
    from: "rows: revs.map(({ item, rev }) => this.#row(item, rev))",
    to: "rows: revs.map(({ item, rev }) => { const again = this.#world.random.id(); const body = this.seal(item, again, this.text(item, rev)); return { item, rev: again, digest: this.#codec.digest(body), body }; })",
  },

  "the cursor is stored before what it covers": {
    file: RUNNER,
    from: "const places = page.records",
    to: 'await storage.commit({ durability: "strict", cursor: page.next });\n    const places = page.records',
  },
  "what the server does not have is deleted here": {
    file: FAULTS,
    from: 'return commit(next, { durability: "strict", cursor: 0, heads, ...change }, "turn");',
    to: 'const rewind = Object.keys(heads).map((log) => ({ log, from: 1 }));\n  const none = Object.fromEntries(Object.entries(heads).map(([log, head]) => [log, { ...head, seq: 0, hash: "A".repeat(43) }]));\n  return commit({ ...next, heads: none }, { durability: "strict", cursor: 0, rewind, heads: none, ...change }, "turn");',
  },

  "a conflict copy gets random ids": {
    file: VAULT,
    from: "const item = this.#codec.conflictItem(op.item, op.rev);",
    to: "const item = this.#world.random.id();",
  },
  "an edit is merged into what is being sent": {
    file: STORAGE,
    from: "const n = this.#n + 1;",
    to: 'const queued = [...this.outbox.values()].find((one) => op.kind === "put" && one.item === op.item);\n    const n = queued?.n ?? this.#n + 1;',
  },

  "backed up is said before the server has said so": {
    file: ENGINE,
    from: 'return commit(next, { durability: "strict", sent: frames }, "advance");',
    to: 'return commit(next, { durability: "strict", sent: frames, done: frames.flatMap(({ covers }) => covers) }, "advance");',
  },
  "a new epoch is not noticed": {
    file: ENGINE,
    from: "if (state.epoch !== null && page.epoch !== state.epoch) return restored(state, page.epoch);",
    to: "",
  },
  "being signed out empties the outbox": {
    file: TAB,
    from: "this.status = status;",
    to: 'this.status = status;\n    if (status.state === "signed-out") this.device.storage.outbox.clear();',
  },
  "the ring is replaced instead of merged": {
    file: STORAGE,
    from: "...base, ...theirs, ...Object.fromEntries(changed)",
    to: "...theirs",
  },
  "a record is linked to a head that was never pulled": {
    file: PUSH,
    from: 'if (problem.type === "stale") word.stale[log] = headOf(state, word.heads, log).shown;',
    to: 'if (problem.type === "stale") word.heads[log] = { ...answer.results.find((one) => one.log === log).head, shown: answer.results.find((one) => one.log === log).head.seq, mine: true };',
  },
  "a deletion beats an edit": {
    file: PLAN,
    from: "if (view.rev !== null && !view.deleted && view.rev === last) {",
    to: "if (view.rev !== null && !view.deleted) {",
  },
  "an edit of what was deleted elsewhere is dropped": {
    file: PLAN,
    from: "else if (view.deleted || view.rev === null ||",
    to: "else if (view.deleted) this.#plan.done.push(...this.#covers(op));\n    else if (view.rev === null ||",
  },
  "sharing an entry shares what it becomes": {
    file: VAULT,
    from: "#grant(revs, log) {",
    to: "#grant(named, log) {\n    const rows2 = this.#storage.log(this.logTo(this.#account.id)).flatMap(({ record }) => record.rows ?? []);\n    const revs = named.map(({ item, rev }) => ({ item, rev: rows2.findLast((row) => row.item === item)?.rev ?? rev }));",
  },

  "a refused record blocks all others": {
    file: FAULTS,
    from: "const alone = state.rows === 1 ? frames.filter(({ count }) => count === 1) : [];",
    to: "const alone = frames.filter(() => false);",
  },

  "every device acknowledges for itself": {
    file: PLAN,
    from: '(op.kind === "ack" && this.#queue.logs[op.log]?.acked)',
    to: "false",
  },
  "records that a restored server lost are not offered again": {
    file: PUSH,
    from: ".filter(([, head]) => head.mine && head.shown < head.seq)",
    to: ".filter(() => false)",
  },
  "what another device wrote over after a restore is forgotten": {
    file: ENGINE,
    from: "    front: ops,\n",
    to: "",
  },
  "a half-wiped store is not noticed": {
    file: ENGINE,
    from: "return isWiped ? pullAnew(next, { strict: true }) : pull(next);",
    to: "return pull(next);",
  },
  "a power cut undoes what was told to be saved": {
    file: STORAGE,
    from: 'transact(write, durability = "strict") {',
    to: 'transact(write, durability = "relaxed") {',
  },
  "two texts count as the same": {
    file: VAULT,
    from: "if (this.text(op.item, current) === text)",
    to: "if (this.text(op.item, current) !== null)",
  },
  "a fault is tried again at once": {
    file: FAULTS,
    from: "const grown = Math.min(BACKOFF_MOST_MS, BACKOFF_MS * 2 ** state.attempt);",
    to: "const grown = 100;",
  },
};
