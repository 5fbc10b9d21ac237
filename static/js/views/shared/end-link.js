/** The end of a link, as both sides end it: said honestly, then done (catalogue `people`). */

import { t } from "../../ui/i18n.js";
import { confirmStep } from "./confirm.js";
import { explain } from "./explain.js";

/** @import { Person } from "../../domain/people.js" */
/** @import { App } from "./types.js" */

/** @param {App} app @param {Person} person @returns {Promise<boolean>} whether it has ended */
export async function endLink(app, { id, name }) {
  const isSure = await confirmStep({
    title: t("person.endTitle", { name }),
    honest: t(`person.endHonest.${app.status.role}`, { name }),
    yes: t("person.end"),
    testid: "confirm-end",
  });
  if (!isSure) return false;
  try {
    await app.vault.closeLink({ person: id });
    app.say(t("person.ended", { name }));
    return true;
  } catch (error) {
    app.say(explain(error));
    return false;
  }
}
