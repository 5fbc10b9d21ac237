/**
 * A note beside an entry, for whoever reads alone. What is typed lies on the device as a draft at once; it becomes the sealed note when one
 * leaves the field, the entry or the app.
 */

import { html } from "lit-html";
import { prose } from "../../components/prose.js";
import { each, inCard } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { KeptText, keptForm } from "../shared/kept-text.js";

/** @import { Note } from "../../domain/brief.js" */
/** @import { App } from "../shared/types.js" */

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {Note[]} kept
 */
export async function privateNote(app, id, kept) {
  // Two devices may each have begun one: the newest is gone on with, the others are read.
  let note = kept.at(-1);
  const others = kept.slice(0, -1);
  const typing = new KeptText(app, `note ${id}`, note?.text ?? "");
  await typing.resume();
  /** @type {Promise<boolean>|undefined} */
  let sealing;

  /** @returns {Promise<boolean>} whether all that was typed is kept, at least as a draft */
  async function seal() {
    const safe = await typing.flush();
    const { text } = typing;
    if (text === (note?.text ?? "")) return safe;
    try {
      note =
        (await app.vault.saveNote({ id, ...(note && { note: note.id, rev: note.rev }), text })) ??
        undefined;
      await typing.became(text, note?.text ?? "");
    } catch (error) {
      typing.wrong = `${t("pane.noteFailed")} ${explain(error)}`;
    }
    app.draw();
    return safe;
  }

  /** One after the other: two at once would leave two notes. */
  function settle() {
    sealing = (sealing ?? Promise.resolve(true)).then(seal);
    return sealing;
  }

  /** @returns {string} */
  function stateWords() {
    if (typing.isKept) return t("pane.noteKept");
    return note && typing.text === note.text ? t("pane.noteSealed") : "";
  }

  /** @param {string} name of the person who shared */
  function render(name) {
    return keptForm(typing, {
      id: "note",
      kind: "private-note",
      label: t("pane.note"),
      hint: t("pane.noteHint", { name }),
      above: each(
        others,
        (one) => html`<div class="earlier-note">${prose(one.text)}</div>`,
        inCard,
      ),
      rows: 3,
      state: stateWords(),
      done: settle,
    });
  }

  return { render, settle };
}
