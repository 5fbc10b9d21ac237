// Sizes that both readings hold (docs/protocol.md sections 4 and 5). Bytes unless named otherwise.

export const ID = 16;
export const DIGEST = 32;
export const PUBLIC_KEY = 32;
export const SIGNATURE = 64;
export const KEM_PUBLIC_KEY = 1216;
export const BUNDLE = 1316;

export const U32 = 2 ** 32 - 1;
/** Objects and lists in one another, the outermost counted. */
export const JSON_DEPTH = 64;

export const SEALED_BODY = 262_144;
export const HEADER = 16_384;
export const PUT_ROWS = 1_024;
export const PUT_PAYLOAD = 1_048_576;
export const GRANT_ROWS = 64;
export const ITEMS = 64;
export const RING = 1_048_576;
export const DEVICE = 16_384;
export const LABEL = 168;
export const CAPTURE = 131_072;
export const PUSH = 4_194_304;
export const PUSH_RECORDS = 256;
export const PAGE = 8_388_608;

export const BOX_ENC = 1_120;
export const CEK = 32;
export const TAG = 16;

/**
 * @param {number} count revisions that a grant covers
 * @returns {number} length of its box
 */
export function boxLength(count) {
  return BOX_ENC + CEK * count + TAG;
}
