/** A copy of everything as one file, made on this device: read page by page, written as it comes. */

import { dataEnd, dataHead, dataItem, payloadOf, SORTS, sortOf } from "../../domain/copy/data.js";
import { Markdown } from "../../domain/copy/markdown.js";
import { ANSWER_COLUMNS, MEASURE_COLUMNS, tableRows } from "../../domain/copy/tables.js";
import { csv, localOf } from "../../domain/copy/text.js";
import { Zip } from "../../domain/copy/zip.js";

/** @import { Unread } from "../../domain/copy/data.js" */
/** @import { Label } from "../../domain/copy/markdown.js" */
/** @import { Rows } from "../../domain/copy/tables.js" */
/** @import { VaultClient } from "../shared/types.js" */

/** @typedef {{blob: Blob, name: string, at: string, counts: {[sort: string]: number}, unread: Unread[]}} CopyFile  counts: what is in it */

/** Items that are written before the page may answer a tap. */
const AT_ONCE = 50;

/**
 * @param {Pick<VaultClient, "copyList"|"copyPage">} vault
 * @param {Label} label
 * @param {{signal: AbortSignal, tell: (done: number, total: number) => void}} asked
 * @returns {Promise<CopyFile>}
 * @throws the signal's reason where it was stopped: nothing is left of it
 */
export async function makeCopy(vault, label, { signal, tell }) {
  const { head, unread, total } = await vault.copyList();
  const { day, time } = localOf(head.made);
  const zip = new Zip({ day, time });
  const markdown = new Markdown(label, head.owner.id);
  const counts = Object.fromEntries(SORTS.map((sort) => [sort, 0]));
  /** @type {{measures: Rows, answers: Rows}} */
  const tables = { measures: [MEASURE_COLUMNS], answers: [ANSWER_COLUMNS] };

  async function* data() {
    yield dataHead(head);
    let isFirst = true;
    for (let from = /** @type {number|null} */ (0); from !== null; ) {
      const page = await vault.copyPage({ from });
      signal.throwIfAborted();
      for (const [n, item] of page.items.entries()) {
        if (n % AT_ONCE === 0) await pause();
        yield dataItem(item, isFirst);
        isFirst = false;
        take(item);
      }
      unread.push(...page.unread);
      from = page.next;
      tell(from ?? total, total);
    }
    yield dataEnd(counts, unread);
  }

  /** @param {import("../../domain/copy/data.js").Taken} item */
  function take(item) {
    const sort = sortOf(payloadOf(item).kind, item.state);
    counts[sort] = (counts[sort] ?? 0) + 1;
    markdown.add(item);
    const { measures, answers } = tableRows(item);
    tables.measures.push(...measures);
    tables.answers.push(...answers);
  }

  await zip.add("data.json", data());
  for (const [name, text] of markdown.files(head, counts, unread)) {
    await pause();
    signal.throwIfAborted();
    await zip.add(name, [text]);
  }
  await zip.add("measures.csv", [csv(tables.measures)]);
  await zip.add("answers.csv", [csv(tables.answers)]);
  signal.throwIfAborted();
  return { blob: zip.blob(), name: `afterglow-${day}.zip`, at: head.made.at, counts, unread };
}

/** The page's other work comes in between. @returns {Promise<void>} */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
