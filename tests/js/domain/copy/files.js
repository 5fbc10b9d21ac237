// A copy as files by name, made of what tests/vectors/copy/given.json says.

import { readFileSync } from "node:fs";
import words from "../../../../static/js/ui/words/en/copy.js";
import { makeCopy } from "../../../../static/js/views/account/copy-file.js";
import { unzip } from "./unzip.js";

const folder = new URL("../../../vectors/copy/", import.meta.url);
export const given = JSON.parse(readFileSync(new URL("given.json", folder), "utf8"));
/** @type {import("../../../../static/js/domain/copy/markdown.js").Label} */
export const label = (name) => {
  const said = /** @type {Record<string, unknown>} */ (words)[`copy.file.${name}`];
  if (typeof said !== "string") throw new Error(`no words for ${name}`);
  return said;
};

/**
 * @param {any[]} items
 * @param {number} [most] in one page
 * @param {any} [account]
 * @returns {any} what the vault answers
 */
export function vaultOf(items, most = 5, { head, unread } = given) {
  return {
    copyList: async () => ({
      head,
      counts: {},
      unread: [...unread],
      total: items.length,
    }),
    /** @param {{from: number}} input */
    copyPage: async ({ from }) => {
      const to = from + most;
      return { items: items.slice(from, to), unread: [], next: to < items.length ? to : null };
    },
  };
}

/** @param {any} vault @param {AbortSignal} [signal] @returns {Promise<Map<string, string>>} */
export async function filesOf(vault, signal = new AbortController().signal) {
  const { blob } = await makeCopy(vault, label, { signal, tell: () => {} });
  return unzip(new Uint8Array(await blob.arrayBuffer()));
}
