// A copy to read: Markdown, a file a day. docs/export-format.md. What others wrote stands quoted and can't be taken for one's own.

import { lineOf } from "../foreign.js";
import { textOf } from "../payloads.js";
import { payloadOf, sortOf } from "./data.js";
import { isPlain, rowsOf } from "./tables.js";
import { json, localOf, own, quiet, whenOf, words } from "./text.js";

/** @import { CopyHead, Taken, Unread } from "./data.js" */

/** Words of the copy, by their name: in the language of the app, English on the terminal. @typedef {(name: string) => string} Label */

/** Members that stand elsewhere than in the list beneath the words. */
const PLACED = new Set(
  "v kind prev rev written happened title text prompt answers parent draft_of dosing".split(" "),
);

const LINE_END = /\r\n|[\r\n\u2028\u2029]/;

/** Members that are shown as words where they are text. */
const WORDS = ["title", "text"];

export class Markdown {
  #label;
  #owner;
  /** @type {Map<string, Taken[]>} days and the other files, without their ending */
  #files = new Map();
  /** @type {Map<string, Taken[]>} comments and details by author and item of what they hang on */
  #children = new Map();
  /** @type {Map<string, Taken[]>} what others are shown of an entry, by author and item of that */
  #excerpts = new Map();

  /** @param {Label} label @param {string} owner b64 id_pk */
  constructor(label, owner) {
    this.#label = label;
    this.#owner = owner;
  }

  /** @param {Taken} item */
  add(item) {
    const payload = payloadOf(item);
    if (payload.kind === "excerpt")
      put(this.#excerpts, `${this.#owner} ${payload.parent?.item}`, item);
    const parent = item.state === "kept" ? this.#parentOf(payload) : null;
    if (parent) put(this.#children, parent, item);
    else put(this.#files, fileOf(item), item);
  }

  /** @param {CopyHead} head @param {{[sort: string]: number}} counts @param {readonly Unread[]} unread @returns {Generator<[name: string, text: string]>} */
  *files(head, counts, unread) {
    yield ["README.md", this.#about(head, counts, unread)];
    const lost = this.#lost();
    for (const child of lost) put(this.#files, "other", child);
    const people = new Map(head.people.map(({ id, name }) => [id, lineOf(name)]));
    for (const [name, items] of [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield [`${name}.md`, this.#file(name, items, people, lost)];
  }

  /** @returns {Set<Taken>} what hangs on nothing that stands, or too deep: a comment has answers, and an answer none */
  #lost() {
    const placed = [...this.#files.values()].flat().flatMap((item) => this.#hangingOn(item));
    const reached = new Set(placed.flatMap((child) => [child, ...this.#hangingOn(child)]));
    return new Set([...this.#children.values()].flat().filter((child) => !reached.has(child)));
  }

  /** @param {Taken} item @returns {Taken[]} what is said about a part of an entry stands with the entry */
  #hangingOn(item) {
    if (payloadOf(item).kind === "excerpt") return [];
    const keyOf = (/** @type {Taken} */ { author, id }) => `${author ?? this.#owner} ${id}`;
    return [item, ...(this.#excerpts.get(keyOf(item)) ?? [])].flatMap(
      (one) => this.#children.get(keyOf(one)) ?? [],
    );
  }

  /** @param {any} payload @returns {string|null} author and item it is shown with */
  #parentOf({ kind, parent, dosing }) {
    if (kind === "details" && typeof dosing === "string") return `${this.#owner} ${dosing}`;
    const { author, item } = parent ?? {};
    const isNamed = kind === "comment" && typeof author === "string" && typeof item === "string";
    return isNamed ? `${author} ${item}` : null;
  }

  /** @param {CopyHead} head @param {{[sort: string]: number}} counts @param {readonly Unread[]} unread */
  #about({ made, owner }, counts, unread) {
    const label = this.#label;
    const { day, time } = localOf(made);
    const counted = Object.entries(counts).map(([sort, n]) => `- ${label(`n.${sort}`)}: ${n}`);
    const failed = unread.map(({ id, why }) => `- ${quiet(id)}: ${quiet(why)}`);
    return blocks([
      `# ${label("title")}: ${quiet(lineOf(owner.name))}`,
      `${label("made")}: ${day} ${time}`,
      label("open"),
      counted.join("\n"),
      label("about"),
      ...(failed.length > 0 ? [`## ${label("unread")}`, failed.join("\n")] : []),
    ]);
  }

  /** @param {string} name @param {readonly Taken[]} items @param {ReadonlyMap<string, string>} people @param {ReadonlySet<Taken>} lost */
  #file(name, items, people, lost) {
    const dated = items.map((item) => ({ item, when: whenOf(payloadOf(item)) }));
    const day = name.startsWith("journal/") ? name.slice("journal/".length) : null;
    const front = [
      "---",
      ...(day && day !== "undated" ? [`date: ${day}`] : []),
      "afterglow: 1",
      "items:",
      ...dated.map(({ item, when }) => `  - ${inert(json(metaOf(item, when)))}`),
      "---",
    ].join("\n");
    const heading = day && day !== "undated" ? day : this.#label(day ?? name);
    const sections = items.map((item) => {
      const children = lost.has(item) ? [] : this.#hangingOn(item);
      return this.#section(item, children, people, day !== null);
    });
    return blocks([front, `# ${heading}`, ...sections]);
  }

  /** @param {Taken} item @param {readonly Taken[]} children @param {ReadonlyMap<string, string>} people @param {boolean} isOfDay */
  #section(item, children, people, isOfDay) {
    const whole = payloadOf(item);
    const payload = typedOf(whole);
    const heading = [whenWords(whole, isOfDay), this.#titleOf(whole.kind, payload)].filter(Boolean);
    return blocksOf([
      `## ${heading.join(" ") || "–"}`,
      ...(item.author ? [`**${quiet(people.get(item.author) ?? item.author)}**`] : []),
      ...(payload.prompt ? [quoted(textOf(payload.prompt.text) || json(payload.prompt))] : []),
      item.author ? quoted(textOf(payload.text)) : own(textOf(payload.text)),
      ...this.#answers(payload.answers),
      membersOf(payload),
      ...children
        .flatMap((child) => [child, ...this.#hangingOn(child)])
        .map((child) => this.#child(child, people)),
    ]);
  }

  /** @param {unknown} kind @param {any} payload */
  #titleOf(kind, payload) {
    const title = quiet(lineOf(payload.title));
    if (title) return title;
    if (kind === "dosing") return `${this.#label("dosing")} ${quiet(words(payload.number))}`;
    if (payload.instrument) return quiet(lineOf(words(payload.instrument)));
    return kind === "entry" || kind === "draft" ? "" : quiet(lineOf(words(kind)));
  }

  /** @param {unknown} answers */
  #answers(answers) {
    if (answers === undefined) return [];
    const rows = rowsOf(answers).map((one) => {
      const asked = isPlain(one) ? lineOf(one.question) || lineOf(one.id) : "";
      return member(asked, isPlain(one) ? one.value : one, "");
    });
    return [rows.join("\n")];
  }

  /** @param {Taken} child @param {ReadonlyMap<string, string>} people */
  #child(child, people) {
    const payload = payloadOf(child);
    if (payload.kind !== "comment") return membersOf(payload);
    const name = child.author ? (people.get(child.author) ?? child.author) : this.#label("you");
    return blocksOf([
      `**${quiet(name)}** · ${whenWords(payload, false)}`,
      quoted(textOf(payload.text)),
      membersOf(payload),
    ]);
  }
}

/** @param {any} payload @returns {any} of a draft: what was typed, as an entry would have it */
function typedOf({ body, ...payload }) {
  const isDraft = payload.kind === "draft" && typeof body === "object" && body !== null;
  if (isDraft && !Array.isArray(body)) return { ...payload, ...body, kind: "draft" };
  return body === undefined ? payload : { ...payload, body };
}

/** @param {Taken} item @returns {string} */
function fileOf(item) {
  const payload = payloadOf(item);
  const sort = sortOf(payload.kind, item.state);
  if (sort === "comments") return "other";
  if (sort === "drafts" || sort === "trash" || sort === "other") return sort;
  const when = whenOf(payload);
  return `journal/${when ? localOf(when).day : "undated"}`;
}

/** @param {Taken} item @param {import("../instants.js").Instant|null} when */
function metaOf(item, when) {
  const { kind, title, phase } = payloadOf(item);
  return {
    id: item.id,
    state: item.state,
    kind: lineOf(words(kind)),
    ...(when ?? {}),
    ...(lineOf(title) && { title: lineOf(title) }),
    ...(lineOf(phase) && { phase: lineOf(phase) }),
  };
}

/** For viewers that take front matter for words. @param {string} text of JSON @returns {string} the same, without HTML, pictures and links */
function inert(text) {
  return text.replaceAll("<", "\\u003c").replaceAll("[", "\\u005b");
}

/** @param {any} payload @param {boolean} isOfDay  the day stands above @returns {string} */
function whenWords(payload, isOfDay) {
  const when = whenOf(payload);
  if (!when) return "";
  const { day, time } = localOf(when);
  return isOfDay ? time : `${day} ${time}`;
}

/** @param {any} payload @returns {string} what it holds besides its words, known here or not */
function membersOf(payload) {
  const isShown = (/** @type {string} */ name) =>
    PLACED.has(name) && !(WORDS.includes(name) && typeof payload[name] !== "string");
  const names = Object.keys(payload)
    .filter((name) => !isShown(name) && payload[name] !== null && payload[name] !== undefined)
    .sort();
  return names.map((name) => member(name, payload[name], "")).join("\n");
}

/** @param {string} name @param {any} value @param {string} indent @returns {string} as a list, with lists in it */
function member(name, value, indent) {
  const head = `${indent}-${name ? ` ${quiet(lineOf(name))}:` : ""}`;
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.some((one) => typeof one === "object"))
    return [head, ...value.map((one) => member("", one, inner))].join("\n");
  if (!Array.isArray(value) && typeof value === "object" && value !== null) {
    const rows = Object.keys(value)
      .sort()
      .map((one) => member(one, value[one], inner));
    return [head, ...rows].join("\n");
  }
  const text = quiet(words(value)).split(LINE_END).join(`\n${inner}`);
  return text ? `${head} ${text}` : head;
}

/** @param {string} text of somebody else's @returns {string} */
function quoted(text) {
  if (!text) return "";
  return text
    .split(LINE_END)
    .map((line) => `> ${quiet(lineOf(line))}`.trimEnd())
    .join("\n");
}

/** @param {Map<string, Taken[]>} map @param {string} key @param {Taken} item */
function put(map, key, item) {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** @param {string[]} parts @returns {string} */
function blocksOf(parts) {
  return parts.filter(Boolean).join("\n\n");
}

/** @param {string[]} parts @returns {string} a file */
function blocks(parts) {
  return `${blocksOf(parts)}\n`.toWellFormed();
}
