/**
 * What a timeline shows. All words come ready-made; the drawing knows nothing of the app.
 *
 * @typedef {object} ChartMark   one entry
 * @property {string} id
 * @property {number} ms
 * @property {"preparation"|"reflection"|"integration"} phase
 * @property {string|null} dose  id of the dosing session it belongs to
 * @property {string} title
 * @property {() => string} about   when, state: below the title; asked for only when it is shown
 * @property {string} href
 * @property {boolean} filled
 * @property {boolean} ring      the newest that waits
 * @property {boolean} commented
 *
 * @typedef {object} ChartDose
 * @property {string} id
 * @property {number} ms
 * @property {number} number
 * @property {string} route
 * @property {string} about
 * @property {boolean} planned
 *
 * @typedef {object} ChartPoint
 * @property {string} id
 * @property {number} ms
 * @property {number} value
 *
 * @typedef {object} ChartSeries  a measure on its own bands, or a personal rating
 * @property {string} label
 * @property {number} min
 * @property {number} max
 * @property {{from: number, name: string}[]} bands  from low to high; none for a rating
 * @property {number} gapDays     points further apart are not joined
 * @property {ChartPoint[]} points  by time
 *
 * @typedef {object} ChartData
 * @property {string} label        of the whole
 * @property {Record<string, string>} lanes   phase to its name
 * @property {ChartDose[]} doses   by time
 * @property {ChartMark[]} marks   by time
 * @property {ChartSeries[]} series
 * @property {number} now          ms
 * @property {string} today        the word
 * @property {(ms: number) => string} day  "19 Nov"
 * @property {string|null} selected  id of a mark
 */

export {};
