// What stands in a form and is not kept yet: sealed on this device as it is typed, so that it outlives a tab that is killed.

import { utf8, utf8Text } from "../wire/encoding.js";
import { throwVaultError } from "./errors.js";

/** @import { FormValues } from "./types.js" */
/** @import { Unlocked } from "./unlocked.js" */

const PREFIX = "form ";

export class Forms {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{form: string, values: FormValues}} input */
  async save({ form, values }) {
    const { db, session } = this.#unlocked.holdings;
    const id = PREFIX + form;
    const sealed = await session.local.seal("draft", id, utf8(JSON.stringify(values)));
    await db.apply([{ put: "drafts", value: { id, sealed } }], "strict").catch(throwVaultError);
  }

  /** @param {{form: string}} input @returns {Promise<FormValues|null>} null where nothing is left */
  async open({ form }) {
    const { db, session } = this.#unlocked.holdings;
    const id = PREFIX + form;
    const stored = await db.get("drafts", id);
    if (!stored) return null;
    const json = await session.local.open("draft", id, stored.sealed).catch(() => null);
    return json && JSON.parse(utf8Text(json));
  }

  /** @param {{form: string}} input */
  async discard({ form }) {
    const { db } = this.#unlocked.holdings;
    await db.apply([{ remove: "drafts", key: PREFIX + form }], "strict").catch(throwVaultError);
  }
}

/** @param {{id: string}} stored @returns {boolean} whether it is a form's, and no entry's */
export function isForm({ id }) {
  return id.startsWith(PREFIX);
}
