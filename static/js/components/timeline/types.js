/**
 * What a timeline shows. All words come ready-made; the drawing knows nothing of the app.
 *
 * @import { Span } from "./scale.js"
 *
 * @typedef {object} ChartThing  whatever has a place on the timeline, and opens
 * @property {string} id
 * @property {number} ms
 * @property {string} title
 * @property {() => string} about   when, state: below the title; asked for only when it is shown
 * @property {string} href
 *
 * @typedef {object} MarkOnly
 * @property {"preparation"|"reflection"|"integration"} phase
 * @property {string|null} dose  id of the dosing session it belongs to
 * @property {boolean} filled
 * @property {boolean} ring      the newest that waits
 * @property {boolean} commented
 * @property {boolean} part      not the whole entry
 * @property {boolean} pinned
 * @typedef {ChartThing & MarkOnly} ChartMark  one entry
 *
 * @typedef {object} DoseOnly
 * @property {number} number
 * @property {string} route     id, for the drawing
 * @property {boolean} planned
 * @typedef {ChartThing & DoseOnly} ChartDose
 *
 * @typedef {ChartThing & {state: "open"|"done"|"declined"}} ChartTask  something assigned, where it is due
 *
 * @typedef {ChartThing & {value: number}} ChartPoint
 *
 * @typedef {object} ChartSeries  a measure on its own bands, or a personal rating
 * @property {string} id
 * @property {string} label
 * @property {number} min
 * @property {number} max
 * @property {{from: number, name: string}[]} bands  from low to high; none for a rating
 * @property {number} gapDays     points further apart are not joined
 * @property {ChartPoint[]} points  by time
 *
 * @typedef {object} ChartWords
 * @property {string} today
 * @property {string} tasks   name of the thin lane
 * @property {string} closer  what opening a count does
 * @property {(n: number, from: number, to: number) => string} entries
 * @property {(n: number, from: number, to: number) => string} readings
 * @property {(first: number, last: number) => string} doses
 *
 * @typedef {object} ChartData
 * @property {string} label        of the whole
 * @property {Record<string, string>} lanes   phase to its name
 * @property {ChartDose[]} doses   by time
 * @property {ChartMark[]} marks   by time
 * @property {ChartTask[]} tasks   by time
 * @property {ChartSeries[]} series
 * @property {number} now          ms
 * @property {(ms: number) => string} day    "19 Nov", and with the year when it is another one
 * @property {(ms: number) => string} month  "Nov 2026", where dates are far apart
 * @property {ChartWords} words
 * @property {string|null} selected  id of a thing
 *
 * @typedef {object} ChartView
 * @property {ChartData} data
 * @property {Span} shown  the same object as long as nobody looks elsewhere
 * @property {(shown: Span) => void} moved  somebody scrolled or looks closer
 */

export {};
