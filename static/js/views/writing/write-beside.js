/** The sheets of the editor in which words, sliders and places in the body are set beside the words. What is tapped is kept at once. */

import { html, nothing } from "lit-html";
import { bodyMap } from "../../components/body-map.js";
import { chipGroup } from "../../components/chips.js";
import { formValues } from "../../components/controls.js";
import { openSheet } from "../../components/sheet.js";
import { MOST, slider } from "../../components/slider.js";
import { t } from "../../ui/i18n.js";
import { chosenOf, levelOf, withAnswer } from "../shared/beside.js";
import { watching } from "../shared/frame.js";

/** @import { Side } from "../../components/body-map.js" */
/** @import { Answer } from "../../domain/entries.js" */
/** @import { Beside } from "../shared/beside.js" */
/** @typedef {{read: () => Answer[], write: (answers: Answer[]) => void}} Held the answers of a draft */

/** @param {string[]} chosen @param {string} word @returns {string[]} */
const toggled = (chosen, word) =>
  chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word];

/** @param {Held} held @param {Beside} beside */
export function chooseChips(held, { chips }) {
  return openSheet((close, draw) => {
    const toggle = (
      /** @type {Beside["chips"][number]} */ { id, question },
      /** @type {string} */ word,
    ) => {
      const value = toggled(chosenOf(held.read(), id), word);
      held.write(withAnswer(held.read(), { id, question, type: "chips", value }));
      draw();
    };
    const addOwn = (/** @type {SubmitEvent} */ event) => {
      const { own = "" } = formValues(event);
      const [first] = chips;
      const word = own.trim();
      /** @type {HTMLFormElement} */ (event.currentTarget).reset();
      if (first && word && !chosenOf(held.read(), first.id).includes(word)) toggle(first, word);
    };
    return html`<div data-testid="chips">
      <h2>${t("beside.feelings")}</h2>
      ${chips.map((group) =>
        chipGroup({
          id: group.id,
          label: group.question,
          words: group.words.map(({ text }) => text),
          chosen: chosenOf(held.read(), group.id),
          toggle: (word) => toggle(group, word),
        }),
      )}
      <form class="own-word" autocomplete="off" @submit=${addOwn}>
        <label for="own-word">${t("beside.own")}</label>
        <div class="line">
          <input id="own-word" name="own" autocomplete="off" autocapitalize="none" dir="auto" maxlength="40" />
          <button class="btn second">${t("beside.add")}</button>
        </div>
      </form>
      ${foot(close)}
    </div>`;
  }, t("beside.feelings"));
}

/** @param {Held} held @param {Beside} beside */
export function chooseScales(held, { scales }) {
  return openSheet((close, draw) => {
    return html`<div data-testid="scales">
      <h2>${t("beside.scales")}</h2>
      <p class="soft small">${t("beside.scalesHint")}</p>
      ${scales.map(({ id, question, low, high }) => {
        const value = levelOf(held.read(), id);
        return slider({
          id,
          label: question,
          low,
          high,
          value,
          said: value === null ? t("beside.blank") : t("beside.of", { n: value, most: MOST }),
          clear: t("beside.clear"),
          change: (next) => {
            held.write(withAnswer(held.read(), { id, question, type: "scale", value: next }));
            draw();
          },
        });
      })}
      ${foot(close)}
    </div>`;
  }, t("beside.scales"));
}

/** @param {Held} held @param {Beside} beside */
export function chooseBody(held, { body }) {
  const { id, question, areas } = body;
  /** @type {Side} */
  let side = "front";
  return openSheet((close, draw) => {
    const shaded = chosenOf(held.read(), id);
    const paint = (/** @type {string} */ area, /** @type {boolean} */ isShaded) => {
      const others = chosenOf(held.read(), id).filter((one) => one !== area);
      const value = isShaded ? [...others, area] : others;
      held.write(withAnswer(held.read(), { id, question, type: "body", value }));
      draw();
    };
    const turn = (/** @type {Side} */ next) => {
      side = next;
      draw();
    };
    return html`<div class="body-sheet" data-testid="body">
      <h2>${question}</h2>
      <p class="soft small">${t("beside.bodyHint")}</p>
      <div class="segments" role="group" aria-label=${t("beside.side")}>
        ${
          /** @type {const} */ (["front", "back"]).map(
            (
              one,
            ) => html`<button type="button" aria-pressed=${String(one === side)} @click=${() => turn(one)}>
            ${t(`beside.${one}`)}
          </button>`,
          )
        }
      </div>
      <div class="body-choice">
        ${bodyMap({ side, shaded, paint })}
        <fieldset>
          <legend>${t("beside.places")}</legend>
          ${areas.map((area) => {
            const full = `${side}.${area.id}`;
            return html`<label class="choice">
              <input
                type="checkbox"
                autocomplete="off"
                data-testid=${full}
                .checked=${shaded.includes(full)}
                @change=${() => paint(full, !shaded.includes(full))}
              />${area[side]}
            </label>`;
          })}
        </fieldset>
      </div>
      ${foot(close)}
    </div>`;
  }, question);
}

/** @param {() => void} close */
function foot(close) {
  return html`${watching()}
    <div class="foot stays" data-bar="foot">
      <button type="button" class="btn" @click=${() => close()} data-testid="beside-done">${t("beside.done")}</button>
    </div>`;
}

/**
 * Less often needed than what stands in the bar: one list of ways to go on.
 * @template {string} T
 * @param {[name: T, label: string, drawing: unknown][]} ways
 * @returns {Promise<T|undefined>}
 */
export function chooseMore(ways) {
  return openSheet(
    (/** @type {(answer?: T) => void} */ close) => html`<div>
      <h2>${t("write.tool.more")}</h2>
      <ul class="rows lined">
        ${ways.map(
          ([name, label, drawing]) => html`<li>
            <button class="row" @click=${() => close(name)} data-testid=${`tool-${name}`}>
              ${drawing ?? nothing}<span class="grow">${label}</span>
            </button>
          </li>`,
        )}
      </ul>
    </div>`,
    t("write.tool.more"),
  );
}
