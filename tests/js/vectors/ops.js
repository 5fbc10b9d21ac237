// What each `op` of a vector does, in JavaScript. Twin of tests/vectors/ops.py.
//
// A case is `{"name", "op", "input", "output"}`, a failing one has `"kind"` instead of `"output"`. Bytes are b64 text everywhere.
// A case holds when the op, given `input`, answers exactly `output`, or fails with exactly that kind.

import { captureItem, openCapture } from "../../../static/js/protocol/captures.js";
import {
  kitSecret,
  loginSignature,
  openAccountKey,
  parsePasswordParameters,
  passkeyId,
  passkeyInput,
  passwordSecret,
  pepper,
  proofSignature,
} from "../../../static/js/protocol/credentials.js";
import { openDevice, openLabel } from "../../../static/js/protocol/devices.js";
import { draftItem } from "../../../static/js/protocol/drafts.js";
import { openGrant } from "../../../static/js/protocol/grants.js";
import {
  buildLink,
  inviteId,
  openAnswer,
  openOffer,
  parseLink,
} from "../../../static/js/protocol/invites.js";
import {
  buildPayload,
  CekSource,
  openItem,
  readPayload,
  sealItem,
} from "../../../static/js/protocol/items.js";
import { kdf } from "../../../static/js/protocol/kdf.js";
import { Identity, KemKey } from "../../../static/js/protocol/keys.js";
import { kitToText, textToKit } from "../../../static/js/protocol/kit.js";
import { pad, paddedLength, padme, unpad } from "../../../static/js/protocol/padding.js";
import { normalisePassphrase } from "../../../static/js/protocol/passphrase.js";
import {
  mergeRings,
  openRing,
  rebaseRing,
  ringFromJson,
  ringToJson,
} from "../../../static/js/protocol/ring.js";
import { safetyNumber } from "../../../static/js/protocol/safety-number.js";
import { openSealed, seal, sealedLength } from "../../../static/js/protocol/seal.js";
import { buildBundle, parseBundle } from "../../../static/js/wire/bundles.js";
import {
  b64Decode as d,
  b64Encode as e,
  h,
  lbl,
  pae,
  utf8,
  utf8Text,
} from "../../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { normaliseHandle } from "../../../static/js/wire/handles.js";
import {
  accountId,
  conflictItem,
  conflictRev,
  erasedMark,
  logId,
} from "../../../static/js/wire/ids.js";
import { buildJson, parseJson, parsePayload } from "../../../static/js/wire/json.js";
import {
  buildFrame,
  buildRecord,
  EMPTY,
  grantContent,
  parseFrames,
  plainContent,
  putContent,
  recordHash,
  verifyRecord,
} from "../../../static/js/wire/records.js";
import { rowOf } from "../../../static/js/wire/rows.js";
import { checkPublicKey, verify } from "../../../static/js/wire/signatures.js";

/** @typedef {{[name: string]: any}} Value */
/** @typedef {{name: string, op: string, input: Value, output?: Value, kind?: string}} Case */

/**
 * @param {{op: string, input: Value}} one
 * @returns {Promise<Value>} output of the case's op for its input
 */
export async function run({ op, input }) {
  const does = OPS[op];
  if (!does) throw new Error(`no op is called ${op}`);
  return does(input);
}

/** @param {import("../../../static/js/wire/headers.js").Head} head @returns {Value} */
export function headToJson(head) {
  return { ...head, hash: e(head.hash) };
}

/** @param {Value} value @returns {import("../../../static/js/wire/headers.js").Head} */
function jsonToHead(value) {
  return /** @type {any} */ ({ ...value, hash: d(value.hash) });
}

/** @param {import("../../../static/js/wire/rows.js").Row} row @returns {Value} */
export function rowToJson(row) {
  return {
    item: e(row.item),
    rev: e(row.rev),
    digest: e(row.digest),
    body: row.body && e(row.body),
  };
}

/** @param {Value} value @returns {Promise<import("../../../static/js/wire/rows.js").Row>} */
async function jsonToRow(value) {
  if (value.body != null) return rowOf(d(value.item), d(value.rev), d(value.body));
  return { item: d(value.item), rev: d(value.rev), digest: d(value.digest), body: null };
}

/** @param {Value} i @returns {Promise<import("../../../static/js/wire/rows.js").Row[]>} */
function rowsOf(i) {
  return Promise.all(i.rows.map(jsonToRow));
}

/** @param {Value} i @returns {Promise<import("../../../static/js/wire/records.js").Content>} */
async function content(i) {
  if ("box" in i) {
    const places = i.places?.map((/** @type {number[]} */ [seq, row]) => ({ seq, row }));
    return grantContent(await rowsOf(i), d(i.box), places);
  }
  if ("rows" in i) return putContent(await rowsOf(i));
  return "data" in i ? plainContent(d(i.data)) : EMPTY;
}

/** @param {string} type @param {Value} members @returns {import("../../../static/js/wire/headers.js").TypeMembers} */
function typeMembers(type, members) {
  const { generation, epoch, kem, items, peer_seq: peerSeq, peer_hash: peerHash } = members;
  if (type === "del") {
    const [of, last] = [0, 1].map((k) => items.map((/** @type {string[]} */ pair) => d(pair[k])));
    return { items: of, revs: last };
  }
  if (type === "revoke") return { items: items.map((/** @type {string} */ item) => d(item)) };
  if (type === "grant") return { kem: d(kem) };
  if (type === "ack") return { peerSeq, peerHash: d(peerHash) };
  return { generation, epoch };
}

/** @param {Value} i */
async function buildRecordOp(i) {
  const identity = await Identity.fromSeed(d(i.sign));
  const what = await content(i);
  const record = await buildRecord(
    (name, ...parts) => identity.sign(name, ...parts),
    identity.public,
    i.audience ? d(i.audience) : identity.public,
    jsonToHead(i.head),
    i.type,
    what,
    typeMembers(i.type, i.members),
  );
  return {
    header: utf8Text(record.header.data),
    signature: e(record.signature),
    canonical: e(what.canonical),
    hash: e(recordHash(record)),
    frame: e(buildFrame(record)),
  };
}

/** @param {Value} i */
async function verifyRecordOp(i) {
  const records = parseFrames(d(i.frame));
  if (records.length !== 1 || !records[0]) throw new Error("a case has one frame");
  const places = new Map();
  for (const [at, row] of i.places ?? []) places.set(`${at}`, await jsonToRow(row));
  const resolve = (/** @type {number} */ seq, /** @type {number} */ row) =>
    places.get(`${seq},${row}`);
  const verified = await verifyRecord(records[0], jsonToHead(i.head), i.places && resolve);
  return {
    type: records[0].header.type,
    head: headToJson(verified.head),
    rows: verified.content.rows.map(rowToJson),
    box: e(verified.content.box),
  };
}

/** @param {Value} i */
async function keys(i) {
  const [identity, kem] = await Promise.all([
    Identity.fromSeed(d(i.sign)),
    KemKey.fromSeed(d(i.kem)),
  ]);
  const sign = identity.sign.bind(identity);
  return {
    id_pk: e(identity.public),
    account: e(accountId(identity.public)),
    kem_pk: e(kem.public),
    kem_digest: e(kem.digest),
    bundle: e(await buildBundle(sign, identity.public, i.epoch, kem.public)),
  };
}

/** @param {Value} i */
async function stretch(i) {
  const salt = d(i.salt);
  const k = await pepper(d(i.kit));
  const x = await passwordSecret(i.passphrase, k, salt, i.handle);
  const s = h(lbl("salt", salt, utf8(i.handle))).slice(0, 16);
  return { p: e(normalisePassphrase(i.passphrase)), k: e(k), s: e(s), x: e(x) };
}

/** @param {Value} i */
async function login(i) {
  const seed = await kdf(d(i.x), "login", d(i.id));
  const signature = await loginSignature(d(i.x), d(i.id), i.origin, d(i.challenge));
  const { public: verifier } = await Identity.fromSeed(seed);
  return { seed: e(seed), verifier: e(verifier), signature: e(signature) };
}

/** @param {Value} i */
async function prove({ x, id, origin, challenge, act, request }) {
  const signature = await proofSignature(d(x), d(id), origin, d(challenge), act, d(request));
  return { signature: e(signature) };
}

/** @param {Value} i */
async function sealItemOp(i) {
  const [author, item, rev] = [d(i.author), d(i.item), d(i.rev)];
  const cek = await new CekSource(d(i.journal)).cek(item, rev);
  const sealed = await sealItem(cek, author, item, rev, buildPayload(i.payload), {
    salt: d(i.salt),
  });
  return { cek: e(cek), context: e(lbl("item", author, item, rev)), sealed: e(sealed) };
}

/** @param {Value} i */
async function openItemOp(i) {
  const [item, rev] = [d(i.item), d(i.rev)];
  const cek = await new CekSource(d(i.journal)).cek(item, rev);
  return { payload: readPayload(await openItem(cek, d(i.author), item, rev, d(i.sealed))) };
}

/** @param {Value} i */
async function openLabelOp(i) {
  const name = await openLabel(d(i.account_key), d(i.id_pk), d(i.session), d(i.sealed));
  return { name };
}

/** @param {Value} i */
async function openGrantOp(i) {
  const kems = await Promise.all(
    i.seeds.map((/** @type {string} */ seed) => KemKey.fromSeed(d(seed))),
  );
  const rows = await rowsOf(i);
  const ceks = await openGrant(kems, d(i.author), d(i.audience), d(i.kem), rows, d(i.box));
  return { ceks: ceks.map((cek) => e(cek)) };
}

/** @param {Value} i */
async function openCaptureOp(i) {
  const kems = await Promise.all(
    i.seeds.map((/** @type {string} */ seed) => KemKey.fromSeed(d(seed))),
  );
  const [idPk, id] = [d(i.id_pk), d(i.id)];
  const payload = await openCapture(kems, idPk, id, d(i.kem), d(i.box));
  return { payload: e(payload), item: e(captureItem(idPk, id)) };
}

/** @param {Value} i */
function parsePageOp(i) {
  const page = parsePage(d(i.page));
  const records = page.records.map((record) => {
    return { log: e(record.header.log), seq: record.header.seq, hash: e(recordHash(record)) };
  });
  return { ...page, epoch: e(page.epoch), records };
}

/** @param {Value} i */
async function openRingOp(i) {
  const ring = await openRing(d(i.account_key), d(i.id_pk), i.generation, d(i.sealed));
  return { ring: ringToJson(ring) };
}

/** @param {Value} i */
async function mergeRingsOp(i) {
  const rings = await Promise.all([ringFromJson(i.earlier), ringFromJson(i.later)]);
  return { ring: ringToJson(mergeRings(...rings)) };
}

/** @param {Value} i */
async function rebaseRingOp(i) {
  const [base, mine, theirs] = await Promise.all([i.base, i.mine, i.theirs].map(ringFromJson));
  return {
    ring: ringToJson(
      rebaseRing(/** @type {any} */ (base), /** @type {any} */ (mine), /** @type {any} */ (theirs)),
    ),
  };
}

/** @param {Value} i */
function parts(i) {
  return i.parts.map((/** @type {string} */ part) => d(part));
}

/** @param {Value} i */
async function openAccountKeyOp(i) {
  const [x, id, parameters, idPk, wrapped] = ["x", "id", "parameters", "id_pk", "wrapped"].map(
    (name) => d(i[name]),
  );
  return {
    account_key: e(
      await openAccountKey(i.kind, /** @type {any} */ (x), ...pass(id, parameters, idPk, wrapped)),
    ),
  };
}

/** @param {...any} values @returns {[any, any, any, any]} */
function pass(...values) {
  return /** @type {[any, any, any, any]} */ (values);
}

/** @param {{bundle: {data: Uint8Array}}} found @returns {Value} */
function withBundle(found) {
  return { ...found, bundle: e(found.bundle.data) };
}

/** @type {{[op: string]: (input: Value) => Value | Promise<Value>}} */
const OPS = {
  b64_decode: (i) => ({ bytes: e(d(i.text, i.length)) }),
  parse_json: (i) => ({ value: parseJson(d(i.json)) }),
  parse_payload: (i) => ({ value: parsePayload(d(i.json)) }),
  build_json: (i) => ({ json: e(buildJson(i.value)) }),
  pae: (i) => ({ bytes: e(pae(...parts(i))) }),
  lbl: (i) => ({ bytes: e(lbl(i.name, ...parts(i))) }),
  kdf: async (i) => ({ key: e(await kdf(d(i.key), i.name, ...parts(i))) }),
  padme: (i) => ({ length: padme(i.length) }),
  padded_length: (i) => ({ length: paddedLength(i.length) }),
  pad: (i) => ({ padded: e(pad(d(i.data))) }),
  unpad: (i) => ({ data: e(unpad(d(i.padded))) }),
  seal: async (i) => ({
    sealed: e(await seal(d(i.key), d(i.context), d(i.plaintext), d(i.salt))),
    length: sealedLength(d(i.plaintext).length),
  }),
  open_sealed: async (i) => ({
    plaintext: e(await openSealed(d(i.key), d(i.context), d(i.sealed))),
  }),
  check_public_key: (i) => {
    checkPublicKey(d(i.key));
    return {};
  },
  verify: async (i) => {
    await verify(d(i.key), d(i.signature), i.name, ...parts(i));
    return {};
  },
  keys,
  parse_bundle: async (i) => {
    const bundle = await parseBundle(d(i.bundle));
    return { id_pk: e(bundle.idPk), epoch: bundle.epoch, kem_pk: e(bundle.kemPk) };
  },
  erased_mark: (i) => ({ mark: e(erasedMark(d(i.id_pk))) }),
  account_id: (i) => ({ id: e(accountId(d(i.id_pk))) }),
  log_id: (i) => ({ id: e(logId(d(i.author), d(i.audience))) }),
  conflict: (i) => ({
    item: e(conflictItem(d(i.item), d(i.rev))),
    rev: e(conflictRev(d(i.item), d(i.rev))),
  }),
  normalise_handle: (i) => ({ handle: normaliseHandle(i.text) }),
  normalise_passphrase: (i) => ({ bytes: e(normalisePassphrase(i.text)) }),
  kit_to_text: (i) => ({ text: kitToText(d(i.kit)) }),
  text_to_kit: (i) => ({ kit: e(textToKit(i.text)) }),
  kit_secret: async (i) => ({ x: e(await kitSecret(d(i.kit))) }),
  stretch,
  login,
  prove,
  parse_password_parameters: (i) => ({ salt: e(parsePasswordParameters(d(i.parameters))) }),
  passkey_input: () => ({ input: e(passkeyInput()) }),
  passkey_id: (i) => ({ id: e(passkeyId(d(i.raw_id))) }),
  open_account_key: openAccountKeyOp,
  open_ring: openRingOp,
  merge_rings: mergeRingsOp,
  rebase_ring: rebaseRingOp,
  seal_item: sealItemOp,
  open_item: openItemOp,
  open_device: (i) => openDevice(d(i.account_key), d(i.id_pk), d(i.sealed)),
  open_label: openLabelOp,
  open_grant: openGrantOp,
  open_capture: openCaptureOp,
  draft_item: (/** @type {Value} */ i) => ({ item: e(draftItem(d(i.id_pk), i.of)) }),
  build_record: buildRecordOp,
  verify_record: verifyRecordOp,
  build_page: (i) => {
    const frames = i.frames.map((/** @type {string} */ frame) => d(frame));
    return { page: e(buildPage(d(i.epoch), i.after, i.next, i.more, frames)) };
  },
  parse_page: parsePageOp,
  invite_id: (i) => ({ id: e(inviteId(d(i.secret))) }),
  build_link: (i) => ({ link: buildLink(i.origin, d(i.inviter), d(i.secret)) }),
  parse_link: (i) => {
    const link = parseLink(i.link);
    return { origin: link.origin, inviter: e(link.inviter), secret: e(link.secret) };
  },
  open_offer: async (i) => withBundle(await openOffer(d(i.secret), d(i.inviter), d(i.sealed))),
  open_answer: async (i) => withBundle(await openAnswer(d(i.secret), d(i.inviter), d(i.sealed))),
  safety_number: (i) => ({ groups: safetyNumber(d(i.one), d(i.other)) }),
};
