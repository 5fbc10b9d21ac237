import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { addWords, loadWords } from "../../../static/js/ui/i18n.js";
import de from "../../../static/js/ui/words/de/consent.js";
import en from "../../../static/js/ui/words/en/consent.js";
import es from "../../../static/js/ui/words/es/consent.js";
import { agreement, hasAgreed, VERSION } from "../../../static/js/views/shared/consent.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { default: open } = await import("../../../static/js/views/account/consent.js");

/** Of the English lines, by version. A change in substance raises VERSION; one that is none has its new hash written here. */
const LINES = { 2: "7fa410a09e6f9487" };

/** @param {{[id: string]: unknown}} words @param {string} role */
const linesOf = (words, role) => [1, 2, 3, 4, 5, 6].map((n) => words[`consent.${role}.${n}`]);

test("no line changes without its version being thought of", () => {
  const lines = ["patient", "therapist"].flatMap((role) => linesOf(en, role));
  const hash = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
  assert.deepEqual({ [VERSION]: hash }, LINES);
});

test("both roles have six different lines in every language, with off-label, adults, no alert and no advice among them", () => {
  const needed = {
    en: [/adults/, /off-label and experimental/, /no alert/, /no medical advice/],
    de: [
      /Erwachsene/,
      /off-label und experimentell/,
      /alarmiert|kein Alarm/,
      /keinen ärztlichen Rat/,
    ],
    es: [
      /personas adultas/,
      /off-label\) y es experimental/,
      /ningún aviso/,
      /no da consejo médico/,
    ],
  };
  for (const [language, words] of Object.entries({ en, de, es })) {
    for (const role of ["patient", "therapist"]) {
      const lines = linesOf(words, role);
      assert.equal(new Set(lines.filter(Boolean)).size, 6, `${language} ${role}`);
      for (const said of needed[/** @type {"en"} */ (language)])
        assert.match(lines.join("\n"), said, `${language} ${role}`);
    }
  }
});

test("what is kept is the version, the language and the very lines of the role", () => {
  addWords(/** @type {any} */ (en));
  const kept = agreement("therapist");
  assert.deepEqual(
    [kept.version, kept.language, kept.lines],
    [VERSION, "en", linesOf(en, "therapist")],
  );
  assert.ok(Date.parse(kept.agreed.at) > 0);
});

test("what was agreed to is shown, whatever odd document of another device was written after it", async () => {
  await loadWords(["first", "frame", "consent"]);
  const written = { at: "2026-11-30T08:00:00Z", zone: "UTC" };
  const odd = [{ version: 7, lines: "none" }, { version: null }, {}].map((body) => ({ body }));
  const noted = { body: { version: VERSION, lines: ["The line of then."], agreed: written } };
  const documents = async () => [...odd, noted].map((one) => ({ ...one, written }));
  const app = appWith({ documents });
  /** @type {any} */
  const place = { name: "consent" };
  assert.match(markupOf((await open(app, place)).render()), /The line of then/);
});

test("an older text, no text and a strange one are asked again, the newest on any device is not", async () => {
  const asked = async (/** @type {unknown[]} */ ...versions) => {
    const documents = async () => versions.map((version) => ({ body: { version } }));
    return !(await hasAgreed(/** @type {any} */ ({ documents })));
  };
  assert.deepEqual(
    [await asked(), await asked("1"), await asked(2, null, {}), await asked("1", VERSION)],
    [true, true, true, false],
  );
});
