/**
 * Whom to call: the person's own people first, then the clinic, then the lines of the country, which is always named. Help shows them, and every
 * screen that must show them at once (catalogue `help`): `contactCards(await contacts(app), choose)`.
 *
 * The country is the one the person chose, else the one of this device's time zone. Where neither says it, the person is asked and sees no
 * number of any country. People and plan are sealed with the journal; only where the person said so does this device also keep a copy that
 * opens before the lock does.
 */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { countryIn, readLines, withPlaces } from "../../domain/help-lines.js";
import { textOf } from "../../domain/payloads.js";
import { hereZone } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { clinicPlaces, keepClinicLines } from "./clinic-lines.js";
import { content } from "./content.js";

/** @import { Country, Line } from "../../domain/help-lines.js" */
/** @import { App } from "./types.js" */

/**
 * @typedef {{name: string, phone: string, note: string}} OwnPerson
 * @typedef {{name: string, phone: string, hours: string}} Clinic
 * @typedef {{people: OwnPerson[], clinic: Clinic, country: string|null}} OwnContacts
 *
 * @typedef {{[part: string]: string}} Plan  by PLAN
 *
 * @typedef {object} Contacts
 * @property {Plan} plan  for hard hours, as far as it can be read here and now
 * @property {OwnContacts|null} own   null: none that can be read here and now
 * @property {Country|null} here  null: not known, and asked for
 * @property {Country[]} countries  the last one is for everywhere else; none: the list could not be read
 * @property {string} checked  day on which the lines were gone through; "" where none is said
 */

const COPY = "contacts";
const COUNTRY = "country";
const OPEN_PLAN = "plan";
/** Parts of the plan, in the order in which one would go through them. Our own simple structure, tested by nobody. */
export const PLAN = ["signs", "helps", "places", "people", "call", "room"];

/** @param {any} body of a `safety` document, or the copy @returns {OwnContacts} */
export function ownContacts({ people, clinic, country } = {}) {
  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");
  return {
    people: (Array.isArray(people) ? people : []).map((one) => ({
      name: text(one?.name),
      phone: text(one?.phone),
      note: text(one?.note),
    })),
    clinic: { name: text(clinic?.name), phone: text(clinic?.phone), hours: text(clinic?.hours) },
    country: text(country) || null,
  };
}

/** @returns {OwnContacts|null} what this device may show before it is unlocked */
export function openCopy() {
  const stored = recall(COPY);
  try {
    return stored ? ownContacts(JSON.parse(stored)) : null;
  } catch {
    return null; // not what this app has put there
  }
}

/** @param {OwnContacts|null} own null: no copy that opens without unlocking */
export function keepOpenCopy(own) {
  keep(COPY, own && JSON.stringify(own));
}

/** @param {any} body of a `safety` document, or the copy @returns {Plan} the parts that are written */
export function planOf(body) {
  const parts = PLAN.map((part) => [part, textOf(body?.plan?.[part]).trim()]);
  return Object.fromEntries(parts.filter(([, text]) => text !== ""));
}

/** @returns {Plan|null} what this device may show before it is unlocked */
export function openPlan() {
  const stored = recall(OPEN_PLAN);
  try {
    return stored ? planOf({ plan: JSON.parse(stored) }) : null;
  } catch {
    return null; // not what this app has put there
  }
}

/** @param {Plan|null} plan null: none that opens without unlocking */
export function keepOpenPlan(plan) {
  keep(OPEN_PLAN, plan && JSON.stringify(plan));
}

/** @param {Contacts} found @param {string} id of a country: what this device shows from now on @returns {Contacts} */
export function chooseCountry(found, id) {
  keep(COUNTRY, id);
  return { ...found, here: found.countries.find((one) => one.id === id) ?? null };
}

/** Nothing of the person's stays when the account leaves this device. */
export function forgetContacts() {
  keep(COPY, null);
  keep(COUNTRY, null);
  keep(OPEN_PLAN, null);
  keepClinicLines([]);
}

/**
 * @param {App} app
 * @returns {Promise<Contacts>} works offline, before the vault has answered, and without the list
 */
export async function contacts(app) {
  const [file, { own, plan }, places] = await Promise.all([
    content("help").catch(() => null),
    ownNow(app),
    placesNow(app),
  ]);
  const { countries: read, checked } = readLines(file);
  const countries = read.length > 0 ? withPlaces(read, places) : [];
  const chosen = [recall(COUNTRY), own?.country]
    .map((id) => countries.find((one) => one.id === id))
    .find(Boolean);
  return { own, plan, here: chosen ?? countryIn(countries, hereZone()), countries, checked };
}

/** @param {App} app @returns {Promise<Pick<Contacts, "own"|"plan">>} */
async function ownNow({ vault, status }) {
  const isOpen = status.state === "unlocked";
  const [safety] = isOpen ? await vault.documents({ kind: "safety" }).catch(() => []) : [];
  if (!safety) return { own: openCopy(), plan: openPlan() ?? {} };
  const [own, plan] = [ownContacts(safety.body), planOf(safety.body)];
  if (openCopy()) keepOpenCopy(own);
  if (openPlan()) keepOpenPlan(plan);
  return { own, plan };
}

/** @param {App} app @returns {Promise<Country[]>} of the packs on this device; what they said last, while it is locked */
async function placesNow({ vault, status }) {
  if (status.state === "unlocked") {
    const found = await vault.packs().catch(() => null);
    if (found) keepClinicLines(found.packs);
  }
  return clinicPlaces();
}

/**
 * @param {Contacts} found
 * @param {(id: string) => void} choose another country
 * @returns {import("lit-html").TemplateResult} own people, the clinic, and the lines of the country under its name
 */
export function contactCards(found, choose) {
  const { people = [], clinic } = found.own ?? {};
  return html`<div data-testid="contacts">
    <ul class="rows cards lines">
      ${each(
        people.filter(({ name, phone }) => name || phone),
        (one) => callCard(one.name, one.phone, one.note, "own-person"),
      )}
      ${clinic?.name || clinic?.phone ? callCard(clinic.name || t("help.clinic"), clinic.phone, clinic.hours, "own-clinic") : nothing}
    </ul>
    ${countryChoice(found, choose)}
    <ul class="rows cards lines" data-testid="country-lines">${linesOf(found).map(line)}</ul>
  </div>`;
}

/** @param {Contacts} found @returns {import("lit-html").TemplateResult|typeof nothing} the plan, one tap away (catalogue `safety`); nothing where none can be read */
export function planShown({ plan }) {
  const written = PLAN.filter((part) => plan[part]);
  if (written.length === 0) return nothing;
  return html`<details class="card fill" data-testid="plan">
    <summary>${t("help.plan")}</summary>
    <dl class="facts">
      ${written.map((part) => html`<div><dt class="soft small">${t(`plan.${part}`)}</dt><dd class="as-written" dir="auto">${plan[part]}</dd></div>`)}
    </dl>
  </details>`;
}

/** @param {Contacts} found @returns {Line[]} of the country; while it is not known no number, but where to look one up */
function linesOf({ here, countries }) {
  return here?.lines ?? countries.at(-1)?.lines.filter(({ kind }) => kind === "web") ?? [];
}

/**
 * @param {Contacts} found
 * @param {(id: string) => void} choose
 * @param {string} [label] instead of the one that stands above numbers
 * @returns {import("lit-html").TemplateResult} whose numbers these are, and the way to others; or the question where one is
 */
export function countryChoice({ here, countries }, choose, label) {
  if (countries.length === 0) return html`<p>${t("help.failed")}</p>`;
  const change = (/** @type {Event} */ event) =>
    choose(/** @type {HTMLSelectElement} */ (event.target).value);
  return html`${here || label ? nothing : html`<p><b>${t("help.whichCountry")}</b></p>`}
  <label class="country line">
    <span class=${here || label ? nothing : "unseen"}>${label ?? t("help.country")}</span>
    <select autocomplete="off" @change=${change} data-testid="country">
      ${here ? nothing : html`<option value="" selected disabled>${t("help.chooseCountry")}</option>`}
      ${countries.map(({ id, name }) => html`<option value=${id} ?selected=${id === here?.id}>${name}</option>`)}
    </select>
  </label>`;
}

/** @param {string} name @param {string} phone @param {string} note @param {string} id */
function callCard(name, phone, note, id) {
  return html`<li class="card line apart">
    <span><b dir="auto">${name}</b>${note ? html`<span class="soft small hint" dir="auto">${note}</span>` : nothing}</span>
    ${phone ? html`<a class="btn second" href=${`tel:${dialled(phone)}`} data-testid=${id}>${t("help.call", { number: phone })}</a>` : nothing}
  </li>`;
}

/** @param {Line} line */
function line({ id, kind, name, number = "", body, url = "", note }) {
  const [href, label] =
    kind === "web"
      ? [url, t("help.visit", { host: url.replace(/^https:\/\//, "") })]
      : kind === "text"
        ? [
            `sms:${dialled(number)}${body ? `?&body=${encodeURIComponent(body)}` : ""}`,
            body ? t("help.textBody", { body, number }) : t("help.text", { number }),
          ]
        : [`tel:${dialled(number)}`, t("help.call", { number })];
  return html`<li class="card line apart">
    <span><b dir="auto">${name}</b>${note ? html`<span class="soft small hint" dir="auto">${note}</span>` : nothing}</span>
    <a class=${kind === "emergency" ? "btn" : "btn second"} href=${href} rel="noreferrer" data-testid=${id}>${label}</a>
  </li>`;
}

/** @param {string} number @returns {string} as a phone dials it */
function dialled(number) {
  return number.replace(/[^\d+*#]/g, "");
}

/** @param {string} name @returns {string|null} */
function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string|null} value */
function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // storage is refused: Help then shows the national lines until one unlocks
  }
}
