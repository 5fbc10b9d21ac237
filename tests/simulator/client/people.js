// Who writes, on which tab, and what befalls them.

import { VaultError } from "../../../static/js/vault/vault-error.js";
import { Writer } from "./machine.js";
import { openTab } from "./watch.js";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */
/** @import { EntrySummary } from "../../../static/js/domain/entries.js" */
/** @import { CaptureKept } from "../../../static/js/vault/types.js" */
/** @import { Action, Around, Save } from "./history.js" */
/** @import { Machine, Tab } from "./machine.js" */

/** @typedef {(around: Around, machine: Machine, tab: Tab, action: Action) => Promise<unknown>} Deed  not waited for */
/** @typedef {(around: Around, machine: Machine, action: Action) => unknown} Fault */

const BLANK = { title: "", text: "", prompt: null, phase: null, dosing: null, happened: null };

/** @param {Around} around @param {Action} action */
export async function perform(around, action) {
  const machine = /** @type {Machine} */ (around.machines[action.machine]);
  const fault = FAULTS[action.do];
  if (fault) {
    await fault(around, machine, action);
    return;
  }
  const open = machine.tabs.filter(({ isAlive, isOpen }) => isAlive && isOpen);
  const tab = open[action.pick % open.length];
  // A deed is done while others are: its end is not waited for. That it failed, the person is told.
  if (tab) DEEDS[action.do]?.act(around, machine, tab, action).catch(orCrash(around));
}

/** @param {Around} around @returns {(error: unknown) => void} what is no failure of the vault's own is a mistake */
function orCrash({ crashes }) {
  return (error) => {
    if (!(error instanceof VaultError)) crashes.push(error);
  };
}

/**
 * @param {Around} around
 * @param {Machine} machine
 * @param {Save["kind"]} kind
 * @param {{item?: string | null, on?: string | null, token?: string}} what
 * @param {(token: string) => Promise<{id: string, rev?: string} | void>} keep
 */
async function save(around, machine, kind, { item = null, on = null, token }, keep) {
  const { gates, saves } = around;
  const begun = gates.opened;
  const word = token ?? `word-${saves.length}`;
  /** @type {Save} */
  const entry = {
    kind,
    token: word,
    machine: machine.name,
    item,
    rev: null,
    on,
    begun,
    told: Infinity,
  };
  saves.push(entry);
  const kept = await keep(word);
  entry.told = gates.opened;
  if (kept) Object.assign(entry, { item: kept.id, rev: kept.rev ?? null });
}

/** @param {Around} around @param {Machine} machine @param {EntrySummary[]} entries */
function look(around, machine, entries) {
  for (const { id, rev, kept } of entries) {
    if (kept === "backed-up" && !around.server.everStored.has(`${around.own} ${id} ${rev}`))
      around.lies.push(`${machine.name}: calls ${id} backed up, and it never was`);
  }
}

/** @param {Around} around @param {Machine} machine @param {Tab} tab @param {number} pick */
async function opened(around, machine, { vault }, pick) {
  const entries = await vault.entries();
  look(around, machine, entries);
  const one = entries[pick % entries.length];
  return one ? vault.entry({ id: one.id }) : null;
}

/** @type {{[name: string]: {often: number, act: Deed}}} */
export const DEEDS = {
  write: {
    often: 4,
    act: (around, machine, { vault }) =>
      save(around, machine, "entry", {}, (text) => vault.saveEntry({ ...BLANK, text })),
  },
  edit: {
    often: 6,
    act: async (around, machine, tab, { pick }) => {
      const entry = await opened(around, machine, tab, pick);
      if (!entry) return;
      const { id, rev, happened } = entry.summary;
      const what = { item: id, on: entry.text };
      await save(around, machine, "entry", what, (text) =>
        tab.vault.saveEntry({ ...BLANK, id, rev, happened, text }),
      );
    },
  },
  draft: {
    often: 3,
    act: (around, machine, { vault }) =>
      save(around, machine, "draft", {}, (text) => vault.saveDraft({ ...BLANK, text })),
  },
  type: {
    often: 2,
    act: async (around, machine, { vault }, { pick }) => {
      const drafts = await vault.drafts();
      const draft = drafts[pick % drafts.length];
      if (!draft) return;
      const what = { item: draft.id ?? null, on: draft.text };
      await save(around, machine, "draft", what, (text) => vault.saveDraft({ ...draft, text }));
    },
  },
  finish: {
    often: 4,
    act: async (around, machine, { vault }, { pick }) => {
      const drafts = await vault.drafts();
      const draft = drafts[pick % drafts.length];
      if (!draft) return;
      const what = { item: draft.id ?? null, token: draft.text };
      await save(around, machine, "entry", what, () => vault.saveEntry({ ...draft }));
    },
  },
  discard: {
    often: 1,
    act: async (around, _machine, { vault }, { pick }) => {
      const drafts = await vault.drafts();
      const draft = drafts[pick % drafts.length];
      if (!draft) return;
      around.gone.push({ token: draft.text, begun: around.gates.opened });
      const { id = "", seen } = draft;
      await vault.discardDraft({ id, ...(seen && { seen }) });
    },
  },
  delete: {
    often: 3,
    act: async (around, machine, tab, { pick }) => {
      const entry = await opened(around, machine, tab, pick);
      if (!entry) return;
      around.gone.push({ token: entry.text, begun: around.gates.opened });
      await tab.vault.deleteEntry({ id: entry.summary.id });
    },
  },
  bringBack: {
    often: 2,
    act: async (_around, _machine, { vault }, { pick }) => {
      const trash = await vault.trash();
      const one = trash[pick % trash.length];
      if (one) await vault.restoreEntry({ id: one.id });
    },
  },
  capture: {
    often: 2,
    act: async (around, machine) => {
      const at = { at: new Date(around.gates.now).toISOString(), zone: "Europe/Lisbon" };
      const writer = new Writer(machine);
      machine.writers.push(writer);
      /** @type {CaptureKept | null} */
      let kept = null;
      const keep = async (/** @type {string} */ text) => {
        kept = await writer.keep({ kept, text, happened: at, written: at });
      };
      const first = `word-${around.saves.length}`;
      await save(around, machine, "capture", {}, keep);
      await save(around, machine, "capture", { on: first }, keep);
    },
  },
  sync: { often: 6, act: (_around, _machine, { vault }) => vault.syncNow() },
  lock: {
    often: 1,
    act: async (_around, machine, tab) => {
      tab.isOpen = false;
      await tab.vault.lock();
      // The page ends its worker with the lock.
      machine.kill(tab);
    },
  },
  open: {
    often: 3,
    act: async (around, machine) => {
      if (machine.tabs.filter(({ isAlive }) => isAlive).length < 3)
        await openTab(around, machine).open();
    },
  },
};

/** @type {{[name: string]: Fault}} */
export const FAULTS = {
  kill: (around, machine, { pick }) => {
    machine.kill(machine.tabs[pick % machine.tabs.length]);
    openAgain(around, machine);
  },
  power: async (around, machine) => {
    await machine.cutPower();
    openAgain(around, machine);
  },
  full: (_around, machine) => {
    machine.isFull = !machine.isFull;
  },
  offline: (_around, machine) => {
    machine.isOnline = !machine.isOnline;
  },
  lose: (_around, machine, { pick }) => {
    machine.losses.push(pick % 2 === 0 ? "answer" : "request");
  },
  down: ({ server }) => {
    server.isDown = !server.isDown;
  },
  backup: ({ server, backups }) => {
    backups.push(server.snapshot());
  },
  restore: ({ server, backups }, _machine, { pick }) => {
    const backup = backups[pick % backups.length];
    if (backup) server.restore(backup, true);
  },
  time: ({ gates }, _machine, { ms }) => gates.later(ms),
};

/** @param {Around} around @param {Machine} machine */
function openAgain(around, machine) {
  if (!machine.tab) openTab(around, machine).open().catch(orCrash(around));
}
