// Measures that a clinic's pack brings: docs/packs.md, "Measures". What cannot be asked and scored as it stands is left out whole.

/** @import { AnswerLabel, Band, Instrument, Item } from "./measures.js" */

const SCORES = ["sum", "mean", "none"];

/**
 * @param {any} pack parsed and verified
 * @returns {Instrument[]} those of its measures that have their items
 */
export function packMeasures(pack) {
  const all = Array.isArray(pack?.measures) ? pack.measures : [];
  return all
    .map((/** @type {any} */ one) => readMeasure(one, pack))
    .filter((/** @type {Instrument|null} */ one) => one !== null);
}

/** @param {any} one @param {any} pack @returns {Instrument|null} */
function readMeasure(one, pack) {
  const answers = labelsOf(one?.answers);
  const items = itemsOf(one?.items, answers);
  const unscored = itemsOf(one?.unscored ?? [], answers);
  const isSound =
    plain(one?.id).startsWith(`${plain(pack.id)}.`) &&
    SCORES.includes(one.score) &&
    [one.total?.min, one.total?.max, one.everyDays, one.minutes].every(Number.isFinite);
  if (!isSound || !items?.length || !unscored) return null;
  return {
    id: one.id,
    version: plain(one.version),
    language: plain(pack.language),
    name: plain(one.name),
    title: plain(one.title),
    about: plain(one.title),
    minutes: one.minutes,
    windowDays: Number.isFinite(one.windowDays) ? one.windowDays : null,
    everyDays: one.everyDays,
    default: pack.asked === "always",
    ...(one.instruction && { instruction: plain(one.instruction) }),
    ...(one.stem && { stem: plain(one.stem) }),
    answers: answers ?? [],
    items,
    unscored,
    ...(items.some(({ id }) => id === one.safetyItem) && { safetyItem: one.safetyItem }),
    score: one.score,
    multiplier: 1,
    total: { min: one.total.min, max: one.total.max },
    better: one.better === "higher" ? "higher" : "lower",
    bands: bandsOf(one),
    source: plain(one.source),
    licence: plain(one.licence),
    notice: plain(one.permission ?? one.licence),
  };
}

/** What JSON can hold in the place of a text may not even become one. @param {unknown} value @returns {string} */
function plain(value) {
  return typeof value === "object" ? "" : String(value);
}

/** @param {unknown} value @returns {AnswerLabel[]|null} */
function labelsOf(value) {
  const isLabel = (/** @type {any} */ one) =>
    Number.isFinite(one?.value) && typeof one.label === "string";
  return Array.isArray(value) && value.length > 1 && value.every(isLabel) ? value : null;
}

/** @param {unknown} value @param {AnswerLabel[]|null} answers of the form @returns {Item[]|null} null where one could not be asked */
function itemsOf(value, answers) {
  const isItem = (/** @type {any} */ one) =>
    typeof one?.id === "string" &&
    typeof one.text === "string" &&
    (one.answers === undefined ? answers : labelsOf(one.answers));
  return Array.isArray(value) && value.every(isItem) ? value : null;
}

/** @param {any} one @returns {Band[]} by their own names, from low to high; none where the measure has none */
function bandsOf({ bands }) {
  const isBand = (/** @type {any} */ one) =>
    Number.isFinite(one?.from) && typeof one.name === "string";
  const named = Array.isArray(bands) ? bands.filter(isBand) : [];
  return named.map(({ from, name }) => ({ from, id: name, name })).sort((a, b) => a.from - b.from);
}
