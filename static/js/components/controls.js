/** The small pieces every screen is made of: icons, the mark, fields, the label of a phase. */

import { html, nothing } from "lit-html";
import { capital, LANGUAGES, pickLanguage, t } from "../ui/i18n.js";
import { look } from "../ui/look.js";

/** @import { TemplateResult } from "lit-html" */

/** Line drawings in a square of 24. @type {Record<string, string>} */
const PATHS = {
  today: "M4 11.5 12 5l8 6.500V19a1 1 0 0 1-1 1h-4v-5H9v5H5a1 1 0 0 1-1-1z",
  journal: "M6 4h11a1 1 0 0 1 1 1v15H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1zM5 18a2 2 0 0 1 2-2h11M9 8h5",
  timeline: "M3 17c4 0 4-9 8-9s4 6 10 3M7 20v-3M15 20v-9",
  people:
    "M9 5.800a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400M3.500 19c.6-3.200 2.700-5 5.500-5s4.900 1.800 5.500 5M16 6.500a3 3 0 0 1 0 5.800M17.500 14.600c1.700.7 2.700 2.200 3 4.400",
  me: "M12 4.500a3.700 3.700 0 1 0 0 7.400 3.700 3.700 0 0 0 0-7.400M5 20c.7-3.700 3.400-5.600 7-5.600s6.300 1.900 7 5.600",
  back: "M14.500 5.500 8 12l6.500 6.500",
  forward: "M9.500 5.500 16 12l-6.500 6.500",
  lock: "M7 10.500h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.500a2 2 0 0 1 2-2zM8 10.500V8a4 4 0 0 1 8 0v2.500",
  help: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M6.400 6.400l3.500 3.500M14.100 14.100l3.500 3.500M17.600 6.400l-3.500 3.500M9.900 14.100l-3.500 3.500",
  pen: "M5 19l1-4.200L16.300 4.500a1.400 1.400 0 0 1 2 0l1.200 1.200a1.400 1.400 0 0 1 0 2L9.200 18z",
  when: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.300l2.800 1.700",
  place: "M4 12h3M17 12h3M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7",
  title: "M6 6.500V5h12v1.500M12 5v14M9.500 19h5",
  feelings:
    "M12 19.500s-7-4.200-7-9.300A3.900 3.900 0 0 1 12 7.900a3.900 3.900 0 0 1 7 2.300c0 5.100-7 9.300-7 9.300z",
  scales: "M4 8h9M17 8h3M15 6v4M4 16h3M11 16h9M9 14v4",
  body: "M12 3.500a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400M8 20v-5l-1.500-5.500h11L16 15v5M12 15v5",
  more: "M6 11.200a.8.8 0 1 0 0 1.600.8.8 0 1 0 0-1.600M12 11.200a.8.8 0 1 0 0 1.600.8.8 0 1 0 0-1.600M18 11.200a.8.8 0 1 0 0 1.600.8.8 0 1 0 0-1.600",
  usual:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400",
  bin: "M5 7h14M10 7V5h4v2M7 7l.8 12h8.400L17 7M10.500 10.500v5M13.500 10.500v5",
  share:
    "M12 15V4M8.500 7.500 12 4l3.500 3.500M7 11H6a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7a1 1 0 0 0-1-1h-1",
  note: "M5 5.500h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7.500L7 20v-3.500H5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z",
  tick: "m5.500 12.500 4.200 4.200 9-9.400",
  plus: "M12 5v14M5 12h14",
  pin: "M8.500 4.500h7l-1 5.500 3 3.500h-11l3-3.500zM12 13.500V20",
  queue: "M5 6.500h14M5 12h14M5 17.500h8",
  minus: "M5 12h14",
  close: "M6.500 6.500l11 11M17.500 6.500l-11 11",
  search: "M10.500 5a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M14.700 14.700 19 19",
  copy: "M9 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5 15V5a1 1 0 0 1 1-1h9",
  scan: "M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M8 12h8",
};

/**
 * @param {string} name one of PATHS
 * @returns {TemplateResult} never read out: the words beside it, or the button's label, say it
 */
export function icon(name) {
  const turns = name === "back" || name === "forward" ? "icon turns" : "icon";
  return html`<svg class=${turns} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${PATHS[name] ?? ""} />
  </svg>`;
}

/** The operator's icon, as it stands on the home screen. */
export function mark() {
  return html`<img class="mark" src="/static/img/icon.svg" width="64" height="64" alt="" />`;
}

/**
 * @param {"preparation"|"reflection"|"integration"} phase
 * @param {unknown} text what stands beside the dot
 */
export function phaseLabel(phase, text) {
  return html`<span class="phase" data-phase=${phase}>${text}</span>`;
}

/**
 * @typedef {object} FieldOptions
 * @property {string} name          of the input and, with "field-" before it, its id
 * @property {string} label
 * @property {string} [hint]
 * @property {string|undefined} [wrong]  why the value cannot be taken; read out with the field
 * @property {string} [type]
 * @property {string} [value]
 * @property {string} [autocomplete]
 * @property {boolean} [plain]      no capitals, no spelling help: handles, codes
 * @property {boolean} [optional]
 * @property {boolean} [focus]
 * @property {(value: string) => void} [change]
 */

/** Fields of an account by how they fail. @type {Record<string, "handle"|"kitCode">} */
export const FIELD_OF = { "handle-invalid": "handle", "wrong-kit-code": "kitCode" };

/** @param {string|undefined} wrong @param {unknown} [id] */
export function fault(wrong, id = nothing) {
  return wrong ? html`<p class="wrong" id=${id} role="alert">${wrong}</p>` : nothing;
}

/** @param {FieldOptions} options @returns {TemplateResult} a labelled input; pasting is never hindered */
export function field(options) {
  const { name, label, hint, wrong, type = "text", value = "", change } = options;
  const id = `field-${name}`;
  const about = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    <input
      id=${id}
      name=${name}
      data-testid=${name}
      type=${type}
      .value=${value}
      autocomplete=${options.autocomplete ?? "off"}
      autocapitalize=${options.plain || type === "password" ? "none" : "sentences"}
      spellcheck=${options.plain || type === "password" ? "false" : "true"}
      autocorrect=${options.plain || type === "password" ? "off" : "on"}
      aria-describedby=${about || nothing}
      aria-invalid=${wrong ? "true" : nothing}
      ?required=${!options.optional}
      ?autofocus=${options.focus}
      @input=${(/** @type {Event} */ event) =>
        change?.(/** @type {HTMLInputElement} */ (event.target).value)}
    />
    ${fault(wrong, `${id}-wrong`)}
  </div>`;
}

/**
 * The values of a form, as text, and nothing sent anywhere.
 * @param {SubmitEvent} event
 * @returns {Record<string, string>}
 */
export function formValues(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Which language the app speaks: chosen under Me, and before there is an account. @param {{speak: (chosen: string) => Promise<void>}} app @param {"field"|"language"} [shape] with its label above, or small and beside other things */
export function languageChoice(app, shape = "field") {
  const speak = (/** @type {Event} */ event) =>
    app.speak(/** @type {HTMLSelectElement} */ (event.target).value);
  const chosen = look().language;
  return html`<div class=${shape}>
    <label for="field-language" class=${shape === "field" ? "" : "unseen"}>${t("language.choose")}</label>
    <select id="field-language" autocomplete="off" @change=${speak} data-testid="language">
      <option value="" ?selected=${!chosen}>
        ${t("language.device", { name: ownName(pickLanguage("")) })}
      </option>
      ${LANGUAGES.map(
        (tag) =>
          html`<option value=${tag} lang=${tag} ?selected=${tag === chosen}>${ownName(tag)}</option>`,
      )}
    </select>
  </div>`;
}

/** @param {string} tag @returns {string} a language as those who speak it call it */
function ownName(tag) {
  return capital(new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag);
}
