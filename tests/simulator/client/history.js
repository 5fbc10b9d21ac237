// One history of one account's machines: the real vault with all its rooms, several tabs over one store, and what happens to browsers. Made from a seed,
// played gate by gate, healed and judged.

import { Random } from "../random.js";
import { Server } from "../server.js";
import { Api } from "./api.js";
import { Gates } from "./gates.js";
import { finished, judge } from "./judge.js";
import { Machine, PASSPHRASE } from "./machine.js";
import { DEEDS, FAULTS, perform } from "./people.js";
import { openTab } from "./watch.js";
import { wireCodec } from "./wire-codec.js";

/** @import { Snapshot } from "../server.js" */
/** @import { Registered } from "./api.js" */
/** @import { Dump, Tab } from "./machine.js" */

/**
 * @typedef {{wait: number, machine: number, do: string, pick: number, ms: number}} Action  wait: gates that are opened first; −1: all
 * @typedef {{seed: string, machines: number, hasCuts: boolean, pageRecords: number, actions: Action[]}} History
 *
 * What was typed, by a word of its own. `told`: when the screen said that it is kept, in gates; Infinity: it never did. `on`: what it was written over.
 * @typedef {{kind: "entry" | "draft" | "capture", token: string, machine: string, item: string | null, rev: string | null, on: string | null, begun: number, told: number}} Save
 *
 * @typedef {object} Around
 * @property {Gates} gates
 * @property {Server} server
 * @property {Api} api
 * @property {Machine[]} machines
 * @property {Save[]} saves          entries, drafts and captures
 * @property {{token: string, begun: number}[]} gone  what was thrown away, with these words on the screen
 * @property {string[]} lies         what was said and was not so
 * @property {unknown[]} crashes
 * @property {Snapshot[]} backups
 * @property {string} own            the private log
 *
 * @typedef {{server: Snapshot, account: Registered, kitCode: string, stores: Dump[]}} Beginning
 */

const HANDLE = "ana";
const WAITS = [0, 0, 1, 2, 3, 5, 8, 13, 21, 40, -1, -1];
const SPANS = [1_000, 1_000, 60_000, 3_600_000, 31 * 86_400_000];

/** @param {string} seed @returns {History} */
export function generate(seed) {
  const random = new Random(`client ${seed}`);
  const machines = random.chance(0.5) ? 1 : 2;
  const faults = Object.keys(FAULTS).filter(() => random.chance(0.3));
  const deeds = Object.entries(DEEDS).flatMap(([name, { often }]) => Array(often).fill(name));
  const actions = Array.from({ length: 6 + random.below(14) }, () => ({
    wait: random.pick(WAITS),
    machine: random.below(machines),
    do: faults.length > 0 && random.chance(0.3) ? random.pick(faults) : random.pick(deeds),
    pick: random.below(4),
    ms: random.pick(SPANS),
  }));
  const pageRecords = random.chance(0.3) ? 1 + random.below(3) : 1_000;
  return { seed, machines, hasCuts: faults.includes("power"), pageRecords, actions };
}

/** @type {Promise<Beginning> | null} */
let beginning = null;

/** @param {History} history @param {{isTold?: boolean}} [how] @returns {Promise<import("../history.js").Outcome>} */
export async function play(history, { isTold = false } = {}) {
  beginning ??= begin();
  const around = await makeWorld(history, await beginning);
  if (isTold) around.gates.story = [];
  const faults = await played(around, history, await beginning).catch((error) => [
    `${error.message}`,
  ]);
  for (const machine of around.machines) {
    machine.kill();
    await machine.erase();
  }
  const { traceHash, story } = around.gates;
  return { faults, trace: traceHash, coverage: new Map(), requests: around.gates.requests, story };
}

/** @param {Around} around @param {History} history @param {Beginning} from @returns {Promise<string[]>} what is wrong in the end */
async function played(around, { actions }, from) {
  for (const action of actions) {
    await around.gates.open(action.wait < 0 ? Number.POSITIVE_INFINITY : action.wait);
    around.gates.now += 1_000;
    around.gates.tell(`do ${JSON.stringify(action)}`);
    await perform(around, action);
  }
  await heal(around);
  return judge(around, await newPhone(around, from));
}

/** Somebody signs up on one machine and signs in on another: what every history begins with. @returns {Promise<Beginning>} */
async function begin() {
  const around = emptyWorld("beginning", 1_000);
  const [first, second] = [addMachine(around, "first"), addMachine(around, "second")];
  const tab = openTab(around, first);
  const name = {
    handle: HANDLE,
    passphrase: PASSPHRASE,
    name: "Ana",
    role: /** @type {const} */ ("patient"),
  };
  let kitCode = "";
  const signUp = async () => {
    const { kitCode: code, ask } = await tab.vault.startSignUp(name);
    kitCode = code;
    const characters = ask.map((at) => code.replaceAll("-", "")[at]).join("");
    await tab.vault.finishSignUp({ characters });
  };
  await finished(around, tab.open(signUp));
  const other = openTab(around, second);
  await finished(
    around,
    other.open(() => other.vault.signIn({ handle: HANDLE, passphrase: PASSPHRASE, kitCode })),
  );
  for (const one of [tab, other, tab]) await finished(around, one.vault.syncNow());
  for (const machine of around.machines) machine.kill();
  const stores = await Promise.all(around.machines.map((machine) => machine.dump()));
  const account = /** @type {Registered} */ (around.api.account);
  for (const machine of around.machines) await machine.erase();
  return { server: around.server.snapshot(), account, kitCode, stores };
}

/** @param {History} history @param {Beginning} from @returns {Promise<Around>} */
async function makeWorld({ seed, machines, hasCuts, pageRecords }, { server, account, stores }) {
  const around = emptyWorld(seed, pageRecords);
  around.server.restore(server, false);
  around.api.account = account;
  around.own = around.server.logId(account.id, account.id);
  for (let n = 0; n < machines; n++) {
    const machine = addMachine(around, `machine-${n}`);
    await machine.restore(/** @type {Dump} */ (stores[n]));
    Object.assign(machine, { isSignedIn: true, hasCuts });
    openTab(around, machine)
      .open()
      .catch((error) => around.crashes.push(error));
  }
  await around.gates.open();
  return around;
}

/** @param {string} seed @param {number} pageRecords @returns {Around} */
function emptyWorld(seed, pageRecords) {
  const gates = new Gates(seed);
  const world = /** @type {any} */ ({ hold: (/** @type {unknown} */ work) => work });
  const server = new Server(world, wireCodec);
  server.pageRecords = pageRecords;
  return {
    gates,
    server,
    api: new Api(server),
    machines: [],
    saves: [],
    gone: [],
    lies: [],
    crashes: [],
    backups: [],
    own: "",
  };
}

/** @param {Around} around @param {string} name */
function addMachine(around, name) {
  const machine = new Machine(around.gates, around.api, name);
  around.machines.push(machine);
  return machine;
}

/** Everything works again, and every machine has three rounds with time between them. @param {Around} around */
async function heal(around) {
  const { gates, server, machines } = around;
  await gates.open();
  server.isDown = false;
  for (const machine of machines) {
    Object.assign(machine, { isFull: false, isOnline: true, losses: [] });
    // One more tab, cold: what was written at the lock is filed when somebody unlocks.
    await finished(around, openTab(around, machine).open());
  }
  for (let round = 0; round < 3; round++) {
    for (const machine of machines) {
      for (const tab of machine.tabs.filter(({ isAlive, isOpen }) => isAlive && isOpen))
        await finished(around, tab.vault.syncNow());
    }
    await gates.later(600_000);
    await gates.open();
  }
}

/** @param {Around} around @param {Beginning} from @returns {Promise<Tab>} on a machine that knows nothing */
async function newPhone(around, { kitCode }) {
  const phone = openTab(around, addMachine(around, "phone"));
  const input = { handle: HANDLE, passphrase: PASSPHRASE, kitCode };
  await finished(
    around,
    phone.open(() => phone.vault.signIn(input)),
  );
  await finished(around, phone.vault.syncNow());
  return phone;
}
