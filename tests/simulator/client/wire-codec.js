// Records as they travel, for the model server: real frames with whatever bytes the vault has sealed into them. Of one account: nothing is granted.

import { b64Encode } from "../../../static/js/wire/encoding.js";
import { START } from "../../../static/js/wire/headers.js";
import { buildFrame, parseFrames, verifyRecord } from "../../../static/js/wire/records.js";
import { realCodec } from "../real-codec.js";

/** @import { SealedRecord } from "../../../static/js/wire/records.js" */
/** @import { Codec, Record } from "../types.js" */

/** @type {Codec} */
export const wireCodec = {
  ...realCodec,
  name: "wire",
  frame: (record) => buildFrame(/** @type {SealedRecord} */ (/** @type {unknown} */ (record))),
  parse: async (bytes) =>
    Promise.all(parseFrames(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)).map(read)),
};

/** @param {SealedRecord} record @returns {Promise<Record & {payload: Uint8Array}>} */
async function read(record) {
  const { header, signature, payload } = record;
  const { seq, prev, generation, type } = header;
  const before = { ...START, seq: seq - 1, hash: prev, generation: generation - 1 };
  const { head, content } = await verifyRecord(record, before);
  const rows = content.rows.map(({ item, rev, digest }) => {
    return { item: b64Encode(item), rev: b64Encode(rev), digest: b64Encode(digest), body: null };
  });
  return {
    log: b64Encode(header.log),
    author: b64Encode(header.author),
    audience: b64Encode(header.audience),
    seq,
    prev: b64Encode(prev),
    hash: b64Encode(head.hash),
    type,
    generation,
    items: header.items.map(b64Encode),
    rows,
    header,
    signature,
    payload,
  };
}
