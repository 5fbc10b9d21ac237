/** The form in which something is given to one person: what it is, a line with it, and when. */

import { html, nothing } from "lit-html";
import { field } from "../../components/controls.js";
import { select, textArea } from "../../components/fields.js";
import { FURTHEST_DAYS, OWN_PACK } from "../../domain/assignments.js";
import { t } from "../../ui/i18n.js";
import { shownPrompt } from "../shared/packs.js";
import { scoreName } from "../shared/score-names.js";

/** @import { Due, NewAssignment } from "../../domain/assignments.js" */
/** @import { Pack } from "../../domain/programme/pack.js" */
/** @import { Measure } from "../shared/content.js" */

const KINDS = ["own", "prompt", "pack", "measure"];
const WHENS = ["any", "date", "dose"];

/** As it begins; kept on the device as it is filled in. */
export const BLANK = {
  kind: "own",
  text: "",
  pack: "core",
  prompt: "",
  instrument: "PHQ-9",
  note: "",
  when: "any",
  date: "",
  days: "1",
  side: "before",
};
/** @typedef {typeof BLANK} Values */
/** @typedef {{values: Values, set: (change: Partial<Values>) => void, packs: Pack[], measures: Measure[], wrong: Record<string, string>}} Given */

/** @param {Given} given */
export function assignForm(given) {
  const { values, set } = given;
  return html`${select({ name: "kind", label: t("assign.kind"), values: KINDS, chosen: values.kind, words: (kind) => t(`assign.kind.${kind}`), change: (kind) => set({ kind }) })}
    ${what(given)}
    ${field({ name: "note", label: t("assign.note"), hint: t("assign.noteHint"), value: values.note, optional: true, change: (note) => set({ note }) })}
    ${whenField(values.when, (when) => set({ when }))} ${when(given)}`;
}

/** @param {Given} given */
function what({ values, set, packs, measures, wrong }) {
  const pack = packs.find(({ id }) => id === values.pack) ?? packs[0];
  if (values.kind === "own") {
    const take = (/** @type {Event} */ { target }) =>
      set({ text: /** @type {HTMLTextAreaElement} */ (target).value });
    return html`<div class="fill" @input=${take}>
      ${textArea({ name: "text", label: t("assign.text"), hint: t("assign.textHint"), value: values.text, rows: 3, wrong: wrong.text })}
    </div>`;
  }
  if (values.kind === "measure")
    return select({
      name: "instrument",
      label: t("assign.theMeasure"),
      values: measures.map(({ id }) => id),
      chosen: values.instrument,
      words: scoreName,
      change: (instrument) => set({ instrument }),
    });
  const ofPack = select({
    name: "pack",
    label: t("assign.thePack"),
    values: offeredPacks(packs, values.kind).map(({ id }) => id),
    chosen: values.pack,
    words: (id) => packs.find((one) => one.id === id)?.title ?? id,
    change: (id) => set({ pack: id, prompt: "" }),
  });
  if (values.kind === "pack")
    return html`${ofPack}<p class="soft">${chosenPack(values, packs)?.about}</p>`;
  const chosen = promptIn(values, pack);
  return html`${ofPack}
    ${select({
      name: "prompt",
      label: t("assign.thePrompt"),
      values: pack?.prompts.map(({ id }) => id) ?? [],
      chosen: chosen?.id ?? "",
      words: (id) => pack?.prompts.find((one) => one.id === id)?.topic ?? id,
      change: (prompt) => set({ prompt }),
    })}
    <p class="question soft">${chosen?.text}</p>`;
}

/** @param {Given} given */
function when({ values, set, wrong }) {
  if (values.when === "date")
    return field({
      name: "date",
      label: t("assign.day"),
      type: "date",
      value: values.date,
      wrong: wrong.date,
      change: (date) => set({ date }),
    });
  if (values.when === "any") return nothing;
  return html`<div class="pair">
      ${field({ name: "days", label: t("assign.days"), type: "number", value: values.days, wrong: wrong.days, change: (days) => set({ days }) })}
      ${select({ name: "side", label: t("assign.side"), values: ["before", "after"], chosen: values.side, words: (side) => t(`assign.side.${side}`), change: (side) => set({ side }) })}
    </div>
    <p class="soft small">${t("assign.daysHint")}</p>`;
}

/** What is asked in every course need not be given. @param {Pack[]} packs @param {string} kind */
function offeredPacks(packs, kind) {
  return kind === "pack" ? packs.filter(({ asked }) => asked !== "always") : packs;
}

/** @param {Values} values @param {Pack[]} packs */
function chosenPack({ pack }, packs) {
  const offered = offeredPacks(packs, "pack");
  return offered.find(({ id }) => id === pack) ?? offered[0];
}

/** @param {Values} values @param {Pack|undefined} pack */
function promptIn({ prompt }, pack) {
  return pack?.prompts.find(({ id }) => id === prompt) ?? pack?.prompts[0];
}

/** @param {Values} values @param {string} today @returns {Record<string, string>} by field */
export function faultsIn({ kind, text, when, date, days }, today) {
  const isDays = /^\d+$/.test(days) && Number(days) <= FURTHEST_DAYS;
  return {
    ...(kind === "own" && !text.trim() && { text: t("assign.blank") }),
    ...(when === "date" && !(date >= today) && { date: t("assign.noDay") }),
    ...(when === "dose" && !isDays && { days: t("assign.noDays") }),
  };
}

/** @param {Values} values without faults @param {Pack[]} packs @returns {Omit<NewAssignment, "person">|null} null: no pack is here */
export function saidIn(values, packs) {
  const rest = { note: values.note.trim(), due: dueIn(values) };
  const text = values.text.trim();
  if (values.kind === "own") {
    const prompt = { pack: OWN_PACK, id: "", version: 1, text, phase: null };
    return { what: "prompt", prompt, ...rest };
  }
  if (values.kind === "measure") return { what: "measure", instrument: values.instrument, ...rest };
  if (values.kind === "pack") {
    const pack = chosenPack(values, packs);
    return pack ? { what: "pack", pack: pack.id, title: pack.title, ...rest } : null;
  }
  const pack = packs.find(({ id }) => id === values.pack) ?? packs[0];
  const prompt = promptIn(values, pack);
  return pack && prompt ? { what: "prompt", prompt: shownPrompt({ pack, prompt }), ...rest } : null;
}

/** @param {Values} values @returns {Due|null} */
function dueIn({ when, date, days, side }) {
  if (when === "any") return null;
  if (when === "date") return { date };
  const n = Number(days);
  return { dose: "next", days: side === "before" && n > 0 ? -n : n };
}

/** @param {string} chosen @param {(when: string) => void} choose */
function whenField(chosen, choose) {
  return html`<div class="field">
    <span class="label" id="when-label">${t("assign.when")}</span>
    <div class="segments" role="group" aria-labelledby="when-label">
      ${WHENS.map(
        (value) => html`<button
          type="button"
          aria-pressed=${String(value === chosen)}
          data-testid=${`when-${value}`}
          @click=${() => choose(value)}
        >
          ${t(`assign.when.${value}`)}
        </button>`,
      )}
    </div>
  </div>`;
}
