// Under which terms an entry is shown to whom: private `share` documents, and the excerpts in which chosen parts go.

import {
  excerptPayload,
  guardedUntil,
  guardHours,
  showSame,
  termsOf,
} from "../../domain/sharing.js";
import { readPayload } from "../../protocol/items.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { nextDocument } from "./documents.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";
import { settingsOf } from "./settings.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { Payload } from "../../domain/payloads.js" */
/** @import { ShareEvent, Terms } from "../../domain/sharing.js" */
/** @import { ShownTerms } from "../device/books.js" */
/** @import { Fact } from "../device/chunks.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { NewOp, Revision } from "../device/outbox-change.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** What is saved together. @typedef {{ops: NewOp[], revisions: Revision[]}} Act */

/** @type {Readonly<Omit<Terms, "person"|"item">>} before anything was shared */
const NEW_TERMS = {
  rev: null,
  excerpt: null,
  parts: "whole",
  reason: "",
  until: null,
  waits: null,
  events: [],
};

/** @param {Unlocked} unlocked @param {Pick<Fact, "item"|"rev">} fact @returns {Promise<Payload>} */
async function payloadOf({ holdings }, fact) {
  const row = await holdings.content(fact);
  if (!row) throw new VaultError("not-found");
  return readPayload(row.json);
}

/**
 * @param {Unlocked} unlocked
 * @param {string} item an own entry
 * @param {string} author b64 id_pk of the other
 * @returns {Promise<Terms>} as they were said last; blank ones where there are none
 */
export async function readTerms(unlocked, item, author) {
  const shown = unlocked.library.terms(item).get(author);
  const terms = shown && termsOf(await payloadOf(unlocked, shown.fact));
  return terms ?? { ...NEW_TERMS, person: author, item };
}

/**
 * @param {Unlocked} unlocked
 * @param {Terms} terms as they become
 * @param {ShareEvent} [what] has happened with that; absent: nothing that one would note
 * @returns {Promise<Act>} keeps them
 */
export async function keepTerms(unlocked, terms, what) {
  const shown = unlocked.library.terms(terms.item).get(terms.person);
  const events = what ? [...terms.events, { what, at: unlocked.now() }] : terms.events;
  return nextDocument(unlocked, "share", { ...terms, events }, shown);
}

/**
 * @param {Unlocked} unlocked
 * @param {Shown} entry own
 * @param {readonly string[]} parts that were chosen
 * @param {string|null} id of the excerpt that this person has been shown
 * @returns {Promise<Act & {item: string, rev: string}>} an excerpt with these parts and no other
 * @throws {VaultError} `not-found` where the entry has none of them
 */
export async function makeExcerpt(unlocked, entry, parts, id) {
  const { session, holdings } = unlocked;
  const old = id === null ? null : holdings.shown(id);
  const prev = old?.fact.rev ?? null;
  const written = { parent: parentOfShown(unlocked, entry), prev, now: unlocked.now() };
  const payload = excerptPayload(await payloadOf(unlocked, entry.fact), parts, written);
  if (!payload) throw new VaultError("not-found");
  const revision = revisionOf(session.own, old?.id ?? newId(), payload);
  const { item, rev } = revision.content;
  return { ops: [putOp(revision, prev)], revisions: [revision], item, rev };
}

/**
 * The next-day guard.
 * @param {Unlocked} unlocked
 * @param {{happened: Instant, written: Instant}} entry
 * @returns {Promise<Instant|null>} until when it waits
 */
export async function heldBackUntil(unlocked, entry) {
  const hours = guardHours(await settingsOf(unlocked));
  const at = guardedUntil(entry, unlocked.library.dosings(), hours, unlocked.lent.now());
  return at === null ? null : { at, zone: unlocked.lent.zone() };
}

/** @param {Unlocked} unlocked @param {string} entry own @param {Peer} peer @returns {string[]} the entry and excerpts of it, as far as they are shown to them */
export function shownItems({ library }, entry, { out }) {
  const items = [entry, ...library.excerpts(entry).map(({ id }) => id)];
  return items.filter((item) => library.isGranted(item, out));
}

/** @param {Unlocked} unlocked @param {Peer} peer @returns {string[]} own entries that are shared with them, whole or in parts, or held back */
export function runningWith(unlocked, peer) {
  const { library, session } = unlocked;
  const ids = library.shelf(session.own).entries.map(({ id }) => id);
  return ids.filter(
    (id) =>
      shownItems(unlocked, id, peer).length > 0 ||
      library.terms(id).get(peer.author)?.line.share.waits,
  );
}

/** @param {string} log @param {readonly string[]} items @returns {NewOp[]} */
export function revokes(log, items) {
  return items.map((item) => ({ kind: "revoke", log, items: [item] }));
}

/**
 * @param {Unlocked} unlocked
 * @param {string} entry own
 * @param {Peer} peer
 * @returns {Promise<Act>} ends it, whole or in parts, and what is held back with it
 */
export async function endShare(unlocked, entry, peer) {
  const items = shownItems(unlocked, entry, peer);
  const terms = await readTerms(unlocked, entry, peer.author);
  // A grant that was set aside is in no list: its revocation takes it back as well.
  const gone = items.length > 0 || terms.waits ? items : [entry];
  const what = terms.waits && items.length === 0 ? "asked" : "ended";
  const kept = await keepTerms(unlocked, { ...terms, waits: null, until: null }, what);
  return { ops: [...revokes(peer.out, gone), ...kept.ops], revisions: kept.revisions };
}

/** @param {Unlocked} unlocked @param {string} entry own, about to be deleted @returns {Promise<Act>} ends all its sharing, and deletes what was made for it */
export async function endAllShares(unlocked, entry) {
  const { library, session } = unlocked;
  const isWith = (/** @type {Peer} */ peer) =>
    shownItems(unlocked, entry, peer).length > 0 ||
    library.terms(entry).get(peer.author)?.line.share.waits;
  const ended = await Promise.all(
    session
      .peers()
      .filter(isWith)
      .map((peer) => endShare(unlocked, entry, peer)),
  );
  const dels = library.excerpts(entry).map(({ id, fact }) => {
    const last = fact.rev ?? "";
    return /** @type {NewOp} */ ({ kind: "del", log: session.own, item: id, last });
  });
  return {
    ops: [...ended.flatMap(({ ops }) => ops), ...dels],
    revisions: ended.flatMap(({ revisions }) => revisions),
  };
}

/**
 * An entry that was changed in other parts only is no older version to those who are shown these.
 * @param {Unlocked} unlocked
 * @param {ShownTerms} terms
 * @returns {Promise<Act|null>} notes that they are shown it as it stands; null: nothing to be noted
 */
export async function settleParts(unlocked, { line: { share } }) {
  const { library, holdings } = unlocked;
  const entry = holdings.shown(share.item);
  const excerpt = library.excerpts(share.item).find(({ id }) => id === share.excerpt);
  const rev = entry?.fact.rev ?? null;
  if (!entry || !excerpt || share.parts === "whole" || share.rev === rev) return null;
  if (library.shares(excerpt.id).length === 0) return null;
  const written = { parent: excerpt.line.parent, prev: null, now: unlocked.now() };
  const now = excerptPayload(await payloadOf(unlocked, entry.fact), share.parts, written);
  if (!now || !showSame(now, await payloadOf(unlocked, excerpt.fact))) return null;
  return keepTerms(unlocked, { ...(await readTerms(unlocked, share.item, share.person)), rev });
}
