// As much of a page as screens ask for while they run in Node, and an app that notes what they do with it. Import it before a screen.

import { readFileSync } from "node:fs";
import { root } from "../vault/world.js";
import { markupOf } from "./drawn.js";

/** @param {object} [more] @returns {any} an element that takes what is done to it */
export function element(more = {}) {
  const nothing = () => {};
  const methods = {
    append: nothing,
    setAttribute: nothing,
    toggleAttribute: nothing,
    addEventListener: nothing,
  };
  return { dataset: {}, style: {}, focus: nothing, ...methods, ...more };
}

/** Elements of the page by id, as a test puts them there. @type {Map<string, any>} */
export const elements = new Map();

Object.assign(globalThis, {
  document: {
    documentElement: element(),
    body: element(),
    createElement: () => element({ getContext: () => null }),
    createTreeWalker: () => ({}),
    createComment: () => ({}),
    createDocumentFragment: () => element(),
    addEventListener: () => {},
    getElementById: (/** @type {string} */ id) => elements.get(id) ?? null,
    querySelector: () => null,
    querySelectorAll: () => [],
  },
  CSS: { supports: () => true },
  MutationObserver: class {
    observe() {}
  },
  HTMLElement: class {},
  HTMLTextAreaElement: class {},
  customElements: { define: () => {}, get: () => undefined },
  matchMedia: () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }),
  addEventListener: () => {},
  removeEventListener: () => {},
  requestAnimationFrame: () => 0,
  scrollTo: () => {},
  scrollY: 0,
  location: { hash: "" },
  history: { state: null, replaceState: () => {} },
});

const network = globalThis.fetch;
globalThis.fetch = async (url, init) => {
  const name = String(url).match(/^\/static\/content\/.*$/)?.[0];
  return name ? new Response(readFileSync(root + name)) : network(url, init);
};

/**
 * @param {any} vault
 * @param {object} [more]
 * @returns {any} an app that lends it, and notes in `went` and `said` where a screen leads and what it says
 */
export function appWith(vault, more = {}) {
  /** @type {string[]} */
  const went = [];
  /** @type {(string|null)[]} */
  const said = [];
  return {
    vault,
    went,
    said,
    remembered: new Map(),
    status: { state: "unlocked", role: "patient" },
    sync: { state: "idle", coming: null, notices: [] },
    draw: () => {},
    lock: () => {},
    reopen: async () => {},
    go: (/** @type {string} */ path) => went.push(path),
    back: (/** @type {string} */ path) => went.push(`back ${path}`),
    say: (/** @type {any} */ toast) => said.push(toast?.text ?? toast),
    ...more,
  };
}

/**
 * A vault of which some methods do something else.
 * @param {any} vault
 * @param {Record<string, Function>} methods
 * @returns {any}
 */
export function vaultBut(vault, methods) {
  return new Proxy(vault, {
    get: (own, name) => {
      const method = methods[String(name)] ?? own[name];
      return typeof method === "function" && !(String(name) in methods) ? method.bind(own) : method;
    },
  });
}

/**
 * What a control of the drawn screen does when it is pressed, typed into or changed.
 * @param {unknown} drawn
 * @param {string} name  its data-testid or its id
 * @param {string} [event]
 * @returns {(event?: any) => any}
 */
export function actOf(drawn, name, event = "click") {
  /** @type {((event?: any) => any)[]} */
  const acts = [];
  const markup = markupOf(drawn, (act) => `"act-${acts.push(act) - 1}"`);
  const tag = new RegExp(`<[a-z]+[^>]*\\s(?:data-testid|id)="?${name}["\\s>/][^>]*`).exec(
    `${markup}`,
  )?.[0];
  const act = acts[Number(new RegExp(`@${event}="act-(\\d+)"`).exec(tag ?? "")?.[1])];
  if (!act) throw new Error(`${name} takes no ${event}`);
  return act;
}

/** @param {unknown} drawn @param {string} name a data-testid @returns {string|undefined} the words in it */
export function wordsOf(drawn, name) {
  const pattern = new RegExp(`data-testid="?${name}["\\s>][^>]*>?([^<]*)`);
  return pattern.exec(markupOf(drawn))?.[1]?.trim();
}
