// What is lent to sync of the vault: it reads pages, and links what is queued into signed records (static/js/sync/types.js, `SyncVault`).

import { conflictPayload, saySame } from "../../domain/payloads.js";
import { summarise } from "../../domain/summaries.js";
import { sealDevice } from "../../protocol/devices.js";
import { sealGrant } from "../../protocol/grants.js";
import { buildPayload, itemSize, readPayload, sealItem } from "../../protocol/items.js";
import { generateSecret } from "../../protocol/random.js";
import { sealRing } from "../../protocol/ring.js";
import { SALT } from "../../protocol/seal.js";
import { parseBundle } from "../../wire/bundles.js";
import { b64Decode, b64Encode, concat, h, isEqual, u32be } from "../../wire/encoding.js";
import { ProtocolError } from "../../wire/errors.js";
import { START } from "../../wire/headers.js";
import { conflictItem, conflictRev } from "../../wire/ids.js";
import { BUNDLE } from "../../wire/limits.js";
import {
  buildFrame,
  buildRecord,
  EMPTY,
  grantContent,
  plainContent,
  putContent,
} from "../../wire/records.js";
import { buildRows, ROW, rowOf } from "../../wire/rows.js";
import { factsOf, storedRecord } from "../device/facts.js";
import { ForeignKey, openPage } from "./opening.js";

/** @import { Draft, Fork, Frame, GrantOp, Page, PutOp } from "../../sync/types.js" */
/** @import { Bundle } from "../../wire/bundles.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { TypeMembers } from "../../wire/headers.js" */
/** @import { Content } from "../../wire/records.js" */
/** @import { Place, Row } from "../../wire/rows.js" */
/** @import { ContentRow } from "../device/chunks.js" */
/** @import { StoredRecord } from "../device/facts.js" */
/** @import { Holdings, SentRow } from "../device/holdings.js" */

/**
 * A frame, and what will lie here once the server has it.
 * @typedef {Frame & Pick<SentRow, "stored"|"facts">} LinkedFrame
 */

/** A record of these operations cannot be made. */
class Unlinkable extends Error {
  kind = /** @type {const} */ ("unlinkable");

  /** @param {number[]} ops @param {string} why @param {unknown} [cause] */
  constructor(ops, why, cause) {
    super(why, { cause });
    this.ops = ops;
  }
}

/** Failures that are about this device as it is now, and not about what is to be linked. */
const PASSING = ["storage", "quota", "changed", "locked"];

/**
 * Whatever else goes wrong is the operations' own: they are set aside, and hold up nothing.
 * @template T
 * @param {readonly {n: number}[]} ops
 * @param {Promise<T>} made
 * @returns {Promise<T>}
 */
function forOps(ops, made) {
  return made.catch((error) => {
    if (error instanceof Unlinkable || PASSING.includes(error?.kind)) throw error;
    throw new Unlinkable(
      ops.map(({ n }) => n),
      "a record of this cannot be made",
      error,
    );
  });
}

export class SyncVault {
  #holdings;
  #now;
  #deviceName;
  #onForeignKey;

  /**
   * @param {Holdings} holdings
   * @param {() => number} now milliseconds since 1970
   * @param {string} deviceName
   * @param {(log: string) => Promise<void>} onForeignKey hears of a contact's log in which a key is not theirs, before sync stops
   */
  constructor(holdings, now, deviceName, onForeignKey) {
    this.#holdings = holdings;
    this.#now = now;
    this.#deviceName = deviceName;
    this.#onForeignKey = onForeignKey;
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {Promise<Page>}
   */
  async read(bytes) {
    try {
      return await openPage(this.#holdings, /** @type {Bytes} */ (bytes), this.#now());
    } catch (error) {
      if (error instanceof ForeignKey) await this.#onForeignKey(error.log);
      throw error;
    }
  }

  /**
   * @param {Draft} draft
   * @returns {Promise<LinkedFrame>}
   */
  link(draft) {
    return forOps(draft.ops, this.#link(draft));
  }

  /** @param {Draft} draft @returns {Promise<LinkedFrame>} */
  async #link(draft) {
    const { session } = this.#holdings;
    const { content, more } = await this.#content(draft);
    const record = await buildRecord(
      session.sign,
      session.idPk,
      this.#audience(draft),
      { ...START, seq: draft.seq - 1, hash: b64Decode(draft.prev) },
      /** @type {import("../../wire/headers.js").RecordType} */ (draft.type),
      content,
      more,
    );
    const { log, seq } = draft;
    const prev = /** @type {string} */ (draft.prev);
    const stored = storedRecord(record, content, false);
    const facts = factsOf(record, content, false, () => ({}), this.#now());
    return {
      log,
      seq,
      prev,
      hash: stored.hash,
      bytes: buildFrame(record),
      stored,
      facts,
    };
  }

  /**
   * @param {{op: PutOp, covers: number[], current: string}} lost
   * @returns {Promise<Fork>}
   */
  fork(lost) {
    return forOps([lost.op], this.#fork(lost));
  }

  /** @param {{op: PutOp, covers: number[], current: string}} lost @returns {Promise<Fork>} */
  async #fork({ op, covers, current }) {
    const lost = await this.#payload(op.item, op.rev, op);
    const winner = await this.#payload(op.item, current, op).catch(orNothing);
    if (winner && saySame(lost, winner)) return { op, covers, copy: null, body: { current } };
    const [item, rev] = [conflictItem, conflictRev].map((id) =>
      b64Encode(id(b64Decode(op.item), b64Decode(op.rev))),
    );
    const payload = conflictPayload(lost, op.item, op.rev);
    const json = buildPayload(payload);
    const copy = {
      item: /** @type {string} */ (item),
      rev: /** @type {string} */ (rev),
      size: itemSize(json),
    };
    const content = { item: copy.item, rev: copy.rev, salt: generateSecret(SALT), json };
    return { op, covers, copy, body: { content, line: summarise(payload) } };
  }

  /**
   * @param {string} log
   * @param {number} seq
   * @returns {Promise<Uint8Array | null>}
   */
  async frame(log, seq) {
    /** @type {StoredRecord | undefined} */
    const stored = await this.#holdings.db.get("records", [log, seq]);
    if (!stored) return null;
    const header = new Uint8Array(stored.header);
    const payload = await this.#storedPayload(stored);
    return concat(
      u32be(header.length),
      header,
      new Uint8Array(stored.signature),
      u32be(payload.length),
      payload,
    );
  }

  /** @param {Draft} draft @returns {Bytes} id_pk */
  #audience({ log, ops }) {
    const { session } = this.#holdings;
    if (log === session.own) return session.idPk;
    const peer = session.peerByLog(log);
    if (!peer)
      throw new Unlinkable(
        ops.map(({ n }) => n),
        "nobody of that log is linked",
      );
    return peer.contact.idPk;
  }

  /** @param {Draft} draft @returns {Promise<{content: Content, more: TypeMembers}>} */
  async #content(draft) {
    const { session } = this.#holdings;
    switch (draft.type) {
      case "put":
        return this.#put(/** @type {PutOp[]} */ (draft.ops));
      case "grant":
        return this.#grant(draft.log, /** @type {GrantOp[]} */ (draft.ops));
      case "ring":
        return this.#ring(draft);
      case "device": {
        const at = Math.floor(this.#now() / 1000);
        const sealed = await sealDevice(session.accountKey, session.idPk, this.#deviceName, at);
        return { content: plainContent(sealed), more: {} };
      }
      default:
        return { content: EMPTY, more: this.#members(draft) };
    }
  }

  /** @param {Draft} draft of a record that has no body @returns {TypeMembers} */
  #members({ log, ops }) {
    const { session, meta } = this.#holdings;
    const [first] = ops;
    if (first?.kind === "del") {
      const dels = /** @type {import("../../sync/types.js").DelOp[]} */ (ops);
      return {
        items: dels.map(({ item }) => b64Decode(item)),
        revs: dels.map(({ last }) => b64Decode(last)),
      };
    }
    if (first?.kind === "revoke") {
      return {
        items: ops.flatMap((op) =>
          op.kind === "revoke" ? op.items.map((item) => b64Decode(item)) : [],
        ),
      };
    }
    if (first?.kind !== "ack") return {};
    const head = meta.heads[session.peerByLog(log)?.in ?? ""];
    if (!head || head.seq === 0)
      throw new Unlinkable(
        ops.map(({ n }) => n),
        "nothing to acknowledge",
      );
    return { peerSeq: head.seq, peerHash: b64Decode(head.hash) };
  }

  /** @param {PutOp[]} ops */
  async #put(ops) {
    const { epoch } = this.#holdings.session;
    const rows = await Promise.all(ops.map((op) => forOps([op], this.#sealed(op))));
    return { content: putContent(rows), more: { epoch } };
  }

  /** @param {PutOp} op @returns {Promise<Row>} */
  async #sealed(op) {
    const { session } = this.#holdings;
    const content = await this.#queued(op);
    const [item, rev] = [b64Decode(op.item), b64Decode(op.rev)];
    const cek = await this.#cek({ item, rev }, session.epoch);
    const earlier = { salt: content.salt, size: op.size };
    const body = await sealItem(cek, session.idPk, item, rev, content.json, earlier);
    return rowOf(item, rev, body);
  }

  /** @param {PutOp} op @returns {Promise<ContentRow>} */
  async #queued(op) {
    const line = this.#holdings.outbox.lines.get(op.rev);
    const content = line && (await this.#holdings.content(line.fact));
    if (!content) throw new Unlinkable([op.n], "the words of a revision are not here");
    return content;
  }

  /** @param {string} log @param {GrantOp[]} ops */
  async #grant(log, ops) {
    const { session } = this.#holdings;
    const { kemPk } = await this.#bundle(log, ops);
    const audience = this.#audience(/** @type {Draft} */ ({ log, ops }));
    const granted = await Promise.all(
      ops.flatMap((op) => op.revs.map((rev) => forOps([op], this.#granted(rev.rev, op.n)))),
    );
    const rows = granted.map(({ row }) => row);
    const ceks = await Promise.all(granted.map(({ row, epoch }) => this.#cek(row, epoch)));
    const box = await sealGrant(kemPk, session.idPk, audience, rows, ceks);
    const content = grantContent(
      rows,
      box,
      granted.map(({ place }) => place),
    );
    return { content, more: { kem: h(kemPk) } };
  }

  /** @param {string} log @param {GrantOp[]} ops @returns {Promise<Bundle>} of the contact, whom nothing speaks against */
  async #bundle(log, ops) {
    const { contact } = this.#holdings.session.peerByLog(log) ?? {};
    const isHere = contact?.bundle.length === BUNDLE && contact.state !== "closed";
    const bundle = isHere ? await parseBundle(contact.bundle) : null;
    if (bundle && isEqual(bundle.idPk, /** @type {Bytes} */ (contact?.idPk))) return bundle;
    throw new Unlinkable(
      ops.map(({ n }) => n),
      "nobody of that log is linked",
    );
  }

  /**
   * @param {string} rev own, published
   * @param {number} n of the operation that names it
   * @returns {Promise<{row: Row, place: Place, epoch: number}>}
   */
  async #granted(rev, n) {
    const fact = this.#holdings.ledger.revs.get(rev);
    /** @type {StoredRecord | undefined} */
    const stored = fact && (await this.#holdings.db.get("records", [fact.log, fact.seq]));
    const rows = stored ? rowsOf(stored) : [];
    const at = rows.findIndex((row) => b64Encode(row.rev) === rev);
    const row = rows[at];
    if (!stored || !row) throw new Unlinkable([n], "a revision to be granted is not in the log");
    return { row, place: { seq: stored.seq, row: at }, epoch: stored.epoch };
  }

  /** @param {Pick<Row, "item"|"rev">} row @param {number} epoch @returns {Promise<Bytes>} */
  async #cek({ item, rev }, epoch) {
    const ceks = this.#holdings.session.ceks(epoch);
    if (!ceks) throw new Error("a published revision of an epoch that is not in the ring");
    return ceks.cek(item, rev);
  }

  /** @param {Draft} draft */
  async #ring({ seq, prev }) {
    const { session, meta } = this.#holdings;
    const { generation } = meta;
    const own = { log: session.own, seq: seq - 1, hash: /** @type {string} */ (prev) };
    const others = Object.entries(meta.heads).filter(([log]) => log !== session.own);
    const heads = [own, ...others.map(([log, head]) => ({ ...head, log }))].map(
      ({ log, seq, hash }) => {
        return { log: b64Decode(log), seq, hash: b64Decode(hash) };
      },
    );
    const ring = { ...session.ring, heads: heads.filter(({ seq }) => seq > 0) };
    const sealed = await sealRing(session.accountKey, session.idPk, generation + 1, ring);
    return { content: plainContent(sealed), more: { generation: generation + 1 } };
  }

  /** @param {string} item @param {string} rev @param {PutOp} op */
  async #payload(item, rev, op) {
    const row = await this.#holdings.content({ item, rev });
    if (!row) throw new Unlinkable([op.n], "the words of a revision are not here");
    return readPayload(row.json);
  }

  /** @param {StoredRecord} stored @returns {Promise<Bytes>} the payload as it travelled */
  async #storedPayload(stored) {
    const payload = new Uint8Array(stored.payload);
    if (stored.type === "put") {
      const rows = await Promise.all(rowsOf(stored).map((row) => this.#withBody(row, stored)));
      return concat(u32be(rows.length), buildRows(rows));
    }
    if (stored.type !== "grant") return payload;
    const rows = rowsOf(stored);
    return concat(u32be(rows.length), buildRows(rows), u32be(payload.length), payload);
  }

  /** @param {Row} row @param {StoredRecord} stored @returns {Promise<Row>} with its body where the words are still here */
  async #withBody(row, { epoch }) {
    const { session, ledger } = this.#holdings;
    const rev = b64Encode(row.rev);
    const content = await this.#holdings.content({ item: b64Encode(row.item), rev });
    const ceks = session.ceks(epoch);
    if (!content || !ceks) return row;
    const cek = await ceks.cek(row.item, row.rev);
    const earlier = { salt: content.salt, size: ledger.revs.get(rev)?.size };
    const body = await sealItem(cek, session.idPk, row.item, row.rev, content.json, earlier);
    const again = await rowOf(row.item, row.rev, body);
    return b64Encode(again.digest) === b64Encode(row.digest) ? again : row;
  }
}

/** @param {unknown} error @returns {null} for a revision that is not here, or cannot be read */
function orNothing(error) {
  if (error instanceof Unlinkable || error instanceof ProtocolError) return null;
  throw error;
}

/** @param {StoredRecord} stored @returns {Row[]} without bodies */
export function rowsOf({ rows }) {
  const bytes = new Uint8Array(rows);
  return Array.from({ length: bytes.length / ROW }, (_, i) => {
    const row = bytes.subarray(i * ROW, (i + 1) * ROW);
    return { item: row.slice(0, 16), rev: row.slice(16, 32), digest: row.slice(32), body: null };
  });
}
