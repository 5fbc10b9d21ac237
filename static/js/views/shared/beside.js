/** What can be set beside the words of an entry: chips of words, sliders, places in the body; and how it is shown again. */

import { html, nothing } from "lit-html";
import { bodyMap } from "../../components/body-map.js";
import { prose } from "../../components/prose.js";
import { each, inList } from "../../components/rows.js";
import { MOST, sliderMark } from "../../components/slider.js";
import { joined, t } from "../../ui/i18n.js";

/** @import { Answer } from "../../domain/entries.js" */
/** @typedef {{id: string, front: string, back: string}} Area */

/**
 * @typedef {object} Beside  static/content/beside.json
 * @property {{id: string, question: string, words: {id: string, text: string}[]}[]} chips
 * @property {{id: string, question: string, low: string, high: string}[]} scales
 * @property {{id: string, question: string, areas: Area[]}} body
 */

/**
 * @param {readonly Answer[]} answers
 * @param {Answer} answer  with its question as it was shown
 * @returns {Answer[]} with this answer in the place of an older one; nothing chosen is no answer
 */
export function withAnswer(answers, answer) {
  const others = answers.filter(({ id }) => id !== answer.id);
  const { value } = answer;
  const isBlank = value === null || (Array.isArray(value) && value.length === 0);
  return isBlank ? others : [...others, answer];
}

/** @param {readonly Answer[]} answers @param {string} id @returns {string[]} what was chosen of a list */
export function chosenOf(answers, id) {
  const value = answers.find((answer) => answer.id === id)?.value;
  return Array.isArray(value) ? value : [];
}

/** @param {readonly Answer[]} answers @param {string} id @returns {number|null} */
export function levelOf(answers, id) {
  const value = answers.find((answer) => answer.id === id)?.value;
  return typeof value === "number" ? value : null;
}

/** @param {string[]} shaded ids of areas @param {Beside} beside @returns {string} their names; an unknown one as it is */
export function areaNames(shaded, { body }) {
  const names = new Map(
    body.areas.flatMap(({ id, front, back }) => [
      [`front.${id}`, front],
      [`back.${id}`, back],
    ]),
  );
  return shaded.map((id) => names.get(id) ?? id).join(", ");
}

/**
 * @param {readonly Answer[]} answers of an entry
 * @param {Beside} beside
 * @param {(answer: Answer) => unknown} [more]  stands behind an answer, in the editor
 */
export function answersShown(answers, beside, more = () => nothing) {
  if (answers.length === 0) return nothing;
  return html`<dl class="beside" data-testid="beside">
    ${each(
      answers,
      (answer) => html`<div data-type=${answer.type}>
        <dt>${answer.question}</dt>
        <dd>${shownValue(answer, beside)} ${more(answer)}</dd>
      </div>`,
      inList,
    )}
  </dl>`;
}

/** @param {Answer} answer @param {Beside} beside */
function shownValue({ type, value }, beside) {
  if (type === "body" && Array.isArray(value)) return shownBody(value, beside);
  if (type === "chips" && Array.isArray(value))
    return html`<span dir="auto">${joined(value)}</span>`;
  if (typeof value !== "number") return prose(String(value ?? ""));
  if (type !== "scale") return String(value);
  return html`${sliderMark(value)}<span>${t("beside.of", { n: value, most: MOST })}</span>`;
}

/** @param {string[]} shaded @param {Beside} beside */
function shownBody(shaded, beside) {
  const sides = /** @type {const} */ (["front", "back"]).filter((side) =>
    shaded.some((id) => id.startsWith(`${side}.`)),
  );
  return html`<div class="bodies">${sides.map((side) => bodyMap({ side, shaded }))}</div>
    <span>${areaNames(shaded, beside)}</span>`;
}
