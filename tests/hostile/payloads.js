// What another device, or another person with a client of their own, may have sealed: strict JSON of every kind, odd in one member at a time.
// `node tests/hostile/payloads.js` writes all of it as one JSON object; the ids it hangs on are placed by whoever plays it.

import { pathToFileURL } from "node:url";

const W = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };
/** Stand for ids that are known when it is played: an entry of the one who reads it, and one of the author's own. */
export const THEIRS = { author: "THEIR-AUTHOR", item: "THEIR-ITEM", rev: "THEIR-REV" };
export const OWN = { author: "OWN-AUTHOR", item: "OWN-ITEM", rev: "OWN-REV" };

const nested = (/** @type {number} */ depth) => {
  let value = /** @type {any} */ ("x");
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

/** Values that are no more than odd, by family. @type {Record<string, any[]>} */
const ODD = {
  types: [null, -1, 0, 1.5, 1e15, -1e15, true, false, [], {}, [[[]]], [null], [{}], "", "x"],
  objects: [
    JSON.parse('{"__proto__":{"x":1}}'),
    { toString: 1, valueOf: 1 },
    { constructor: { name: 1 }, hasOwnProperty: 1 },
    { length: 1_000_000_000 },
    // biome-ignore lint/suspicious/noThenProperty: an object that looks like a promise
    { then: 1, toJSON: 1 },
    { _$litType$: 1, strings: ["<b>", "</b>"], values: [] },
    { _$litDirective$: 1, values: [] },
    nested(40),
  ],
  names: ["__proto__", "constructor", "toString", "hasOwnProperty", "../../..", "phq-9", "PHQ-9"],
  markup: [
    "<img src=x onerror=\"document.title='owned'\">",
    '"><svg onload=alert(1)><script>alert(1)</script>',
    "javascript:alert(1)",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
    "${alert(1)}{{constructor.constructor('alert(1)')()}}",
    "<!--?lit$1$--> lit$123$ {n} {name}",
  ],
  marks: [
    "\u202egnorts\u202d \u2066nested\u2067 \u2069\u2069 end",
    "a\u0000b\u0008c\u007fd\u0085e",
    "\u001b[2J\u001b[1A\u001b]0;OWNED\u0007\u001b]52;c;cm0=\u0007\u001b[8m hidden \u009b31m",
    "one\u2028two\u2029three\r\nfour\ttab",
    "\ufeff\u200b\u200d\u2060\u00ad",
  ],
  scripts: [
    "البحر (1).",
    "שלום, עולם!",
    "😀👨‍👩‍👧🇩🇪👋🏽".repeat(60),
    `e${"\u0301".repeat(800)}`,
    "ﷺ".repeat(200),
    "한글 日本語 ไทย",
  ],
  long: ["Z".repeat(5_000), "word ".repeat(2_000), ["x".repeat(200)], Array(900).fill("x")],
};

/** Moments that no clock has shown, or none here can read. */
const MOMENTS = [
  ..."+275760-09-13T00:00:00Z -271821-04-19T00:00:00Z 9999-12-31T23:59:59Z 0000-01-01T00:00:00Z"
    .split(" ")
    .map((at) => ({ at, zone: "UTC" })),
  { at: "9999999-01-01", zone: "UTC" },
  { at: "2026-02-30T25:61:00Z", zone: "UTC" },
  { at: "2199-12-31T23:59:59.999Z", zone: "Pacific/Apia" },
  { at: "1900-01-01T00:00:00.000Z", zone: "Pacific/Niue" },
  { at: 5, zone: 5 },
  { at: W.at },
  ...[
    "America/Nowhere",
    "right/Europe/Berlin",
    "localtime",
    "",
    "__proto__",
    "\u202eUTC",
    "../x",
  ].map((zone) => ({ at: W.at, zone })),
];
const DAYS = [
  "9999-99-99",
  "2026-02-30",
  "0000-00-00",
  "+275760-09-13",
  "275760-09-13",
  "tomorrow",
];
const ANSWERS = [
  [{ id: "a", question: "q", type: "scale", value: 1e15 }],
  [{ id: "__proto__", question: "q", type: "chips", value: ["<b>x</b>", 5, null] }],
  [{ id: "a", question: "q", type: "body", value: ["front.__proto__", "back.constructor", "x"] }],
  [{ id: "a", question: {}, type: "choice", value: -5 }],
  [{ id: "a", question: "q", type: "text", value: { x: 1 } }],
  [{ id: "a", question: "q", type: "nonsense", value: 1 }],
  [{ id: "1", question: "q", type: "choice", value: "9" }],
  Array.from({ length: 900 }, (_, i) => ({ id: `${i}`, question: "q", type: "text", value: "v" })),
];
const SCALES = [
  { min: 5, max: 5 },
  { min: 1, max: -1 },
  { min: "a", max: [] },
  { min: -1e15, max: 1e15 },
];

const base = (/** @type {string} */ kind, /** @type {object} */ members) => {
  return { v: 1, kind, prev: null, written: W, ...members };
};
const PROMPT = { pack: "core", id: "P1", version: 1, text: "What is here?", phase: "preparation" };
const FORM = { version: "1", language: "en", windowDays: 14 };
const CHOICES = [{ id: "1", question: "q", type: "choice", value: 3 }];

/** One payload of each kind in which nothing is odd, with the members that are made odd one by one. @type {Record<string, object>} */
const KINDS = {
  entry: {
    happened: W,
    title: "t",
    text: "ok",
    phase: "reflection",
    dosing: "x",
    prompt: PROMPT,
    answers: [],
    conflict_of: OWN,
    captured: true,
    attachments: [],
  },
  measure: {
    happened: W,
    instrument: "PHQ-9",
    form: FORM,
    total: 9,
    scale: { min: 0, max: 27 },
    answers: CHOICES,
  },
  rating: { happened: W, instrument: "mood", total: 4, scale: { min: 0, max: 10 }, answers: [] },
  dosing: {
    happened: W,
    route: "iv",
    number: 2,
    state: "done",
    note: "n",
    course: "x",
    setting: "s",
    support: "s",
  },
  details: {
    dosing: "x",
    amount: "1",
    vitals: [{ what: "pulse", value: "60", at: "10:00" }],
    effects: [{ what: "nausea", intensity: 1, duration: "1 h" }],
  },
  comment: { parent: THEIRS, text: "c" },
  excerpt: {
    parent: OWN,
    happened: W,
    title: "t",
    text: "part",
    of: { shown: 1, of: 2 },
    instrument: "PHQ-9",
    total: 3,
    answers: [],
  },
  receipt: { parent: THEIRS, what: "opened" },
  review: { parent: THEIRS, reviewed: true },
  reply: { parent: THEIRS, what: "declined" },
  note: { parent: THEIRS, person: THEIRS.author, text: "n" },
  pin: { parent: THEIRS, person: THEIRS.author, pinned: true },
  meeting: { person: THEIRS.author, at: W },
  course: {
    name: "c",
    began: W,
    ended: W,
    plan: "acute",
    packs: ["core"],
    support: { name: "s", phone: "1" },
    homeSession: true,
    medicines: "m",
  },
  thread: {
    intention: "i",
    dosing: "x",
    course: "x",
    began: W,
    fragments: [OWN.item],
    insight: "i",
    act: { what: "a", when: "2026-11-21", with: "w", outcome: "done", said: "s" },
    next: "n",
    from: "x",
  },
  settings: {
    guardHours: 24,
    measures: { "PHQ-9": true },
    shareWith: { core: "x" },
    tellOpened: true,
    usual: [],
    away: {},
  },
  safety: {
    people: [{ name: "p", phone: "1", note: "n" }],
    clinic: { name: "c", phone: "1", hours: "h" },
    country: "de",
    plan: { signs: "s" },
  },
  consent: { version: "2", language: "en", lines: ["l"], agreed: W },
  skip: { measure: "PHQ-9", at: W },
  share: {
    person: THEIRS.author,
    item: OWN.item,
    rev: OWN.rev,
    excerpt: OWN.item,
    parts: ["words"],
    reason: "r",
    until: W,
    waits: W,
    events: [{ what: "shared", at: W }],
  },
  series: { person: THEIRS.author, instrument: "PHQ-9", since: W, until: W },
  boundary: {
    rhythm: "r",
    record: "r",
    danger: "d",
    absence: "a",
    away: { from: "2026-11-20", until: "2026-11-30", text: "t" },
  },
  assignment: {
    what: "prompt",
    prompt: PROMPT,
    pack: "core",
    title: "t",
    instrument: "PHQ-9",
    note: "n",
    due: { dose: "next", days: 1 },
  },
  request: { what: "contact" },
  draft: { draft_of: OWN.item, body: { title: "t", text: "x", kind: "entry", rev: OWN.rev } },
};
/** What is tried on members of these names besides what is tried on all. @type {Record<string, any[]>} */
const BESIDES = {
  body: [
    { title: {}, text: [], prompt: 5, scored: 5, kind: {}, rev: {} },
    { scored: { instrument: {} } },
  ],
  happened: MOMENTS,
  written: MOMENTS,
  began: MOMENTS,
  ended: MOMENTS,
  agreed: MOMENTS,
  at: MOMENTS,
  since: MOMENTS,
  until: MOMENTS,
  waits: MOMENTS,
  answers: ANSWERS,
  scale: SCALES,
  form: SCALES,
  of: [{ shown: 1e15, of: -1 }, { shown: "a" }],
  due: [...DAYS.map((date) => ({ date })), { dose: "next", days: 1e15 }, { dose: {}, days: 0.5 }],
  away: DAYS.map((from) => ({ from, until: "9999-12-31", text: {} })),
  act: DAYS.map((when) => ({ what: "a", when, outcome: "__proto__" })),
  events: [[{ what: "__proto__", at: MOMENTS[0] }, null, 5]],
  people: [[null, 5, { name: {}, phone: [] }]],
  vitals: [[null, { what: "x", value: {}, at: [] }]],
  effects: [[null, { what: "__proto__", intensity: 1e15 }]],
  parent: [
    { author: "x", item: "y", rev: "z" },
    { author: "__proto__", item: "__proto__", rev: "" },
  ],
};
/** How many of the values are tried on one member: each time others, so that all of them are on many. */
const TURN = 3;
const VALUES = Object.entries(ODD).flatMap(([family, values]) =>
  values.map((value) => /** @type {const} */ ([family, value])),
);

/** @returns {[name: string, payload: any][]} the same every time */
export function hostilePayloads() {
  /** @type {[string, any][]} */
  const found = [];
  let turn = 0;
  for (const [kind, members] of Object.entries(KINDS)) {
    const whole = base(kind, members);
    found.push([`${kind}, nothing odd`, whole]);
    for (const member of ["written", ...Object.keys(members)]) {
      const tried = Array.from({ length: TURN }, () => VALUES[turn++ % VALUES.length]);
      const besides = (BESIDES[member] ?? []).map((value) => /** @type {const} */ (["odd", value]));
      for (const [family, value] of [...tried.filter((one) => one !== undefined), ...besides]) {
        found.push([`${kind}.${member}: ${family}`, { ...whole, [member]: value }]);
      }
    }
  }
  for (const kind of [...(ODD.names ?? []), ...(ODD.markup ?? []), "unknown", ""]) {
    found.push([`kind ${kind}`, base(kind, { text: kind, title: kind, happened: W })]);
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.stdout.write(JSON.stringify(hostilePayloads()));
}
