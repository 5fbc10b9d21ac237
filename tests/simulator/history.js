// One history: a list of things that happen to people, devices, network and server, made from a seed, played in virtual time, healed and judged.
// The list is plain JSON: what fails is shrunk to a shorter list and kept in regressions/.

import { Device, FAIR } from "./device.js";
import { fakeCodec } from "./fake-codec.js";
import { judge } from "./oracle.js";
import { Server } from "./server.js";
import { Book, Typist } from "./typist.js";
import { World } from "./world.js";

/**
 * @typedef {object} Action
 * @property {number} wait  milliseconds after the one before
 * @property {string} do
 * @property {number} [device]  index
 * @property {{label: string, phase: "before" | "after"}} [when]  not at once, but when the device's tab next comes there
 * @property {number} [pick]
 * @property {number} [ms]
 * @property {number} [size]
 * @property {{[fault: string]: number}} [weather]
 *
 * @typedef {{seed: string, patients: number, therapists: number, pageRecords: number, actions: Action[]}} History
 *
 * @typedef {object} Outcome
 * @property {string[]} faults
 * @property {string} trace
 * @property {Map<string, number>} coverage  (fault @ state of the engine) → times
 * @property {number} requests
 * @property {string[] | null} story
 */

/**
 * @param {History} history
 * @param {{codec?: typeof fakeCodec, isTold?: boolean}} [how]
 * @returns {Promise<Outcome>}
 */
export async function play(history, { codec = fakeCodec, isTold = false } = {}) {
  const around = await makeWorld(history, codec, isTold);
  const { world } = around;
  for (const action of history.actions) {
    await world.run(world.now + action.wait);
    perform(around, action);
  }
  await heal(around);
  const faults = judge(around);
  const quiet = await judgeQuiet(around);
  const requests = around.devices.reduce((sum, device) => sum + device.requests, 0);
  const { traceHash, story } = world;
  return {
    faults: [...faults, ...quiet],
    trace: traceHash,
    coverage: around.coverage,
    requests,
    story,
  };
}

async function makeWorld({ seed, patients, therapists, pageRecords }, codec, isTold) {
  const world = new World(seed);
  if (isTold) world.story = [];
  const server = new Server(world, codec);
  server.pageRecords = pageRecords;
  const accounts = [await codec.account("patient"), await codec.account("therapist")];
  const around = {
    world,
    server,
    codec,
    accounts,
    book: new Book(),
    crashes: [],
    coverage: new Map(),
    devices: [],
    phones: new Map(),
    backups: [],
    onApplied: null,
    onOpened: null,
  };
  around.onApplied = (device) => answerOpen(around, device);
  around.onOpened = (device) => answerOpen(around, device);
  server.link(accounts[0].id, accounts[1].id);
  for (const [i, count] of [patients, therapists].entries()) {
    for (let n = 0; n < count; n++) addDevice(around, `${accounts[i].name}-${n}`, accounts[i]);
  }
  for (const device of around.devices) device.openTab();
  const [first] = around.devices;
  typist(around, first).queue("open", codec.logId(accounts[0].id, accounts[1].id));
  return around;
}

function addDevice(around, name, account) {
  const peers = around.accounts.filter((one) => one !== account).map(({ id }) => id);
  const device = new Device(around, name, account, peers);
  around.devices.push(device);
  watch(around, device);
  return device;
}

/** What the screen may call backed up is on the server, or somebody went on from it. */
function watch({ book, server, codec }, device) {
  const { storage } = device;
  storage.onDrop = (op, why) => {
    if (op.kind !== "put" || why === "forked") return;
    const isStored = server.everStored.has(`${storage.own} ${op.item} ${op.rev}`);
    const save = book.saves.find(
      ({ item, rev }) => rev === op.rev || codec.conflictRev(item, rev) === op.rev,
    );
    const isFollowed = [...book.saves, ...book.acts].some(
      ({ on, device: name }) => on === save?.token && name === device.name,
    );
    if (!isStored && !isFollowed)
      book.lies.push(`${device.name}: said to be backed up, and is not: ${JSON.stringify(op)}`);
  };
}

/** The other side's `open` is answered by one's own, as the vault does when it sees it, and at every start for one it was killed over. */
function answerOpen(around, device) {
  for (const { own, type, record } of device.storage.records.values()) {
    if (own || type !== "open") continue;
    const log = around.codec.logId(record.audience, record.author);
    const isOpen = device.storage.heads[log] || device.storage.ops().some((op) => op.log === log);
    if (!isOpen) typist(around, device).queue("open", log);
  }
}

function typist(around, device) {
  return new Typist(around, device);
}

function perform(around, action) {
  const device = around.devices[action.device ?? 0];
  around.world.tell(`do ${JSON.stringify(action)}`);
  if (!action.when) return DO[action.do](around, device, action);
  const spring = (tab) => {
    DO[action.do](around, device, action, tab);
  };
  device.traps.push({ ...action.when, spring });
  return undefined;
}

/** @type {{[name: string]: (around: any, device: Device, action: Action, tab?: any) => void}} */
const DO = {
  write: (around, device, { pick, ms = 0, size = 100 }, tab) => {
    if (tab) device.cover("write");
    typist(around, device).write({ pick: pick ?? null, thinkMs: ms, size });
  },
  twin: (around, device, { pick = 0 }) => {
    const other = around.devices.find((one) => one !== device && one.account === device.account);
    if (other) typist(around, device).writeTwin(other, pick);
  },
  delete: (around, device, { pick = 0 }, tab) => {
    if (tab) device.cover("delete");
    typist(around, device).delete(pick);
  },
  share: (around, device, { pick = 0 }) => typist(around, device).share(pick),
  unshare: (around, device, { pick = 0 }) => typist(around, device).unshare(pick),
  ring: (around, device, { pick = 0 }) => typist(around, device).changeRing(pick % 3),
  close: (around, device) => {
    const log = around.codec.logId(device.account.id, device.peers[0]);
    if (device.storage.heads[log]) typist(around, device).queue("close", log);
  },
  wake: (_around, device) => device.wake("focus"),
  person: (_around, device) => device.wake("person"),
  offline: (_around, device) => {
    device.isOnline = false;
  },
  online: (_around, device) => {
    device.isOnline = true;
    device.wake("online");
  },
  weather: (_around, device, { weather }) => {
    device.weather = { ...FAIR, ...weather };
  },
  tab: (_around, device) => {
    if (device.tabs.filter((tab) => tab.isAlive).length < 3) device.openTab();
  },
  kill: (around, device, { ms = 500 }, tab) => {
    device.cover("kill");
    device.kill(tab);
    around.world.after(ms, () => device.tab ?? device.openTab());
  },
  power: (around, device, { ms = 5_000 }) => {
    device.cover("power");
    device.kill();
    device.storage.powerCut();
    around.world.after(ms, () => device.tab ?? device.openTab());
  },
  signOut: (around, device, { ms = 60_000 }) => {
    device.cover("signed-out");
    device.isSignedIn = false;
    around.world.after(ms, () => {
      device.isSignedIn = true;
      device.wake("signed-in");
    });
  },
  throttle: (around, device, { ms = 30_000 }) => {
    device.cover("too-many");
    device.throttledUntil = around.world.now + ms;
  },
  full: (around, device, { ms = 60_000 }) => {
    device.cover("quota");
    device.storage.isFull = true;
    around.world.after(ms, () => {
      device.storage.isFull = false;
    });
  },
  broken: (around, device, { ms = 10_000 }) => {
    device.cover("storage");
    device.storage.isBroken = true;
    around.world.after(ms, () => {
      device.storage.isBroken = false;
    });
  },
  lostRecords: (around, device, { pick = 0 }) => {
    device.cover("lost records");
    device.kill();
    const all = pick % 2 === 0;
    device.storage.wipeRecords(() => all || around.world.random.chance(0.5));
    device.openTab();
  },
  wipe: (around, device) => {
    device.cover("wipe");
    forget(around, device);
    device.wipe();
    watch(around, device);
    device.openTab();
    typist(around, device).queue("device", device.own);
  },
  poison: ({ server }, device) => {
    device.cover("poison");
    for (const op of device.storage.ops())
      if (op.kind === "put" && !server.everStored.has(`${op.log} ${op.item} ${op.rev}`))
        server.poison.add(op.rev);
  },
  down: (around, device, { ms = 60_000 }) => {
    device.cover("down");
    around.server.isDown = true;
    around.server.run++;
    around.world.after(ms, () => {
      around.server.isDown = false;
    });
  },
  noRoom: (around, device, { ms = 60_000 }) => {
    device.cover("no room");
    around.server.isFull = true;
    around.world.after(ms, () => {
      around.server.isFull = false;
    });
  },
  backup: ({ server, backups }) => {
    backups.push(server.snapshot());
  },
  restore: ({ server, backups, devices }, _device, { pick = 0 }) => {
    if (backups.length === 0) return;
    for (const device of devices) device.cover("restore");
    server.restore(backups[pick % backups.length], true);
  },
};

/** What only the wiped device had is gone, and nobody can be blamed. */
function forget({ book, server, codec }, device) {
  const { outbox } = device.storage;
  const isStored = (item, rev) => server.everStored.has(`${device.own} ${item} ${rev}`);
  const entries = [...book.saves, ...book.acts, ...book.rings].filter(
    (entry) => entry.device === device.name,
  );
  for (const entry of entries.filter(({ ops }) => ops.some((n) => outbox.has(n)))) {
    entry.gone = !entry.rev || !isStored(entry.item, entry.rev);
  }
  // What the last one of them stood for on this device had left the outbox before.
  for (const { gone, on } of entries.toReversed()) {
    for (const below of gone ? entries.filter(({ token }) => token === on) : []) {
      const { item, rev } = below;
      below.gone ||=
        !isStored(item, rev) &&
        !isStored(codec.conflictItem(item, rev), codec.conflictRev(item, rev));
    }
  }
  for (const entry of entries) entry.ops = [];
}

/** Everything works again, and every device has three rounds. */
async function heal(around) {
  const { world, server, devices } = around;
  await world.run(world.now + 120_000);
  server.isDown = false;
  server.isFull = false;
  for (const device of devices) {
    Object.assign(device, {
      weather: FAIR,
      isOnline: true,
      isSignedIn: true,
      throttledUntil: 0,
      traps: [],
    });
    Object.assign(device.storage, { isFull: false, isBroken: false });
    if (!device.tab) device.openTab();
  }
  for (let round = 0; round < 3; round++) await wakeAll(around);
  for (const account of around.accounts) {
    const phone = addDevice(around, `new-${account.name}`, account);
    around.devices.pop();
    around.phones.set(account.name, phone);
    phone.openTab();
  }
  await world.run(world.now + 30_000);
}

async function wakeAll({ world, devices }) {
  for (const device of devices) {
    device.wake("person");
    await world.run(world.now + 20_000);
  }
}

/** 7: when nothing is to be done, one request is made and nothing is sent. */
async function judgeQuiet({ world, devices }) {
  const faults = [];
  for (const device of devices) {
    const { requests, pushes } = device;
    device.tab.runner.wake("focus");
    await world.run(world.now + 20_000);
    if (device.requests > requests + 1)
      faults.push(`${device.name}: ${device.requests - requests} requests for nothing`);
    if (device.pushes > pushes) faults.push(`${device.name}: sends when there is nothing to send`);
    if (device.requests > 3_000) faults.push(`${device.name}: ${device.requests} requests`);
  }
  return faults;
}
