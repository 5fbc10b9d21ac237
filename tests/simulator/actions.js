// Everything that can happen in a history, by name.

import { FAIR } from "./request.js";
import { Typist } from "./typist.js";

/** @import { Device } from "./device.js" */
/** @import { Action } from "./history.js" */
/** @import { Tab } from "./tab.js" */
/** @import { Around } from "./types.js" */

/** @typedef {(around: Around, device: Device, action: Action, tab?: Tab) => void} Doing  tab: the one that came to the place waited for */

/**
 * At once, or when the device's tab next comes to the place that `when` names.
 * @param {Around} around
 * @param {Action} action
 */
export function perform(around, action) {
  const device = around.devices[action.device ?? 0];
  const doing = DO[action.do];
  if (!device || !doing) throw new Error(`nobody can do ${JSON.stringify(action)}`);
  around.world.tell(`do ${JSON.stringify(action)}`);
  if (action.when) {
    device.traps.push({ ...action.when, spring: (tab) => doing(around, device, action, tab) });
  } else doing(around, device, action);
}

/**
 * What the screen may call backed up is on the server, or somebody went on from it.
 * @param {Around} around
 * @param {Device} device
 */
export function watch({ book, server, codec }, device) {
  const { storage } = device;
  storage.onDrop = (op, why) => {
    if (op.kind !== "put" || why === "forked") return;
    const isStored = server.everStored.has(`${storage.own} ${op.item} ${op.rev}`);
    const isIt = (/** @type {{item: string, rev: string}} */ { item, rev }) =>
      rev === op.rev || codec.conflictRev(item, rev) === op.rev;
    const token = book.saves.find(isIt)?.token;
    const acts = [...book.saves, ...book.acts].filter((act) => act.device === device.name);
    if (!isStored && !acts.some(({ on }) => on === token))
      book.lies.push(`${device.name}: said to be backed up, and is not: ${JSON.stringify(op)}`);
  };
}

/** @type {{[name: string]: Doing}} */
const DO = {
  write: (around, device, { pick, ms = 0, size = 100 }, tab) => {
    if (tab) device.cover("write");
    new Typist(around, device).write({ pick: pick ?? null, thinkMs: ms, size });
  },
  many: (around, device, { pick = 1, size = 100 }) => {
    const typist = new Typist(around, device);
    for (let i = 0; i < pick; i++) typist.write({ pick: null, thinkMs: i, size });
  },
  twin: (around, device, { pick = 0 }) => {
    const other = around.devices.find((one) => one !== device && one.account === device.account);
    if (other) new Typist(around, device).writeTwin(other, pick);
  },
  delete: (around, device, { pick = 0 }, tab) => {
    if (tab) device.cover("delete");
    new Typist(around, device).delete(pick);
  },
  share: (around, device, { pick = 0 }) => new Typist(around, device).share(pick),
  unshare: (around, device, { pick = 0 }) => new Typist(around, device).unshare(pick),
  ring: (around, device, { pick = 0 }) => new Typist(around, device).changeRing(pick % 3),
  close: (around, device) => {
    const log = around.codec.logId(device.account.id, device.peers[0] ?? "");
    if (device.storage.heads[log]) new Typist(around, device).queue("close", log);
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
  clock: (_around, device, { ms = 0 }) => {
    device.cover("clock");
    device.clockMs = ms;
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
    device.storage.wipeRecords(() => pick % 2 === 0 || around.world.random.chance(0.5));
    device.openTab();
  },
  wipe: (around, device) => {
    device.cover("wipe");
    const { book, server, codec } = around;
    const { outbox } = device.storage;
    const isThere = (/** @type {string} */ item, /** @type {string} */ rev) =>
      server.everStored.has(`${device.own} ${item} ${rev}`);
    book.forget(
      device.name,
      (n) => outbox.has(n),
      ({ item, rev }) =>
        isThere(item, rev) || isThere(codec.conflictItem(item, rev), codec.conflictRev(item, rev)),
    );
    device.wipe();
    watch(around, device);
    device.openTab();
    new Typist(around, device).queue("device", device.own);
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
  poison: ({ server }, device) => {
    device.cover("poison");
    for (const op of device.storage.ops()) {
      if (op.kind !== "put" || server.everStored.has(`${op.log} ${op.item} ${op.rev}`)) continue;
      server.poison.add(op.rev);
    }
  },
  down: ({ server, world }, device, { ms = 60_000 }) => {
    device.cover("down");
    server.isDown = true;
    server.run++;
    world.after(ms, () => {
      server.isDown = false;
    });
  },
  noRoom: ({ server, world }, device, { ms = 60_000 }) => {
    device.cover("no room");
    server.isFull = true;
    world.after(ms, () => {
      server.isFull = false;
    });
  },
  backup: ({ server, backups }) => {
    backups.push(server.snapshot());
  },
  restore: (around, _device, { pick = 0 }) => restore(around, pick, "restore"),
  unannounced: (around, _device, { pick = 0 }) => restore(around, pick, "unannounced restore"),
};

/** @param {Around} around @param {number} pick @param {"restore" | "unannounced restore"} name */
function restore({ server, backups, devices }, pick, name) {
  const backup = backups[pick % backups.length];
  if (!backup) return;
  for (const device of devices) device.cover(name);
  server.restore(backup, name === "restore");
}
