// Plays many histories and says what came of them, as one line of JSON.
//
//   node tests/simulator/campaign.js [--client] [--from 0] [--count 2000] [--first] [--codec real] [--mutant NAME] [--shrink SEED] [--play FILE] [--story] [--ledger]

import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { missingPairs } from "./coverage.js";
import { generate } from "./generate.js";
import { MUTANTS } from "./mutants.js";
import { shrink } from "./shrink.js";

/** @import { History, How } from "./history.js" */

const ROOT = new URL("../..", import.meta.url).pathname;
const LEDGER = join(ROOT, "tests/simulator/ledger.jsonl");
/** Every so many histories are played twice: the same seed must leave the same trace. */
const TWICE = 100;

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "0" },
    count: { type: "string", default: "2000" },
    client: { type: "boolean", default: false },
    first: { type: "boolean", default: false },
    codec: { type: "string", default: "fake" },
    mutant: { type: "string" },
    shrink: { type: "string" },
    play: { type: "string" },
    story: { type: "boolean", default: false },
    ledger: { type: "boolean", default: false },
  },
});

/** @typedef {(history: any, how: How) => Promise<import("./history.js").Outcome>} Play */

/**
 * @param {Play} play
 * @param {(seed: string) => any} make
 * @param {{from: number, count: number, isFirst: boolean, how: How}} range
 */
async function campaign(play, make, { from, count, isFirst, how }) {
  const start = performance.now();
  const failing = [];
  const coverage = new Map();
  let requests = 0;
  let histories = 0;
  for (let seed = from; seed < from + count && !(isFirst && failing.length > 0); seed++) {
    const history = make(String(seed));
    const outcome = await play(history, how);
    const faults = [...outcome.faults];
    if (seed % TWICE === 0 && (await play(history, how)).trace !== outcome.trace)
      faults.push("the same seed, another trace");
    if (faults.length > 0) failing.push({ seed, faults: faults.slice(0, 3) });
    for (const [pair, times] of outcome.coverage)
      coverage.set(pair, (coverage.get(pair) ?? 0) + times);
    requests += outcome.requests;
    histories++;
  }
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return {
    from,
    count: histories,
    failing,
    requests,
    seconds,
    pairs: coverage.size,
    missing: values.client ? [] : missingPairs(coverage),
  };
}

/** The whole of the simulator and the engine with one line changed, in a folder of its own. @param {string} name @returns {Promise<Play>} */
async function mutated(name) {
  const mutant = MUTANTS[name];
  if (!mutant) throw new Error(`nobody seeded "${name}"`);
  const { file, from, to } = mutant;
  const folder = mkdtempSync(join(tmpdir(), "afterglow-mutant-"));
  for (const part of ["static/js/sync", "static/js/wire", "tests/simulator"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const source = readFileSync(join(folder, file), "utf8");
  if (source.split(from).length !== 2)
    throw new Error(`${name}: its line stands ${source.split(from).length - 1} times in ${file}`);
  writeFileSync(
    join(folder, file),
    source.replace(from, () => to),
  );
  const { play } = await import(join(folder, "tests/simulator/history.js"));
  rmSync(folder, { recursive: true });
  return play;
}

async function chosenCodec() {
  if (values.codec === "fake") return {};
  const { realCodec } = await import("./real-codec.js");
  return { codec: realCodec };
}

async function engineHistories() {
  const { play } = values.mutant
    ? { play: await mutated(values.mutant) }
    : await import("./history.js");
  return { make: generate, play };
}

async function clientHistories() {
  const { generate: make, play } = await import("./client/history.js");
  return { make, play };
}

/** @param {string} fault @returns {string} without the names in it */
function kindOf(fault) {
  return fault.replace(/^[a-z]+-\d: /, "").replace(/[:{].*/s, "");
}

function commit() {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: ROOT,
    encoding: "utf8",
  }).trim();
}

const how = { ...(await chosenCodec()), isTold: values.story };
// Before the first history: files may change while a long campaign runs, and what it plays does not.
const played = commit();
// The client's histories play the real vault and store in several tabs; the others play the engine alone, and many more of them.
const { make, play } = values.client ? await clientHistories() : await engineHistories();

if (values.play || values.shrink !== undefined) {
  const history = values.play
    ? JSON.parse(readFileSync(values.play, "utf8"))
    : make(values.shrink ?? "");
  const kinds = (await play(history, how)).faults.map(kindOf);
  const isFailing = async (/** @type {History} */ one) =>
    (await play(one, how)).faults.map(kindOf).includes(kinds[0] ?? "");
  const shown = values.shrink === undefined ? history : await shrink(history, isFailing);
  const { faults, story } = await play(shown, how);
  if (story) process.stdout.write(`${story.join("\n")}\n`);
  process.stdout.write(`${JSON.stringify({ faults, history: shown })}\n`);
} else {
  const range = {
    from: Number(values.from),
    count: Number(values.count),
    isFirst: values.first,
    how,
  };
  const result = await campaign(play, make, range);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (values.ledger) {
    const { missing, failing, ...counts } = result;
    const line = {
      commit: played,
      codec: values.client ? "client" : values.codec,
      ...counts,
      failing: failing.map(({ seed }) => seed),
      missing: missing.length,
    };
    appendFileSync(LEDGER, `${JSON.stringify(line)}\n`);
  }
}
