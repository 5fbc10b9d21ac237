/** What stands below a person's name. */

import { t } from "../ui/i18n.js";

/** @import { Person } from "../vault/types.js" */

/** @param {Person} person @returns {string} how one is linked */
export function linkWords({ state, verified, name }) {
  if (state === "linked") return t(`people.verified.${verified}`);
  return t(`people.${state}`, { name });
}
