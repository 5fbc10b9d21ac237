// Measures: instruments as they lie in static/content/instruments, their totals, bands and change rules. docs/clinical-content.md, "Measures".

/** @import { EntryDraft } from "./drafts.js" */
/** @import { Answer, Scored } from "./entries.js" */

/**
 * @typedef {{value: number, label: string}} AnswerLabel  in the order of the form
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {string} text
 * @property {AnswerLabel[]} [answers]  where they are not those of the form
 * @property {string} [least]   what stands at the lower end of a scale of numbers
 * @property {string} [most]
 * @property {boolean} [tell]   any answer above 0 is one for the clinic to hear
 * @property {number} [tellFrom]  the same, from this answer on
 *
 * @typedef {{from: number, id: string, name?: string}} Band  up to the next one; `name`: of a pack's own, in its own words
 * @typedef {{id: string, items: string[], least?: number}} Cluster  least: items that have to be endorsed for its part of the pattern
 *
 * @typedef {object} ChangeRule  when studies call a difference noticeable; of `points` and `percent` both hold where both stand
 * @property {number} [points]
 * @property {number} [percent]   of the earlier total
 * @property {string} [by]        who found that, as a reader would look it up
 * @property {number} [reliable]  points that are more than the form's own error
 * @property {string} [reliableBy]
 * @property {number} [responsePercent]
 * @property {number} [remissionBelow]
 * @property {number} [startsFrom]  the least total from which a response or a remission is reckoned; below it neither is named
 *
 * @typedef {object} Instrument
 * @property {string} id
 * @property {string} version     of the form
 * @property {string} language    in which its items stand
 * @property {string} name
 * @property {string} title
 * @property {string} [about]     of a pack's own: what it says of itself
 * @property {number} minutes     to fill in
 * @property {number|null} windowDays  days it looks back
 * @property {number} everyDays   how often it may be asked
 * @property {boolean} default    asked of everyone; others only where they were chosen
 * @property {string} [instruction]
 * @property {string} [stem]      begins every item
 * @property {AnswerLabel[]} answers
 * @property {Item[]} items       scored, in the order of the form
 * @property {Item[]} [unscored]  asked after them
 * @property {string} [safetyItem]  any answer above 0 brings help at once
 * @property {"sum"|"mean"|"none"} score
 * @property {number} multiplier
 * @property {{min: number, max: number}} total
 * @property {"lower"|"higher"} better
 * @property {Band[]} bands       from low to high
 * @property {string} [bandsBy]   who divided the totals so; absent: the pack that brought the measure
 * @property {Cluster[]} [clusters]
 * @property {number} [endorsedFrom]  the answer from which an item counts in a cluster's pattern
 * @property {ChangeRule} [change]
 * @property {boolean} [personal]  our own questions, not an instrument: no total, private
 * @property {string} source
 * @property {string} licence
 * @property {string} notice
 *
 * @typedef {object} Part  a short form made of some of the items
 * @property {string} id
 * @property {string} name
 * @property {string} title
 * @property {string[]} items
 * @property {number} minutes
 * @property {number} everyDays
 * @property {{min: number, max: number}} total
 * @property {Band[]} bands
 * @property {string} [bandsBy]
 *
 * @typedef {Instrument & {parts?: Part[]}} InstrumentFile
 * @typedef {Record<string, number|null|undefined>} Values  by item id; null or absent: left blank
 */

/**
 * @param {InstrumentFile} file
 * @returns {Instrument[]} the whole, then its short forms: the same words, the same answers
 */
export function instrumentsOf({ parts = [], ...whole }) {
  const short = parts.map(({ items, ...part }) => {
    const { safetyItem: _safety, unscored: _unscored, clusters: _clusters, ...rest } = whole;
    const own = whole.items.filter(({ id }) => items.includes(id));
    return { ...rest, ...part, items: own, default: false, change: undefined };
  });
  return [whole, ...short];
}

/** @param {Instrument} instrument @returns {Item[]} all that are asked, in order */
export function itemsOf({ items, unscored = [] }) {
  return [...items, ...unscored];
}

/** @param {Instrument} instrument @param {Item} item @returns {AnswerLabel[]} */
export function labelsOf(instrument, item) {
  return item.answers ?? instrument.answers;
}

/**
 * @param {Instrument} instrument
 * @param {Values} values
 * @returns {number|null} null: an item is blank, or an answer is none of the form's, or there is no score
 */
export function totalOf(instrument, values) {
  if (instrument.score === "none") return null;
  const given = instrument.items.map((item) => values[item.id]);
  if (!given.every((value, index) => isAnswer(instrument, index, value))) return null;
  const sum = given.reduce((/** @type {number} */ all, value) => all + Number(value), 0);
  const raw = instrument.score === "mean" ? sum / given.length : sum;
  return Math.round(raw * instrument.multiplier * 10) / 10;
}

/** @param {Instrument} instrument @param {number} index @param {number|null|undefined} value */
function isAnswer(instrument, index, value) {
  const item = /** @type {Item} */ (instrument.items[index]);
  return labelsOf(instrument, item).some((label) => label.value === value);
}

/** @param {Instrument} instrument @param {Values} values @returns {number} scored items that are blank */
export function blanksOf({ items }, values) {
  return items.filter(({ id }) => typeof values[id] !== "number").length;
}

/**
 * @param {Instrument} instrument
 * @param {Values} values
 * @returns {{id: string, total: number|null, count: number}[]} sums of its clusters, each on its own, with how many items it has
 */
export function clustersOf(instrument, values) {
  return (instrument.clusters ?? []).map(({ id, items }) => {
    const part = instrument.items.filter((item) => items.includes(item.id));
    const total = totalOf({ ...instrument, items: part, score: "sum" }, values);
    return { id, total, count: part.length };
  });
}

/**
 * Whether the answers have the pattern of DSM-5: enough endorsed items in every cluster. No diagnosis, and only for whoever treats the person.
 * @param {Instrument} instrument
 * @param {Values} values
 * @returns {boolean|null} null: the instrument has no such pattern, or an item is blank
 */
export function patternOf(instrument, values) {
  const { clusters = [], endorsedFrom } = instrument;
  if (endorsedFrom === undefined || totalOf(instrument, values) === null) return null;
  return clusters.every(
    ({ items, least = 0 }) =>
      items.filter((id) => Number(values[id]) >= endorsedFrom).length >= least,
  );
}

/** @param {Pick<Instrument, "bands">} instrument @param {number} total @returns {Band} */
export function bandOf({ bands }, total) {
  return bands.findLast(({ from }) => total >= from) ?? /** @type {Band} */ (bands[0]);
}

/**
 * @typedef {object} Change
 * @property {number} points    later less earlier
 * @property {boolean} marked   at least what studies call noticeable, for better or worse
 * @property {boolean} response  a fall by the share that studies call a response
 * @property {boolean} remission  from above the limit to below it
 */

/**
 * What a difference is called, by the instrument's own rules. Nothing here says that it is good or bad.
 * @param {Pick<Instrument, "change">} instrument
 * @param {number} from
 * @param {number} to
 * @returns {Change}
 */
export function changeOf({ change = {} }, from, to) {
  // In tenths, which are whole numbers.
  const [before, after] = [Math.round(from * 10), Math.round(to * 10)];
  const points = (after - before) / 10;
  const { points: least, percent, responsePercent, remissionBelow, startsFrom = 0 } = change;
  const reaches = (/** @type {number} */ by, /** @type {number|undefined} */ share) =>
    share !== undefined && before > 0 && by * 100 >= before * share;
  const hasRule = least !== undefined || percent !== undefined;
  const isEnough = Math.abs(points) >= (least ?? 0);
  const isShare = percent === undefined || reaches(Math.abs(after - before), percent);
  const isReckoned = from >= startsFrom;
  return {
    points,
    marked: hasRule && points !== 0 && isEnough && isShare,
    response: isReckoned && reaches(before - after, responsePercent),
    remission:
      isReckoned && remissionBelow !== undefined && from >= remissionBelow && to < remissionBelow,
  };
}

/**
 * @param {Instrument} instrument
 * @param {number|null} total
 * @param {number|null} last  the total before this one
 * @returns {boolean} whether one should be told whom to turn to: the hardest of its bands, or worse than last time by what counts as a change
 */
export function isHard(instrument, total, last) {
  const { bands, better } = instrument;
  if (total === null || bands.length === 0) return false;
  const hardest = better === "lower" ? bands.at(-1) : bands[0];
  if (bandOf(instrument, total) === hardest) return true;
  if (last === null) return false;
  const isWorse = better === "lower" ? total > last : total < last;
  return isWorse && changeOf(instrument, last, total).marked;
}

/** @param {Instrument} instrument @param {Values} values @returns {boolean} whether one of the answers is for the clinic to hear */
export function isTold({ items }, values) {
  return items.some(({ id, tell, tellFrom = tell ? 1 : Infinity }) => {
    return Number(values[id] ?? 0) >= tellFrom;
  });
}

/** @param {Instrument} instrument @param {Values} values @returns {boolean} whether help is to be shown at once */
export function asksForHelp({ safetyItem }, values) {
  return safetyItem !== undefined && Number(values[safetyItem] ?? 0) > 0;
}

/** @param {Instrument} instrument @param {Values} values @returns {Answer[]} raw, with every question as it was shown */
export function answersFrom(instrument, values) {
  return itemsOf(instrument).map(({ id, text }) => {
    return { id, question: text, type: "choice", value: values[id] ?? null };
  });
}

/** @param {readonly Answer[]} answers @returns {Values} */
export function valuesFrom(answers) {
  const numbers = answers.filter(({ value }) => typeof value === "number");
  return Object.fromEntries(numbers.map(({ id, value }) => [id, Number(value)]));
}

/** @param {Instrument} instrument @param {Values} values @returns {Scored} */
export function scoredFrom(instrument, values) {
  const { id, version, language, windowDays, total } = instrument;
  const scored = { instrument: id, form: { version, language, windowDays } };
  const score = totalOf(instrument, values);
  return instrument.personal
    ? { ...scored, total: null }
    : { ...scored, total: score, scale: total };
}

/**
 * @param {Instrument} instrument
 * @param {Values} values
 * @returns {EntryDraft} without a date: that of its first save
 */
export function measureDraft(instrument, values) {
  return {
    kind: instrument.personal ? "rating" : "measure",
    title: "",
    text: "",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
    answers: answersFrom(instrument, values),
    scored: scoredFrom(instrument, values),
  };
}
