/** What stands below a person's name. */

import { t } from "../../ui/i18n.js";

/** @import { Person } from "../../domain/people.js" */

/** @param {readonly Person[]} people @param {string} name @returns {boolean} whether one is linked, or was, with somebody else who is called so */
export function isAlike(people, name) {
  const plain = (/** @type {string} */ text) => text.trim().toLocaleLowerCase();
  return people.some((one) => plain(one.name) === plain(name));
}

/** @param {Pick<Person, "state"|"verified"|"name"> & {quiet?: Person["quiet"]}} person @returns {string} how one is linked */
export function linkWords({ state, verified, name, quiet }) {
  if (quiet === "blocked") return t("quiet.label.blocked");
  if (quiet === "muted")
    return `${t("quiet.label.muted")} · ${linkWords({ state, verified, name })}`;
  if (state === "linked") return t(`people.verified.${verified}`);
  return t(`people.${state}`, { name });
}
