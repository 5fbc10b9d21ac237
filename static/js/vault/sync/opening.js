// A page of the feed, verified and opened: what sync is shown of it, and what storage files of it.

import { openGrant } from "../../protocol/grants.js";
import { openItem } from "../../protocol/items.js";
import { mergeRings, openRing } from "../../protocol/ring.js";
import { SALT } from "../../protocol/seal.js";
import { toBuffer } from "../../store/database.js";
import { checkKemKey } from "../../wire/bundles.js";
import { b64Encode, h, isEqual } from "../../wire/encoding.js";
import { Malformed, ProtocolError, Tampered, Unsupported } from "../../wire/errors.js";
import { parsePage } from "../../wire/feed.js";
import { buildFrame, recordHash, verifyRecord } from "../../wire/records.js";
import { verify } from "../../wire/signatures.js";
import { wordsOf } from "../device/contents.js";
import { directionOf, factsOf, storedRecord } from "../device/facts.js";
import { isMissing } from "../device/holdings.js";

/** @import { Ring } from "../../protocol/ring.js" */
/** @import { Page, RecordView } from "../../sync/types.js" */
/** @import { Bundle } from "../../wire/bundles.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Content, SealedRecord } from "../../wire/records.js" */
/** @import { Row } from "../../wire/rows.js" */
/** @import { ContentRow, Fact } from "../device/chunks.js" */
/** @import { StoredRecord, Words } from "../device/facts.js" */
/** @import { Holdings } from "../device/holdings.js" */
/** @import { Session } from "../device/session.js" */

/**
 * A record of the feed with all that storage needs of it.
 * @typedef {RecordView & {stored: StoredRecord, facts: Fact[], contents: ContentRow[], ring: Ring|null, generation: number, bundle: Bundle|null,
 *   peerSeq: number, peerHash: string, frame: ArrayBuffer|null}} OpenedRecord
 */

/** One row, opened; `content` is null where the words did not come or do not open. @typedef {{words: Words, content: ContentRow|null}} OpenedRow */

/** Opens one body: null stands for a key that is not here. @typedef {(row: Row, index: number) => Promise<Bytes>} OpenBody */

/** A contact has signed somebody else's key as theirs: somebody may stand between. */
export class ForeignKey extends Tampered {
  /** @param {string} log b64 id of their log */
  constructor(log) {
    super("a key that is not the contact's");
    this.log = log;
  }
}

/**
 * @param {Holdings} holdings
 * @param {Bytes} bytes
 * @param {number} now milliseconds since 1970
 * @returns {Promise<Page>}
 * @throws {ProtocolError} `tampered` (ForeignKey where it is about a contact's key) or `unsupported`: sync stops; `malformed`: a broken answer
 */
export async function openPage(holdings, bytes, now) {
  const page = parsePage(bytes);
  const places = page.records.map(({ header }) => [b64Encode(header.log), header.seq]);
  const stored = await holdings.db.getMany(places.map((key) => ({ store: "records", key })));
  const isHere = page.records.map((record, i) => stored[i]?.hash === b64Encode(recordHash(record)));
  const session = await withRings(
    holdings.session,
    page.records.filter((_, i) => !isHere[i]),
  );
  const isLate = lateRecords(holdings, session, page.records);
  const gaps = placesOfGaps(holdings);
  const records = await Promise.all(
    page.records.map((record, i) => {
      if (!isHere[i]) return openRecord(holdings, record, now, session, isLate[i]);
      const fills = !isLate[i] && gaps.has(`${stored[i].log}:${stored[i].seq}`);
      // What this device has published comes back in the feed: it is not opened again.
      if (!fills) return knownRecord(session, stored[i], record);
      return openRecord(holdings, record, now, session).then((one) => ({ ...one, fills }));
    }),
  );
  return { epoch: b64Encode(page.epoch), next: page.next, more: page.more, records };
}

/**
 * People whom another device has linked may speak in the same page: the rings of the page are read first.
 * @param {Session} session
 * @param {readonly SealedRecord[]} records
 * @returns {Promise<Session>}
 */
async function withRings(session, records) {
  let ring = session.ring;
  for (const record of records) {
    const isOwn =
      record.header.type === "ring" && directionOf(record, session.author) === "private";
    if (isOwn) ring = mergeRings(ring, await openOwnRing(session, record));
  }
  return ring === session.ring ? session : session.withRing(ring);
}

/**
 * What comes after one's own close is dropped: it stands in the chain, and says nothing. Only a patient's close still takes their words back, and what
 * a therapist has written to a patient stays with them.
 * @param {Holdings} holdings
 * @param {Session} session
 * @param {readonly SealedRecord[]} records of one page
 * @returns {boolean[]} for each
 */
function lateRecords({ ledger, outbox }, session, records) {
  const isEnding = (/** @type {string} */ log) =>
    ledger.log(log).closed || outbox.ops.some((op) => op.kind === "close" && op.log === log);
  const ended = new Set(session.peers().flatMap((peer) => (isEnding(peer.out) ? [peer.in] : [])));
  return records.map((record) => {
    const { log, type } = record.header;
    const peer = session.peerByLog(b64Encode(log));
    if (!peer) return false;
    const isIn = directionOf(record, session.author) === "in";
    if (!isIn && type === "close") ended.add(peer.in);
    const takesBack = type === "close" && peer.contact.role === "patient";
    return isIn && ended.has(peer.in) && !takesBack;
  });
}

/** @param {Holdings} holdings @returns {Set<string>} places of records of which words are missing here */
function placesOfGaps({ ledger }) {
  return new Set(
    ledger
      .facts()
      .filter(isMissing)
      .map(({ log, seq }) => `${log}:${seq}`),
  );
}

/** What is filed of a record that is here already. */
const NOTHING = {
  facts: [],
  contents: [],
  ring: null,
  generation: 0,
  bundle: null,
  peerSeq: 0,
  peerHash: "",
  frame: null,
};

/** @param {Session} session @param {StoredRecord} stored @param {SealedRecord} record @returns {OpenedRecord} */
function knownRecord(session, stored, record) {
  const { log, seq, prev, hash, type } = stored;
  const own = directionOf(record, session.author) !== "in";
  return { log, seq, prev, hash, type, own, back: null, stored, ...NOTHING };
}

/**
 * @param {Holdings} holdings
 * @param {SealedRecord} record
 * @param {number} now milliseconds since 1970
 * @param {Session} [session] with a newer ring, if there is one
 * @param {boolean} [isLate] it comes after the end of the link: nothing of it is filed
 * @returns {Promise<OpenedRecord>}
 */
export async function openRecord(
  holdings,
  record,
  now,
  session = holdings.session,
  isLate = false,
) {
  const { ledger } = holdings;
  const { header } = record;
  const direction = directionOf(record, session.author);
  if (!direction) throw new Tampered("a record that is not for this account");
  // The chain is followed by the engine; what the head says here fits whatever the record says.
  const head = {
    seq: header.seq - 1,
    hash: header.prev,
    generation: header.generation - 1,
    epoch: 0,
    closed: false,
  };
  const isForeign = direction === "in";
  const { content, bundle } = await verifyRecord(record, head).catch(async (error) => {
    const isTheirs = isForeign && error instanceof Tampered && (await isForeignKey(record));
    throw isTheirs ? new ForeignKey(b64Encode(header.log)) : error;
  });
  const unusable = bundle && faultOf(() => checkKemKey(bundle.kemPk));
  const opened = isLate ? [] : await openRows(session, record, content, isForeign);
  const bad = unusable ?? opened.find(({ words }) => words.bad)?.words.bad;
  const stored = storedRecord(record, content, isForeign);
  const peer = isForeign ? session.peerByLog(stored.log) : undefined;
  const out = peer && ledger.log(peer.out);
  return {
    log: stored.log,
    seq: stored.seq,
    prev: stored.prev,
    hash: stored.hash,
    type: stored.type,
    own: !isForeign,
    back: peer && out?.opened && !out.closed ? peer.out : null,
    ...(bad && { unreadable: bad }),
    stored,
    facts: isLate ? [] : factsOf(record, content, isForeign, (i) => opened[i]?.words ?? {}, now),
    contents: opened.flatMap((row) => (row.content ? [row.content] : [])),
    ring: header.type === "ring" ? await openOwnRing(session, record) : null,
    generation: header.generation,
    bundle: isLate || unusable ? null : bundle,
    peerSeq: header.peerSeq,
    peerHash: b64Encode(header.peerHash),
    frame: bad ? toBuffer(buildFrame(record)) : null,
  };
}

/**
 * What a server makes up in somebody's name is its own lie, and nothing that this person can be held to.
 * @param {SealedRecord} record of a contact's that does not hold
 * @returns {Promise<boolean>} whether they have signed it, as a key
 */
async function isForeignKey({ header, signature, payload }) {
  if (header.type !== "key" || !isEqual(h(payload), header.body)) return false;
  return verify(header.author, signature, "record", header.data).then(
    () => true,
    () => false,
  );
}

/** @param {() => unknown} check @returns {ProtocolError["kind"] | null} */
function faultOf(check) {
  try {
    check();
    return null;
  } catch (error) {
    return failure(error).kind;
  }
}

/** @param {Session} session @param {SealedRecord} record @returns {Promise<Ring>} */
async function openOwnRing({ accountKey, idPk }, { header, payload }) {
  const opening = openRing(accountKey, idPk, header.generation, payload);
  // This account signed it, so it is no broken answer: whatever is wrong with it, sync must stop.
  return opening.catch((error) => {
    throw failure(error) instanceof Unsupported ? error : new Tampered("a ring that does not open");
  });
}

/** @param {Session} session @param {SealedRecord} record @param {Content} content @param {boolean} isForeign @returns {Promise<OpenedRow[]>} */
async function openRows(session, { header }, content, isForeign) {
  if (header.type === "put")
    return Promise.all(content.rows.map(openerOf(ownBody(session, header.epoch))));
  if (header.type !== "grant" || !isForeign) return [];
  const open = await grantedBody(session, header, content);
  return Promise.all(content.rows.map(openerOf(open)));
}

/** @param {Session} session @param {number} epoch @returns {OpenBody} */
function ownBody(session, epoch) {
  const ceks = session.ceks(epoch);
  return async ({ item, rev, body }) => {
    if (!ceks) throw new Tampered("sealed under an epoch that is not in the ring");
    return openItem(
      await ceks.cek(item, rev),
      session.idPk,
      item,
      rev,
      /** @type {Bytes} */ (body),
    );
  };
}

/** @param {Session} session @param {SealedRecord["header"]} header @param {Content} content @returns {Promise<OpenBody>} */
async function grantedBody(session, { author, log, kem }, { rows, box }) {
  if (!session.peerByLog(b64Encode(log))) return async () => stranger();
  // Nothing can be read: there is no reason to open the box, which costs more than all else.
  if (rows.every(({ body }) => body === null)) return async () => stranger();
  const ceks = await openGrant(await session.kems(), author, session.idPk, kem, rows, box).catch(
    failure,
  );
  return async ({ item, rev, body }, i) => {
    if (ceks instanceof ProtocolError) throw ceks;
    return openItem(/** @type {Bytes} */ (ceks[i]), author, item, rev, /** @type {Bytes} */ (body));
  };
}

/** @returns {never} */
function stranger() {
  throw new Tampered("granted by somebody who is not linked");
}

/** @param {unknown} error @returns {ProtocolError} whatever an engine or a library calls it: what came from elsewhere does not open */
function failure(error) {
  return error instanceof ProtocolError ? error : new Malformed("cannot be read here");
}

/** @param {OpenBody} open @returns {(row: Row, index: number) => Promise<OpenedRow>} */
function openerOf(open) {
  return async (row, index) => {
    if (row.body === null) return { words: {}, content: null };
    try {
      const json = await open(row, index);
      const content = {
        item: b64Encode(row.item),
        rev: b64Encode(row.rev),
        salt: row.body.slice(0, SALT),
        json,
      };
      return { words: wordsOf(json, row.body.length), content };
    } catch (error) {
      return { words: { bad: failure(error).kind }, content: null };
    }
  };
}
