import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import {
  addWords,
  LANGUAGES,
  language,
  loadWords,
  pickLanguage,
  setLanguage,
  t,
} from "../../../static/js/ui/i18n.js";
import { pseudo, pseudoWords } from "../../../static/js/ui/pseudo.js";

const WORDS = new URL("../../../static/js/ui/words/", import.meta.url);
/** The page of all pieces is for those who build the app: it stays in English. */
const AREAS = readdirSync(new URL("en/", WORDS)).filter((file) => file !== "design.js");
/** What is rightly the same in another language. */
const SAME = {
  es: /^(place\.both|route\.short\.(iv|im|sc|nasal|oral|rectal)|(answer|invite)\.no|measure\.(end|last|total)|measures\.last|thread\.actOn|chart\.doseAt|entry\.measure|date\.dayAndTime|route\.rectal)$/,
  de: /^(place\.both|route\.short\.(iv|im|sc|nasal|oral)|phase\.integration|(signUp|course)\.name|about\.version|(kit|signUp|lock)\.passphrase|measure\.(end|last)|measures\.last|thread\.actOn|chart\.table\.phase|write\.(phase|tool\.phase)|safety\.person|entry\.measure|date\.dayAndTime|band\.minimal)$/,
};
const NEVER = {
  es: /\b(clave|claves|token|bóveda|sincroniza\w*|cumplimiento|adherencia|viaje|atrasad[oa]s?|vencid[oa]s?|racha)\b|[!¡]/i,
  de: /\b(Schlüssel|Token|Tresor|Synchronis\w*|Compliance|Therapietreue|Reise|überfällig\w*|Serie)\b|!/i,
};
/** @typedef {Record<string, string | string[] | Record<string, string>>} Catalogue */

/** @param {string} name @returns {Promise<Catalogue>} every message of a language */
async function wordsOf(name) {
  /** @type {Catalogue} */
  const all = {};
  for (const file of AREAS) {
    const url = new URL(`${name}/${file}`, WORDS);
    if (existsSync(url)) Object.assign(all, (await import(url.href)).default);
  }
  return all;
}

/** @param {Catalogue[string]|undefined} message @returns {string[]} */
const texts = (message) => (typeof message === "string" ? [message] : Object.values(message ?? {}));

/** @param {string} text @returns {string[]} names of the places, sorted, each once */
function places(text) {
  const found = [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = ""]) => name);
  return [...new Set(found)].sort();
}

/** @param {Catalogue[string]} message @returns {string[]} of the form that holds for most numbers */
function placesOf(message) {
  if (Array.isArray(message)) return [];
  return places(typeof message === "string" ? message : (message.other ?? ""));
}

/** @param {string} text without its places */
const letters = (text) => text.replace(/\{[^}]*\}/g, "").replace(/[^\p{L}]/gu, "");

const english = await wordsOf("en");

for (const name of LANGUAGES.slice(1)) {
  const translated = await wordsOf(name);
  const shared = Object.keys(english).filter((id) => id in translated);

  test(`${name}: has every message, and none that nothing asks for`, () => {
    const missing = Object.keys(english).filter((id) => !(id in translated));
    assert.deepEqual(missing, [], `not in static/js/ui/words/${name}: ${missing.join(", ")}`);
    const stray = Object.keys(translated).filter((id) => !(id in english));
    assert.deepEqual(stray, [], `not in English: ${stray.join(", ")}`);
  });

  test(`${name}: every message stands in the catalogue of the same name`, async () => {
    for (const file of AREAS) {
      const { default: mine } = await import(new URL(`${name}/${file}`, WORDS).href);
      const { default: theirs } = await import(new URL(`en/${file}`, WORDS).href);
      const elsewhere = Object.keys(mine).filter((id) => !(id in theirs));
      assert.deepEqual(elsewhere, [], file);
    }
  });

  test(`${name}: a message has the places of the English one, in every form`, () => {
    const differing = shared.filter((id) => {
      const [theirs, mine] = [english[id], translated[id]];
      if (theirs === undefined || mine === undefined) return true;
      if (placesOf(theirs).join() !== placesOf(mine).join()) return true;
      // A form for one may say the number as a word.
      const wanted = new Set(placesOf(theirs));
      return texts(mine).some((text) => places(text).some((place) => !wanted.has(place)));
    });
    assert.deepEqual(differing, []);
  });

  test(`${name}: plurals have the forms of the language, lists the same length`, () => {
    const { pluralCategories } = new Intl.PluralRules(name).resolvedOptions();
    for (const id of shared.filter((id) => id !== "numbers.ordinal")) {
      const [theirs, mine] = [english[id], translated[id]];
      if (typeof theirs === "string" || typeof mine === "string") {
        assert.equal(typeof mine, typeof theirs, id);
      } else if (Array.isArray(theirs)) {
        assert.equal(Array.isArray(mine) && mine.length, theirs.length, id);
      } else {
        assert.ok(mine && "other" in mine, id);
        assert.equal("one" in mine, "one" in /** @type {object} */ (theirs), id);
        const forms = /** @type {string[]} */ (pluralCategories);
        for (const form of Object.keys(mine)) assert.ok(forms.includes(form), `${id}: ${form}`);
      }
    }
  });

  test(`${name}: nothing is left in English`, () => {
    const same = shared.filter(
      (id) =>
        !SAME[/** @type {keyof typeof SAME} */ (name)].test(id) &&
        texts(english[id]).some(
          (text) => letters(text).length > 1 && texts(translated[id]).includes(text),
        ),
    );
    assert.deepEqual(same, []);
  });

  test(`${name}: no sentence is twice as long as the English one, or half as long`, () => {
    const odd = shared.filter((id) => {
      if (Array.isArray(english[id])) return false;
      const [theirs, mine] = [english[id], translated[id]].map((message) =>
        Math.max(...texts(message).map((text) => text.length)),
      );
      if (theirs === undefined || mine === undefined || theirs < 24) return false;
      return mine > 2 * theirs || mine < theirs / 2;
    });
    assert.deepEqual(odd, []);
  });

  test(`${name}: no word that has no place on a screen, nor an exclamation mark`, () => {
    const never = NEVER[/** @type {keyof typeof NEVER} */ (name)];
    const found = shared.filter((id) => texts(translated[id]).some((text) => never.test(text)));
    assert.deepEqual(found, []);
  });
}

test("the language is the person's choice, else the device's first that there is, else English", () => {
  assert.equal(pickLanguage("de", ["es-MX"]), "de");
  assert.equal(pickLanguage("", ["fr-CH", "es-MX", "de"]), "es");
  assert.equal(pickLanguage("", ["fr"]), "en");
  assert.equal(pickLanguage("xx", ["de-AT"]), "de");
  assert.equal(pickLanguage("en-XA", ["de"]), "en-XA");
});

test("a sentence follows the plural, the ordinal and the digits of its language", async () => {
  addWords({ "test.count": { one: "{n} Eintrag", other: "{n} Einträge" } });
  setLanguage("de", ["de-DE"]);
  await loadWords(["first", "patient"]);
  assert.equal(t("today.days.until", { n: 1, dose: 1 }), "Deine erste Sitzung ist in einem Tag");
  assert.equal(t("today.days.until", { n: 3, dose: 13 }), "Deine 13. Sitzung ist in drei Tagen");
  assert.equal(t("test.count", { n: 12345 }), "12.345 Einträge");
  setLanguage("es", ["es-ES"]);
  await loadWords(["first", "patient"]);
  assert.equal(t("today.days.since", { n: 1, dose: 3 }), "Un día desde tu tercera sesión");
  assert.equal(t("today.days.since", { n: 2, dose: 14 }), "Dos días desde tu 14.ª sesión");
  setLanguage("en", []);
  assert.equal(language, "en");
});

test("the pseudo-locale keeps every place and is about 40 % longer", () => {
  const long = Object.values(english).flatMap((message) =>
    texts(message).filter((text) => text.length > 24),
  );
  const growth = long.map((text) => pseudo(text, false).length / text.length);
  const mean = growth.reduce((sum, one) => sum + one, 0) / growth.length;
  assert.ok(mean > 1.3 && mean < 1.5, String(mean));
  for (const [id, message] of Object.entries(pseudoWords(english, false))) {
    assert.deepEqual(placesOf(message), placesOf(english[id] ?? ""), id);
  }
});
