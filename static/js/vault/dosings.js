// One's own dosing sessions. Whoever may see them is granted every new revision with it.

import { dosingPayload } from "../model/payloads.js";
import { msOf } from "../model/phases.js";
import { readPayload } from "../protocol/items.js";
import { newId } from "./contents.js";
import { putOp, revisionOf } from "./entries.js";
import { isDosing } from "./library.js";
import { VaultError } from "./vault-error.js";

/** @import { Dosing, Instant, Route } from "./types.js" */
/** @import { ShownDosing } from "./library.js" */
/** @import { NewOp } from "./outbox-change.js" */
/** @import { Unlocked } from "./unlocked.js" */

/** @typedef {{id?: string, happened: Instant, route: Route, number?: number, state?: Dosing["state"], note?: string}} DosingInput */

export class Dosings {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {DosingInput} input @returns {Promise<Dosing>} */
  async save(input) {
    const { session, library } = this.#unlocked;
    const shown = input.id === undefined ? null : this.#shown(input.id);
    const before = shown && (await this.#before(shown));
    const prev = shown?.fact.rev ?? null;
    const id = shown?.id ?? newId();
    const said = { ...this.#defaults(input), ...shown?.line, ...given(input) };
    const payload = dosingPayload(said, { before, prev, now: this.#unlocked.now() });
    const revision = revisionOf(session.own, id, payload);
    const { rev } = revision.content;
    const ops = [putOp(revision, prev), ...this.#grants(id, rev)];
    await this.#unlocked.save({ ops, revisions: [revision] });
    return library.dosing(this.#shown(id));
  }

  /** @param {{id: string}} input */
  async delete({ id }) {
    const shown = this.#shown(id);
    const { session } = this.#unlocked;
    const revokes = this.#readers().map(
      (log) => /** @type {NewOp} */ ({ kind: "revoke", log, items: [id] }),
    );
    await this.#unlocked.save({
      ops: [...revokes, { kind: "del", log: session.own, item: id, last: shown.fact.rev ?? "" }],
    });
  }

  /** @param {string} id @returns {ShownDosing} */
  #shown(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || shown.foreign || !isDosing(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {ShownDosing} shown */
  async #before(shown) {
    const row = await this.#unlocked.holdings.content(shown.fact);
    return row && readPayload(row.json);
  }

  /** @param {DosingInput} input */
  #defaults({ happened, route }) {
    const counted = this.#unlocked.library.dosings().filter(({ state }) => state !== "cancelled");
    const number = counted.filter((dosing) => msOf(dosing.happened) <= msOf(happened)).length + 1;
    const isAhead = msOf(happened) > this.#unlocked.lent.now();
    return {
      happened,
      route,
      number,
      state: /** @type {Dosing["state"]} */ (isAhead ? "planned" : "done"),
      note: "",
    };
  }

  /** @returns {string[]} pair logs of those who may see dosing sessions */
  #readers() {
    const { session } = this.#unlocked;
    return session
      .peers()
      .filter(({ contact }) => contact.dosing && contact.state === "linked")
      .map(({ out }) => out);
  }

  /** @param {string} item @param {string} rev @returns {NewOp[]} */
  #grants(item, rev) {
    return this.#readers().map((log) => ({ kind: "grant", log, revs: [{ item, rev }] }));
  }
}

/** @param {DosingInput} input @returns {Partial<DosingInput>} without what was not given */
function given({ id: _id, ...input }) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
