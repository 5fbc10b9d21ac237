import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const JS = new URL("../../../static/js/", import.meta.url);
const CATALOGUES = new URL("ui/words/en/", JS);

/** @type {Record<string, string | string[] | Record<string, string>>} */
const words = {};
for (const file of readdirSync(CATALOGUES)) {
  const { default: catalogue } = await import(new URL(file, CATALOGUES).href);
  for (const id of Object.keys(catalogue)) {
    assert.ok(!(id in words), `${id} stands in two catalogues`);
  }
  Object.assign(words, catalogue);
}

const source = ["app.js", "ui", "components", "views"]
  .flatMap((name) => filesOf(new URL(name, JS)))
  .filter((url) => !url.pathname.includes("/ui/words/"))
  .map((url) => readFileSync(url, "utf8"))
  .join("\n");

/** @param {URL} url @returns {URL[]} */
function filesOf(url) {
  if (url.pathname.endsWith(".js")) return [url];
  return readdirSync(url, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => new URL(name, `${url.href}/`));
}

/** Whole ids in quotes, and ids with a part that is chosen at run time. */
const literal = new Set(
  [...source.matchAll(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/gi)].map(([, id]) => id),
);
const computed = [...source.matchAll(/`([a-z][\w-]*\.[\w.-]*\$\{[^`]*)`/gi)].map(
  ([, text = ""]) =>
    new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
);

/** @param {string | string[] | Record<string, string>} message */
const texts = (message) => (typeof message === "string" ? [message] : Object.values(message));

test("every message a screen asks for exists", () => {
  const asked = [...source.matchAll(/\b(?:t|parts)\(\s*"([^"]+)"/g)].map(([, id = ""]) => id);
  assert.ok(asked.length > 200);
  assert.deepEqual(
    asked.filter((id) => !(id in words)),
    [],
  );
});

test("every message is used by some screen", () => {
  const unused = Object.keys(words).filter(
    (id) => !literal.has(id) && !computed.some((pattern) => pattern.test(id)),
  );
  assert.deepEqual(unused, []);
});

test("no message uses a word that has no place on a screen, nor an exclamation mark", () => {
  const never = /\b(key|keys|master|token|vault|sync|compliance|journey|overdue|streak)\b|!/i;
  const found = Object.entries(words).filter(([, message]) =>
    texts(message).some((text) => never.test(text.replaceAll("arrow keys", ""))),
  );
  assert.deepEqual(found, []);
});

test("every reason for which the vault refuses has its sentence", () => {
  const types = readFileSync(new URL("vault/types.js", JS), "utf8");
  const reasons = /@typedef \{((?:"[a-z-]+"[|\s*]*)+)\} Reason/.exec(types)?.[1] ?? "";
  const named = [...reasons.matchAll(/"([a-z-]+)"/g)].map(([, reason]) => `error.${reason}`);
  assert.ok(named.length > 15);
  assert.deepEqual(
    named.filter((id) => !(id in words)),
    [],
  );
});

/** @param {URL} url @param {Set<string>} [seen] @returns {Set<string>} the module and all it imports statically */
function closure(url, seen = new Set()) {
  if (seen.has(url.href)) return seen;
  seen.add(url.href);
  const text = readFileSync(url, "utf8");
  for (const [, path = ""] of text.matchAll(/^import\b[^"']*["'](\.[^"']+)["']/gm)) {
    closure(new URL(path, url), seen);
  }
  return seen;
}

const app = readFileSync(new URL("app.js", JS), "utf8");
const routes = [...app.matchAll(/\[\s*"([a-z ]*)",\s*\(\) => import\("(\.[^"]+)"\)/g)];

test("every screen comes with the catalogues that hold its words", async () => {
  assert.ok(routes.length > 20);
  for (const [, areas = "", path = ""] of routes) {
    const loaded = new Set();
    const asked = areas.split(" ").filter(Boolean);
    for (const area of ["first", ...(asked.length ? ["frame"] : []), ...asked]) {
      const { default: catalogue } = await import(new URL(`${area}.js`, CATALOGUES).href);
      for (const id of Object.keys(catalogue)) loaded.add(id);
    }
    for (const module of closure(new URL(path, JS))) {
      const text = readFileSync(new URL(module), "utf8");
      for (const [, id = ""] of text.matchAll(/"([a-z][\w-]*(?:\.[\w-]+)+)"/gi)) {
        assert.ok(!(id in words) || loaded.has(id), `${path} shows ${id}, not in: ${areas}`);
      }
      for (const [, start = ""] of text.matchAll(/\b(?:t|parts)\(\s*`([\w.-]+\.)\$\{/g)) {
        const found = [...loaded].some((id) => id.startsWith(start));
        assert.ok(found, `${path} shows ${start}…, which is not in: ${areas}`);
      }
    }
  }
});
