/** Help: before signing in, without a network, two taps from anywhere. People first, then lines, then a minute to land. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { longDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { content } from "../content.js";

/** @import { OpenScreen } from "../types.js" */

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {"emergency"|"call"|"text"|"web"} kind
 * @property {string} name
 * @property {string} [number]
 * @property {string} [body]
 * @property {string} [url]
 * @property {string} [note]
 * @typedef {{id: string, name: string, regions: string[], lines: Line[]}} Country
 */

/** @type {OpenScreen} */
export default async (app) => {
  const read = await Promise.all([content("help"), content("help-texts")]).catch(() => null);
  if (!read) return { render: () => html`<main class="column"><p>${t("help.failed")}</p></main>` };
  const [lists, texts] = read;
  /** @type {Country[]} */
  const places = lists.places;
  /** @type {{id: string, name: string, note: string}[]} the clinic before all others */
  const first = lists.first.toSorted((/** @type {{id: string}} */ { id }) =>
    id === "clinic" ? -1 : 1,
  );
  let here = nearest(places);

  /** @param {Event} event */
  function choose(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    here = places.find(({ id }) => id === value) ?? here;
    app.draw();
  }

  return {
    title: t("help.title"),
    render: () => html`<main class="column help" id="main">
      <header class="head line apart">
        <button class="btn bare edge-start" @click=${() => app.back("/")} data-testid="back">
          ${icon("back")}${t("do.back")}
        </button>
      </header>
      <h1>${t("help.title")}</h1>
      <p class="lead">${texts.watching.long[0]}</p>
      <ul class="rows cards">
        ${first.map(
          ({ name, note }) => html`<li class="card">
            <h2>${name}</h2>
            <p class="soft">${note}</p>
          </li>`,
        )}
      </ul>
      <section class="group">
        <div class="line apart">
          <h2>${t("help.first")}</h2>
          <label class="country"
            ><span class="unseen">${t("help.country")}</span>
            <select autocomplete="off" @change=${choose} data-testid="country">
              ${places.map(({ id, name }) => html`<option value=${id} ?selected=${id === here.id}>${name}</option>`)}
            </select></label
          >
        </div>
        <ul class="rows cards lines">
          ${here.lines.map(line)}
        </ul>
        <p class="soft small">${t("help.checked", { day: longDay(lists.checked) })}</p>
      </section>
      <section class="group card grounding">
        <h2>${texts.grounding.title}</h2>
        <ol>
          ${texts.grounding.steps.map((/** @type {string} */ step) => html`<li>${step}</li>`)}
        </ol>
        <p class="soft">${texts.grounding.after}</p>
      </section>
      <section class="group stack">
        ${texts.watching.long.slice(1).map((/** @type {string} */ text) => html`<p>${text}</p>`)}
      </section>
    </main>`,
  };
};

/** @param {Country[]} places @returns {Country} by the person's languages, never by asking anybody */
function nearest(places) {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).maximize().region ?? "");
  const spoken = navigator.languages.map((tag) => new Intl.Locale(tag).region ?? "");
  const found = [...spoken, ...regions]
    .map((region) => places.find((place) => place.regions.includes(region)))
    .find(Boolean);
  return found ?? /** @type {Country} */ (places.at(-1));
}

/** @param {Line} line */
function line({ id, kind, name, number = "", body, url = "", note }) {
  const digits = number.replace(/[^\d+]/g, "");
  const [href, label] =
    kind === "web"
      ? [url, t("help.visit", { host: url.replace(/^https:\/\//, "") })]
      : kind === "text"
        ? [
            `sms:${digits}${body ? `?&body=${encodeURIComponent(body)}` : ""}`,
            body ? t("help.textBody", { body, number }) : t("help.text", { number }),
          ]
        : [`tel:${digits}`, t("help.call", { number })];
  return html`<li class="card line apart">
    <span><b>${name}</b>${note ? html`<span class="soft small hint">${note}</span>` : nothing}</span>
    <a class=${kind === "emergency" ? "btn" : "btn second"} href=${href} rel="noreferrer" data-testid=${id}>${label}</a>
  </li>`;
}
