/** Why something did not happen, in words that begin with what became of the words. */

import { t } from "../../ui/i18n.js";

/**
 * @param {unknown} error a VaultError, or anything else that was thrown
 * @returns {string}
 */
export function explain(error) {
  const { reason } = /** @type {{reason?: string}} */ (error ?? {});
  try {
    return t(`error.${reason ?? "failed"}`);
  } catch {
    return t("error.failed");
  }
}
