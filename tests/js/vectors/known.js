// Inputs of the known answers that JavaScript gives. `generate.js` adds the outputs.

import { sealCapture } from "../../../static/js/protocol/captures.js";
import {
  kitSecret,
  makeCredential,
  passwordParameters,
  passwordSecret,
  pepper,
} from "../../../static/js/protocol/credentials.js";
import { sealDevice, sealLabel } from "../../../static/js/protocol/devices.js";
import { sealGrant } from "../../../static/js/protocol/grants.js";
import { buildLink, sealAnswer, sealOffer } from "../../../static/js/protocol/invites.js";
import { buildPayload, sealItem } from "../../../static/js/protocol/items.js";
import { pad } from "../../../static/js/protocol/padding.js";
import { ringToJson, sealRing } from "../../../static/js/protocol/ring.js";
import { seal } from "../../../static/js/protocol/seal.js";
import { b64Encode as e, lbl, utf8 } from "../../../static/js/wire/encoding.js";
import { START } from "../../../static/js/wire/headers.js";
import { rowOf } from "../../../static/js/wire/rows.js";
import { headToJson, rowToJson, run } from "./ops.js";
import { HANDLE, ORIGIN, patient, secret, therapist } from "./world.js";

/** @import { Value } from "./ops.js" */
/** @import { Person } from "./world.js" */
/** @typedef {[name: string, op: string, input: Value]} Known */

const PAYLOAD = {
  v: 1,
  kind: "dosing",
  prev: e(secret("prev", 16)),
  written: { at: "2026-11-22T08:00:00Z", zone: "Asia/Tokyo" },
  happened: { at: "2026-11-21T01:30:00Z", zone: "America/St_Johns" },
  route: "nasal",
  number: 3,
  state: "done",
  note: 'Zitternd, dann still. \u2028 \u007f "\\\t 🌒',
  unknown: [0.1, -0, 1e21, null, { deep: [] }],
};

/** @returns {AsyncGenerator<Known>} every case: name, op and input */
export async function* allKnown() {
  yield* encoding();
  yield* sealing();
  yield* accounts();
  yield* items();
  yield* invites();
  yield* records();
  yield await capture();
  yield [
    "draft-of-measure",
    "draft_item",
    { id_pk: e(patient.public), of: e(secret("drafted", 16)) },
  ];
  yield* labels();
}

/** @returns {AsyncGenerator<Known>} */
async function* labels() {
  const session = secret("session of the other reading", 16);
  for (const name of ["Safari on iPhone", "Büro ☎ 緑", "x".repeat(95)]) {
    const sealed = await sealLabel(patient.accountKey, patient.public, session, name);
    yield [
      `label-of-${name.length}-characters`,
      "open_label",
      {
        account_key: e(patient.accountKey),
        id_pk: e(patient.public),
        session: e(session),
        sealed: e(sealed),
      },
    ];
  }
}

/** @returns {Promise<Known>} */
async function capture() {
  const id = secret("capture of the other reading", 16);
  const payload = buildPayload({ ...PAYLOAD, kind: "entry", captured: true });
  const box = await sealCapture(patient.kem.public, patient.public, id, payload);
  const of = { id_pk: e(patient.public), id: e(id), kem: e(patient.kem.digest) };
  return ["capture-opened", "open_capture", { seeds: [e(patient.kemSeed)], ...of, box: e(box) }];
}

/** @returns {AsyncGenerator<Known>} */
async function* encoding() {
  yield [
    "b64-of-all-bytes",
    "b64_decode",
    { text: e(Uint8Array.from({ length: 256 }, (_, i) => i)) },
  ];
  yield ["pae-of-parts", "pae", { parts: [e(utf8("ü")), "", e(secret("part", 1000))] }];
  yield [
    "lbl-of-parts",
    "lbl",
    { name: "rec", parts: [e(secret("header", 280)), e(secret("signature", 64))] },
  ];
  yield [
    "json-of-every-kind",
    "build_json",
    { value: { t: '\u0000\u001f\u007f\u2028🌿/"\\', n: [0, -1], o: {}, l: [], b: [true, null] } },
  ];
  yield [
    "kdf-of-parts",
    "kdf",
    { key: e(secret("key")), name: "cek", parts: [e(secret("item", 16)), e(secret("rev", 16))] },
  ];
  for (const length of [2, 1020, 1021, 4_095, 65_537, 262_000])
    yield [`padme-of-${length}`, "padme", { length }];
  for (const text of ["NOOR_77", "ﬁve.star+1", "0-0"])
    yield [`handle-${text}`, "normalise_handle", { text }];
  yield ["passphrase-composed", "normalise_passphrase", { text: "\t schöne stille stunden \n" }];
  yield ["safety-number", "safety_number", { one: e(patient.public), other: e(therapist.public) }];
  yield ["erased", "erased_mark", { id_pk: e(patient.public) }];
  yield ["log-of-a-pair", "log_id", { author: e(patient.public), audience: e(therapist.public) }];
  yield ["conflict-copy", "conflict", { item: e(secret("item", 16)), rev: e(secret("rev", 16)) }];
}

/** @returns {AsyncGenerator<Known>} */
async function* sealing() {
  const [key, context] = [secret("sealing key"), lbl("blob", patient.public, secret("blob", 16))];
  for (const length of [0, 1, 16_383, 16_384, 32_768, 40_000]) {
    const plaintext = secret(`plaintext of ${length}`, length);
    const salt = secret(`salt of ${length}`, 24);
    const input = { key: e(key), context: e(context), plaintext: e(plaintext), salt: e(salt) };
    yield [`seal-of-${length}-bytes`, "seal", input];
    const sealed = e(await seal(key, context, plaintext, salt));
    yield [`open-of-${length}-bytes`, "open_sealed", { key: e(key), context: e(context), sealed }];
  }
  for (const length of [0, 1020, 1021, 5000])
    yield [`pad-of-${length}-bytes`, "pad", { data: e(secret("data", length)) }];
  yield ["unpad", "unpad", { padded: e(pad(secret("data", 3000))) }];
}

/** @returns {AsyncGenerator<Known>} */
async function* accounts() {
  for (const person of [patient, therapist]) {
    yield [
      `keys-of-${person.name}`,
      "keys",
      { sign: e(person.seed), kem: e(person.kemSeed), epoch: 1 },
    ];
    yield [`kit-of-${person.name}`, "kit_to_text", { kit: e(person.kit) }];
  }
  const { text } = await run({ op: "kit_to_text", input: { kit: e(patient.kit) } });
  yield [
    "kit-typed-carelessly",
    "text_to_kit",
    { text: text.toLowerCase().replaceAll("0", "o").replaceAll("1", "l") },
  ];
  const [salt, id] = [secret("salt", 16), secret("credential", 16)];
  const passphrase = "  Stille Wasser, grüne Bäume ";
  yield ["stretch", "stretch", { passphrase, kit: e(patient.kit), salt: e(salt), handle: HANDLE }];
  const x = await passwordSecret(passphrase, await pepper(patient.kit), salt, HANDLE);
  const password = await makeCredential(
    "password",
    x,
    id,
    passwordParameters(salt),
    patient.public,
    patient.accountKey,
  );
  yield ["password-unwrapped", "open_account_key", credentialInput(x, password)];
  const kitX = await kitSecret(patient.kit);
  const kit = await makeCredential(
    "kit",
    kitX,
    id,
    new Uint8Array(0),
    patient.public,
    patient.accountKey,
  );
  yield ["kit-unwrapped", "open_account_key", credentialInput(kitX, kit)];
  yield [
    "login",
    "login",
    { x: e(x), id: e(id), origin: ORIGIN, challenge: e(secret("challenge")) },
  ];
  yield [
    "proof",
    "prove",
    {
      x: e(x),
      id: e(id),
      origin: ORIGIN,
      challenge: e(secret("challenge")),
      act: "PUT /api/v1/credentials",
      request: e(secret("request", 700)),
    },
  ];
  for (const [generation, ring] of [
    [1, patient.ring()],
    [2, patient.ring(therapist)],
  ]) {
    yield [
      `ring-${generation}`,
      "open_ring",
      await ringInput(patient, /** @type {any} */ (generation), /** @type {any} */ (ring)),
    ];
  }
  yield [
    "rings-merged",
    "merge_rings",
    {
      earlier: ringToJson(patient.ring(therapist)),
      later: ringToJson({ ...patient.ring(), name: "N" }),
    },
  ];
  const base = patient.ring(therapist);
  const invited = {
    id: secret("new id", 16),
    secret: secret("new invite"),
    expires: 1_900_000_000,
  };
  yield [
    "ring-rebased",
    "rebase_ring",
    {
      base: ringToJson(base),
      mine: ringToJson({ ...base, invites: [...base.invites, invited] }),
      theirs: ringToJson({ ...base, name: "N" }),
    },
  ];
  const device = await sealDevice(patient.accountKey, patient.public, "Telefon ☎", 1_900_000_001);
  yield [
    "device",
    "open_device",
    { account_key: e(patient.accountKey), id_pk: e(patient.public), sealed: e(device) },
  ];
}

/** @param {Uint8Array} x @param {import("../../../static/js/protocol/credentials.js").Credential} credential @returns {Value} */
function credentialInput(x, { kind, id, parameters, wrapped }) {
  const id_pk = e(patient.public);
  return { kind, x: e(x), id: e(id), parameters: e(parameters), id_pk, wrapped: e(wrapped) };
}

/** @param {Person} person @param {number} generation @param {import("../../../static/js/protocol/ring.js").Ring} ring */
async function ringInput(person, generation, ring) {
  const sealed = await sealRing(person.accountKey, person.public, generation, ring);
  return {
    account_key: e(person.accountKey),
    id_pk: e(person.public),
    generation,
    sealed: e(sealed),
  };
}

/** @returns {AsyncGenerator<Known>} */
async function* items() {
  const [item, rev] = [secret("an item", 16), secret("its rev", 16)];
  const of = { journal: e(patient.journal), author: e(patient.public), item: e(item), rev: e(rev) };
  yield ["item-sealed", "seal_item", { ...of, payload: PAYLOAD, salt: e(secret("item salt", 24)) }];
  const cek = await patient.cek(item, rev);
  const sealed = await sealItem(cek, patient.public, item, rev, buildPayload(PAYLOAD));
  yield ["item-opened", "open_item", { ...of, sealed: e(sealed) }];
  const long = { ...PAYLOAD, text: "Ein sehr langer Tag. ".repeat(3000) };
  const sealedLong = await sealItem(cek, patient.public, item, rev, buildPayload(long));
  yield ["long-item-opened", "open_item", { ...of, sealed: e(sealedLong) }];
}

/** @returns {AsyncGenerator<Known>} */
async function* invites() {
  const s = secret("s");
  yield ["invite-id", "invite_id", { secret: e(s) }];
  yield [
    "link-built",
    "build_link",
    { origin: ORIGIN, inviter: e(therapist.public), secret: e(s) },
  ];
  yield ["link-parsed", "parse_link", { link: ` ${buildLink(ORIGIN, therapist.public, s)}\n` }];
  const offer = await sealOffer(s, therapist.bundle, therapist.name, "therapist", 1_900_000_002);
  yield ["offer", "open_offer", { secret: e(s), inviter: e(therapist.public), sealed: e(offer) }];
  const answer = await sealAnswer(
    s,
    therapist.public,
    patient.identity,
    patient.bundle,
    "Noor",
    "patient",
  );
  yield [
    "answer",
    "open_answer",
    { secret: e(s), inviter: e(therapist.public), sealed: e(answer) },
  ];
}

/** @param {number} count */
async function rowsOf(count) {
  const rows = [];
  for (let n = 0; n < count; n++) {
    const [item, rev] = [secret(`item ${n}`, 16), secret(`rev ${n}`, 16)];
    const payload = buildPayload({ ...PAYLOAD, number: n });
    const cek = await patient.cek(item, rev);
    rows.push(await rowOf(item, rev, await sealItem(cek, patient.public, item, rev, payload)));
  }
  return rows;
}

/** @returns {AsyncGenerator<Known>} */
async function* records() {
  const rows = await rowsOf(4);
  const ceks = await Promise.all(rows.map((row) => patient.cek(row.item, row.rev)));
  const box = await sealGrant(therapist.kem.public, patient.public, therapist.public, rows, ceks);
  const bare = rows.map((row) => rowToJson({ ...row, body: null }));
  const rings = [
    await ringInput(patient, 1, patient.ring()),
    await ringInput(patient, 2, patient.ring(therapist)),
  ];
  const grant = {
    type: "grant",
    rows: bare,
    box: e(box),
    members: { kem: e(therapist.kem.digest) },
  };
  yield* chain("private", patient, [
    { type: "key", data: e(patient.bundle) },
    { type: "ring", data: rings[0]?.sealed, members: { generation: 1 } },
    { type: "put", rows: rows.map(rowToJson), members: { epoch: 1 } },
    { type: "ring", data: rings[1]?.sealed, members: { generation: 2 } },
    { type: "del", members: { items: rows.slice(0, 2).map((row) => [e(row.item), e(row.rev)]) } },
  ]);
  yield* chain("pair", therapist, [
    { type: "open" },
    { ...grant, places: rows.map((_, n) => [3, n]) },
    { ...grant, rows: rows.map(rowToJson) },
    { type: "revoke", members: { items: rows.map((row) => e(row.item)) } },
    { type: "ack", members: { peer_seq: 1, peer_hash: e(secret("peer")) } },
    { type: "close" },
  ]);
  const of = {
    author: e(patient.public),
    audience: e(therapist.public),
    kem: e(therapist.kem.digest),
  };
  yield [
    "grant-opened",
    "open_grant",
    { seeds: [e(therapist.kemSeed)], ...of, rows: bare, box: e(box) },
  ];
}

/**
 * @param {string} name
 * @param {Person} audience
 * @param {Value[]} steps
 * @returns {AsyncGenerator<Known>} each record as it is built and as it is verified, and a page of all
 */
async function* chain(name, audience, steps) {
  let head = headToJson(START);
  const frames = [];
  for (const [n, { places, ...step }] of steps.entries()) {
    const at = `${name}-${n + 1}-${step.type}`;
    const input = {
      sign: e(patient.seed),
      audience: e(audience.public),
      head,
      members: {},
      ...step,
      ...(places && { places }),
    };
    yield [`${at}-built`, "build_record", input];
    const { frame } = await run({ op: "build_record", input });
    const rows = places && {
      places: places.map((/** @type {number[]} */ place, /** @type {number} */ k) => [
        place,
        step.rows[k],
      ]),
    };
    const verify = { frame, head, ...rows };
    yield [`${at}-verified`, "verify_record", verify];
    ({ head } = await run({ op: "verify_record", input: verify }));
    if (!places) frames.push(frame);
  }
  const page = {
    epoch: e(secret("epoch", 16)),
    after: 7,
    next: 7 + frames.length,
    more: false,
    frames,
  };
  yield [`${name}-page-built`, "build_page", page];
  yield [`${name}-page-parsed`, "parse_page", await run({ op: "build_page", input: page })];
}
