/** Personal ratings: one's own 0 to 10 for a few things of a day. Not a measure, and so named; any of them, or none. */

import { html } from "lit-html";
import { fault } from "../../components/controls.js";
import { MOST, slider } from "../../components/slider.js";
import { Autosave } from "../../ui/autosave.js";
import { instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { holdReload } from "../../ui/offline.js";
import { explain } from "../shared/explain.js";
import { headBack, watching } from "../shared/frame.js";
import { RATINGS } from "../shared/score-names.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** Name of the draft that holds ratings until they are kept. */
const DRAFT = "ratings";

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const begun = (await vault.drafts()).find(({ scored }) => scored?.instrument === DRAFT);
  let id = begun?.id;
  let seen = begun?.seen;
  /** @type {Map<string, number>} */
  const given = new Map(
    (begun?.answers ?? []).flatMap(({ id: name, value }) =>
      typeof value === "number" ? [/** @type {[string, number]} */ ([name, value])] : [],
    ),
  );
  let wrong = "";
  const release = holdReload();
  const autosave = new Autosave(keep, (now, error) => {
    wrong = now === "failed" ? explain(error) : "";
    app.draw();
  });

  async function keep() {
    const answers = [...given].map(([name, value]) => {
      return /** @type {const} */ ({
        id: name,
        question: t(`rating.${name}`),
        type: "scale",
        value,
      });
    });
    const scored = { instrument: DRAFT, total: null };
    const known = { ...(id && { id }), ...(seen && { seen }) };
    ({ id, seen } = await vault.saveDraft({ ...blank(), ...known, answers, scored }));
  }

  /** @param {string} name @param {number|null} value null: left blank */
  function rate(name, value) {
    if (value === null) given.delete(name);
    else given.set(name, value);
    autosave.touch();
  }

  /** Each is an entry of its own, so that each can be shared or not. */
  async function done() {
    try {
      await autosave.flush();
      const happened = instant();
      for (const [name, total] of given) {
        const scored = { instrument: name, total, scale: { min: 0, max: MOST } };
        await vault.saveEntry({ ...blank(), happened, scored });
        given.delete(name);
        await keep();
      }
      autosave.stop();
      if (id) await vault.discardDraft({ id, ...(seen && { seen }) });
      app.say(t("rate.kept"));
      app.back("/measures");
    } catch (error) {
      wrong = explain(error);
      app.draw();
    }
  }

  /** @param {string} name */
  function row(name) {
    const value = given.get(name) ?? null;
    return slider({
      id: name,
      label: t(`rating.${name}`),
      low: t(`rating.${name}.least`),
      high: t(`rating.${name}.most`),
      value,
      said: value === null ? t("beside.blank") : t("beside.of", { n: value, most: MOST }),
      clear: t("beside.clear"),
      change: (given) => rate(name, given),
    });
  }

  return {
    title: t("measures.ratings"),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/measures")}
      <h1>${t("measures.ratings")}</h1>
      <p class="soft lead">${t("measure.ratingIs")} ${t("beside.scalesHint")}</p>
      <div class="stack whole">${RATINGS.map(row)}</div>
      ${fault(wrong)}
      <button class="btn after" @click=${done} ?disabled=${given.size === 0} data-testid="keep-ratings">${t("measure.keep")}</button>
      ${watching()}
    </main>`,
    leave: () => autosave.flush(),
    close: release,
  };
};

/** @returns {EntryDraft} */
function blank() {
  const none = { title: "", text: "", prompt: null, phase: null, dosing: null, happened: null };
  return { kind: "rating", ...none };
}
