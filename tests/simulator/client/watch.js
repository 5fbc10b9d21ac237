// Opens tabs, and listens to what they tell the person while a history goes on.

import { isStored } from "./judge.js";

/** @import { Around } from "./history.js" */
/** @import { Machine, Tab } from "./machine.js" */

/** @param {Around} around @param {Machine} machine @returns {Tab} */
export function openTab(around, machine) {
  const tab = machine.openTab();
  tab.onCrash = (error) => around.crashes.push(error);
  tab.onEvent = (type, detail) => type === "sync" && heard(around, machine, detail);
  return tab;
}

/**
 * Whatever was told to be kept on this machine before its last round but one is on the server when it says that all is backed up.
 * @param {Around} around
 * @param {Machine} machine
 * @param {import("../../../static/js/vault/types.js").SyncStatus} status
 */
function heard(around, machine, { backedUpAt }) {
  if (!backedUpAt || backedUpAt === machine.backedUpAt) return;
  machine.backedUpAt = backedUpAt;
  const [before = 0] = machine.asked;
  for (const save of around.saves) {
    // Words that were saved twice at once become one revision, and the book cannot tell which.
    if (around.saves.some((one) => one !== save && one.token === save.token)) continue;
    const isDue = save.kind === "entry" && save.machine === machine.name && save.told < before;
    if (isDue && !isStored(around, save))
      around.lies.push(`${machine.name}: backed up, it says, and lacks ${JSON.stringify(save)}`);
  }
}
