/** The end of sharing one entry with one person, asked once more (catalogue `entries`). */

import { t } from "../../ui/i18n.js";
import { confirmStep } from "../shared/confirm.js";

/** @param {string} name of the one who is no longer to be shown an entry @returns {Promise<boolean|undefined>} */
export function confirmStop(name) {
  return confirmStep({
    title: t("entry.stopTitle", { name }),
    honest: t("entry.stopHonest", { name }),
    yes: t("entry.stop"),
    testid: "confirm-stop",
  });
}
