/** What has to be said before anybody links with a therapist: how they read, and when they are away. Kept as a draft as it is typed, told only by the button. */

import { html } from "lit-html";
import { field } from "../../components/controls.js";
import { fieldsForm, formFoot, textArea } from "../../components/fields.js";
import { isWhole, PARTS } from "../../domain/boundaries.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { headBack, watching } from "../shared/frame.js";
import { changeSettings, readSettings } from "../shared/settings.js";

/** @import { Boundary } from "../../domain/boundaries.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

const FORM = "boundary";
/** @typedef {{[field in typeof PARTS[number] | "from" | "until" | "text"]: string}} Fields */

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const [own, begun, settings] = await Promise.all([
    vault.boundary(),
    vault.form({ form: FORM }),
    readSettings(vault),
  ]);
  const fields = { ...fieldsOf(own), ...(begun && Object.fromEntries(begun)) };
  let tells = settings.tellOpened !== false;
  let state = begun ? t("setup.draft") : "";
  /** @type {string|undefined} */
  let wrong;
  const autosave = new Autosave(
    () => vault.saveForm({ form: FORM, values: Object.entries(fields) }),
    (now, error) => {
      if (now === "kept") state = t("setup.draft");
      if (now === "failed") wrong = explain(error);
      if (now !== "typing") app.draw();
    },
  );

  /** @param {Event} event of any field */
  function take({ target }) {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    if (!(name in fields)) return;
    fields[/** @type {keyof Fields} */ (name)] = value;
    autosave.touch();
  }

  /** @param {Event} event */
  async function save(event) {
    event.preventDefault();
    wrong = lacking(fields);
    if (wrong) return app.draw();
    try {
      // First what runs comes to its end: a draft must not arrive after what it became.
      await autosave.flush();
      await vault.saveBoundary(saidIn(fields));
      await vault.discardForm({ form: FORM });
      const isLinked = (await vault.people()).some((one) => one.state === "linked");
      app.say(t(isLinked ? "setup.kept" : "setup.keptFirst"));
      if (app.invite) app.go("/link", true);
      else app.back("/");
    } catch (error) {
      wrong = explain(error);
      app.draw();
    }
  }

  /** @param {Event} event */
  async function tellOpened({ target }) {
    tells = /** @type {HTMLInputElement} */ (target).checked;
    try {
      await changeSettings(vault, () => ({ tellOpened: tells }));
      app.say(t(tells ? "setup.tells" : "setup.tellsNot"));
    } catch (error) {
      tells = !tells;
      app.say(explain(error));
    }
  }

  return {
    leave: () => autosave.flush(),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/")}
      <h1>${t("setup.title")}</h1>
      <p class="lead">${t("setup.lead")}</p>
      ${fieldsForm(
        { submit: save, touch: () => {} },
        html`<div class="stack" @input=${take}>
          ${PARTS.map((part) =>
            textArea({
              name: part,
              label: t(`setup.${part}`),
              hint: t(`setup.${part}Hint`),
              value: fields[part],
              rows: 3,
            }),
          )}
          <h2>${t("setup.away")}</h2>
          <p class="soft small">${t("setup.awayHint")}</p>
          <div class="pair">
            ${field({ name: "from", label: t("setup.awayFrom"), type: "date", value: fields.from, optional: true })}
            ${field({ name: "until", label: t("setup.awayUntil"), type: "date", value: fields.until, optional: true })}
          </div>
          ${textArea({ name: "text", label: t("setup.awayText"), hint: t("setup.awayTextHint"), value: fields.text })}
        </div>
        ${formFoot({ wrong, state }, html`<button class="btn" data-testid="save-setup">${t("setup.save")}</button>`)}`,
      )}
      <section class="group stack">
        <h2>${t("setup.opened")}</h2>
        <label class="choice">
          <input type="checkbox" autocomplete="off" name="tellOpened" data-testid="tell-opened" .checked=${tells} @change=${tellOpened} />
          <span>${t("setup.tellOpened")}<span class="hint">${t("setup.tellOpenedHint")}</span></span>
        </label>
      </section>
      <p class="after"><a href="#/leaving" data-testid="leaving">${t("setup.leaving")}</a></p>
      ${watching("watching.reader")}
    </main>`,
  };
};

/** @param {Boundary|null} own @returns {Fields} */
function fieldsOf(own) {
  const { from = "", until = "", text = "" } = own?.away ?? {};
  const said = Object.fromEntries(PARTS.map((part) => [part, own?.[part] ?? ""]));
  return /** @type {Fields} */ ({ ...said, from, until, text });
}

/** @param {Fields} fields @returns {string|undefined} what has to be said still */
function lacking(fields) {
  const { from, until, text } = fields;
  if (!isWhole(fields)) return t("error.boundary-missing");
  const isAway = from || until || text.trim();
  return isAway && !(from && until && from <= until) ? t("setup.awayDays") : undefined;
}

/** @param {Fields} fields */
function saidIn({ rhythm, record, danger, absence, from, until, text }) {
  const away = from && until ? { from, until, text: text.trim() } : null;
  return {
    rhythm: rhythm.trim(),
    record: record.trim(),
    danger: danger.trim(),
    absence: absence.trim(),
    away,
  };
}
