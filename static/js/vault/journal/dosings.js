// One's own dosing sessions. Whoever may see them is granted every new revision with it.

import { plain } from "../../domain/foreign.js";
import { detailsOf, dosingPayload, textOf } from "../../domain/payloads.js";
import { msOf } from "../../domain/phases.js";
import { readPayload } from "../../protocol/items.js";
import { isDosing } from "../device/books.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { nextDocument } from "./documents.js";
import { putOp, revisionOf } from "./entries.js";

/** @import { Dosing, DosingDetails, DosingWhole, Route } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { ShownDosing } from "../device/books.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { NewOp, Revision } from "../device/outbox-change.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** @typedef {{id?: string, rev?: string, happened: Instant, route: Route, number?: number, state?: Dosing["state"], note?: string, course?: string|null, setting?: string,
 *   support?: string}} DosingSaid */
/** @typedef {DosingSaid & {details?: DosingDetails}} DosingInput */

export class Dosings {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{id: string}} input @returns {Promise<DosingWhole>} */
  async open({ id }) {
    const { holdings, library } = this.#unlocked;
    const shown = holdings.shown(id);
    if (!shown || !isDosing(shown)) throw new VaultError("not-found");
    const payload = plain(await this.#before(shown));
    const own = shown.foreign ? null : this.#details(id);
    const details = own && plain(await this.#before(own));
    return {
      ...library.dosing(shown),
      setting: textOf(payload?.setting),
      support: textOf(payload?.support),
      details: details ? detailsOf(details) : null,
    };
  }

  /** @param {DosingInput} input @returns {Promise<Dosing>} another one where `rev` is not what stands any more: both do then */
  async save({ details, rev: seen, ...input }) {
    const { session, library } = this.#unlocked;
    const found = input.id === undefined ? null : this.#shown(input.id);
    const shown = seen && found?.fact.rev !== seen ? null : found;
    const before = shown && (await this.#before(shown));
    const prev = shown?.fact.rev ?? null;
    const id = shown?.id ?? newId();
    const said = { ...this.#defaults(input), ...shown?.line, ...given(input) };
    const payload = dosingPayload(
      { ...said, course: said.course ?? null },
      { before, prev, now: this.#unlocked.now() },
    );
    const revision = revisionOf(session.own, id, payload);
    const { rev } = revision.content;
    const beside = details && (await this.#nextDetails(id, details));
    await this.#unlocked.save({
      ops: [putOp(revision, prev), ...this.#grants(id, rev), ...(beside?.ops ?? [])],
      revisions: [revision, ...(beside?.revisions ?? [])],
    });
    return library.dosing(this.#shown(id));
  }

  /** @param {{id: string}} input */
  async delete({ id }) {
    const shown = this.#shown(id);
    const { session } = this.#unlocked;
    const revokes = this.#readers().map(
      (log) => /** @type {NewOp} */ ({ kind: "revoke", log, items: [id] }),
    );
    const gone = [shown, this.#details(id)].filter((one) => one !== undefined);
    const dels = gone.map(
      ({ id: item, fact }) =>
        /** @type {NewOp} */ ({ kind: "del", log: session.own, item, last: fact.rev ?? "" }),
    );
    await this.#unlocked.save({ ops: [...revokes, ...dels] });
  }

  /** @param {string} dosing @returns {Shown | undefined} the document of what is not shown to others */
  #details(dosing) {
    const all = this.#unlocked.library.documents("details");
    return all.find(({ line }) => line.dosing === dosing);
  }

  /** @param {string} dosing @param {DosingDetails} details  with nothing in them no document is begun */
  async #nextDetails(dosing, details) {
    const shown = this.#details(dosing);
    const isEmpty = details.amount === "" && !details.vitals.length && !details.effects.length;
    if (isEmpty && !shown) return null;
    return nextDocument(this.#unlocked, "details", { dosing, ...details }, shown);
  }

  /** @param {string} id @returns {ShownDosing} */
  #shown(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || shown.foreign || !isDosing(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {Shown} shown */
  async #before(shown) {
    const row = await this.#unlocked.holdings.content(shown.fact);
    return row && readPayload(row.json);
  }

  /** @param {DosingSaid} input */
  #defaults({ happened, route, course = null }) {
    const counted = this.#unlocked.library
      .dosings()
      .filter((dosing) => dosing.state !== "cancelled" && dosing.course === course);
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

/** @param {DosingSaid} input @returns {Partial<DosingSaid>} without what was not given */
function given({ id: _id, rev: _rev, ...input }) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
