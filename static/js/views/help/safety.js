/** What one has ready for hard hours: whom to call, and a plan. Kept as it is typed; sealed like everything else. */

import { html } from "lit-html";
import { field } from "../../components/controls.js";
import { formFoot } from "../../components/fields.js";
import { merged, textOf } from "../../domain/payloads.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import {
  chooseCountry,
  contacts,
  countryChoice,
  keepOpenCopy,
  keepOpenPlan,
  openCopy,
  openPlan,
  ownContacts,
  PLAN,
  planOf,
} from "../shared/contacts.js";
import { explain } from "../shared/explain.js";
import { headBack, watching } from "../shared/frame.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Contacts, OwnContacts } from "../shared/contacts.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

/** How many people of one's own have a place. */
const PEOPLE = 4;
/** How long a change may wait before it becomes a revision. */
const PAUSE_MS = 2_000;

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const page = await openPage(app);
  return rest[0] === "plan"
    ? planScreen(app, page)
    : contactsScreen(app, page, await contacts(app));
};

/**
 * @typedef {object} Page
 * @property {{[member: string]: any}} body
 * @property {Autosave} autosave
 * @property {() => TemplateResult} foot  of its form
 * @property {(event: Event) => void} done
 */

/** @param {App} app @returns {Promise<Page>} the document that was written last, or none yet */
async function openPage(app) {
  const [stored] = await app.vault.documents({ kind: "safety" });
  const body = structuredClone(stored?.body ?? {});
  let kept = structuredClone(body);
  let state = stored ? t("safety.kept") : "";
  /** @type {string|undefined} */
  let wrong;

  const autosave = new Autosave(
    async () => {
      const [{ id, rev, body: now } = { body: {} }] = await app.vault.documents({ kind: "safety" });
      const typed = structuredClone(body);
      const whole = merged(kept, typed, now);
      await app.vault.saveDocument({ kind: "safety", body: whole, ...(id && { id, rev }) });
      kept = typed;
      if (openCopy()) keepOpenCopy(ownContacts(whole));
      if (openPlan()) keepOpenPlan(planOf(whole));
    },
    (now, error) => {
      state = now === "kept" ? t("safety.kept") : "";
      wrong = now === "failed" ? explain(error) : undefined;
      app.draw();
    },
    PAUSE_MS,
  );
  return {
    body,
    autosave,
    foot: () =>
      formFoot(
        { wrong, state },
        html`<button class="btn" data-testid="safety-done">${t("safety.done")}</button>`,
      ),
    done: async (event) => {
      event.preventDefault();
      if (await autosave.flush()) app.back("/help");
    },
  };
}

/** @param {App} app @param {Page} page @param {Contacts} found @returns {Screen} */
function contactsScreen(app, { body, autosave, foot, done }, found) {
  /** @type {OwnContacts} */
  const own = ownContacts(body);

  function changed() {
    const people = own.people.filter(({ name, phone, note }) => name || phone || note);
    Object.assign(body, { people, clinic: own.clinic });
    autosave.touch();
  }

  /** @param {string} country */
  function choose(country) {
    found = chooseCountry(found, country);
    body.country = country;
    changed();
    app.draw();
  }

  /** @param {Event} event */
  function open(event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    keepOpenCopy(checked ? ownContacts(body) : null);
    app.draw();
  }

  return {
    title: t("safety.title"),
    leave: () => autosave.flush(),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/help")}
      <h1>${t("safety.title")}</h1>
      <p class="soft lead">${t("safety.lead")}</p>
      <form autocomplete="off" class="stack group" @submit=${done}>
        ${places(own).map(
          (one, at) => html`<fieldset class="card stack fill" data-testid="own-person">
            <legend class="unseen">${t("safety.person", { n: at + 1 })}</legend>
            ${text(one, "name", `person-${at}-name`, t("safety.name", { n: at + 1 }), changed)}
            ${text(one, "phone", `person-${at}-phone`, t("safety.phone"), changed)}
            ${text(one, "note", `person-${at}-note`, t("safety.note"), changed)}
          </fieldset>`,
        )}
        <fieldset class="card stack fill">
          <legend class="unseen">${t("help.clinic")}</legend>
          ${text(own.clinic, "name", "clinic-name", t("help.clinic"), changed)}
          ${text(own.clinic, "phone", "clinic-phone", t("safety.phone"), changed)}
          ${text(own.clinic, "hours", "clinic-hours", t("safety.hours"), changed)}
        </fieldset>
        ${countryChoice(found, choose)}
        <label class="choice card fill">
          <input type="checkbox" autocomplete="off" .checked=${openCopy() !== null} @change=${open} data-testid="open-copy" />
          <span>${t("safety.open")}<span class="hint">${t("safety.openHint")}</span></span>
        </label>
        ${foot()}
      </form>
      ${watching()}
    </main>`,
  };
}

/** @param {App} app @param {Page} page @returns {Screen} */
function planScreen(app, { body, autosave, foot, done }) {
  /** @type {Record<string, string>} */
  const plan = { ...body.plan };

  /** @param {string} part @param {Event} event */
  function write(part, event) {
    plan[part] = /** @type {HTMLTextAreaElement} */ (event.target).value;
    body.plan = plan;
    autosave.touch();
  }

  /** @param {Event} event */
  function open(event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    keepOpenPlan(checked ? planOf(body) : null);
    app.draw();
  }

  return {
    title: t("plan.title"),
    leave: () => autosave.flush(),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/help")}
      <h1>${t("plan.title")}</h1>
      <p class="soft lead">${t("plan.lead")}</p>
      <p class="soft small">${t("plan.ours")}</p>
      <form autocomplete="off" class="stack group" @submit=${done}>
        ${PLAN.map(
          (part) => html`<div class="field">
            <label for=${`plan-${part}`}>${t(`plan.${part}`)}</label>
            <p class="hint" id=${`plan-${part}-hint`}>${t(`plan.${part}Hint`)}</p>
            <textarea
              id=${`plan-${part}`}
              data-testid=${`plan-${part}`}
              autocomplete="off"
              rows="3"
              class="words"
              dir="auto"
              aria-describedby=${`plan-${part}-hint`}
              .value=${textOf(plan[part])}
              @input=${(/** @type {Event} */ event) => write(part, event)}
            ></textarea>
          </div>`,
        )}
        <label class="choice card fill">
          <input type="checkbox" autocomplete="off" .checked=${openPlan() !== null} @change=${open} data-testid="open-plan" />
          <span>${t("plan.open")}<span class="hint">${t("plan.openHint")}</span></span>
        </label>
        ${foot()}
      </form>
      ${watching()}
    </main>`,
  };
}

/** @param {OwnContacts} own @returns {OwnContacts["people"]} and one place more, up to the last */
function places({ people }) {
  const isFree = people.at(-1) && !Object.values(people.at(-1) ?? {}).some(Boolean);
  if (!isFree && people.length < PEOPLE) people.push({ name: "", phone: "", note: "" });
  return people;
}

/** @template {Record<string, string>} T @param {T} of @param {keyof T & string} member @param {string} name @param {string} label @param {() => void} changed */
function text(of, member, name, label, changed) {
  const change = (/** @type {string} */ value) => {
    Object.assign(of, { [member]: value });
    changed();
  };
  const type = member === "phone" ? "tel" : "text";
  return field({ name, label, value: of[member] ?? "", type, optional: true, change });
}
