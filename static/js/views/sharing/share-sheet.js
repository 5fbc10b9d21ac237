/** Sharing as a deliberate act: with whom, all or parts of it, exactly what the other will read, and what it means; and its end (catalogue `sharing`). */

import { html, nothing } from "lit-html";
import { fault, field, formValues } from "../../components/controls.js";
import { openSheet } from "../../components/sheet.js";
import { addDays, dayOf, fromWall, hereZone, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { watching } from "../shared/frame.js";
import { narrowed, partIds, partName, preview } from "./share-preview.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Entry } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { ShareTerms } from "../../domain/sharing.js" */
/** @import { Showing } from "./share-preview.js" */

/**
 * What the sheet is opened with.
 * @typedef {object} Asked
 * @property {Entry} entry
 * @property {Person[]} readers        linked therapists, at least one
 * @property {Person} person           of them, chosen to begin with
 * @property {boolean} byPart          begins with the parts
 * @property {ShareTerms[]} terms      of this entry, with whomever
 * @property {Instant|null} held       the next-day guard: until then
 * @property {string} set              title of the prompts it answers, "" where it answers none
 * @property {string} measure          its name where it is one that comes again, ""
 * @property {Showing} showing
 * @property {(person: Person) => TemplateResult|typeof nothing} before  what is said before the first time; nothing: it is not the first
 *
 * @typedef {object} Given
 * @property {Person} person
 * @property {"whole"|string[]} parts
 * @property {string} reason
 * @property {Instant|null} until
 * @property {boolean} [dosing]
 * @property {boolean} override       although it is held back: it was said a second time
 * @property {boolean} remember       for all answers to this set
 * @property {boolean} series         this measure each time
 */

/** @param {Asked} asked @returns {Promise<Given|undefined>} undefined: not shared */
export function shareSheet(asked) {
  const { entry, readers, held, showing } = asked;
  const all = partIds(entry);
  let { person } = asked;
  let { isWhole, chosen } = beginning(asked, person);
  /** @type {"terms"|"sure"|"first"} */
  let step = "terms";
  /** @type {Given|undefined} */
  let given;
  let isUnsure = false;

  const shown = () => (isWhole ? all : all.filter((part) => chosen.includes(part)));

  /** @param {SubmitEvent} event @param {boolean} override */
  function take(event, override) {
    const { reason = "", until, dosing, remember, series } = formValues(event);
    const zone = hereZone();
    given = {
      person,
      parts: isWhole || shown().length === all.length ? "whole" : shown(),
      reason,
      until: until ? fromWall(addDays(until, 1), "00:00", zone) : null,
      ...(person.dosing ? {} : { dosing: dosing === "on" }),
      override,
      remember: remember === "on",
      series: series === "on",
    };
  }

  return openSheet(
    (/** @type {(answer?: Given) => void} */ close, draw) => {
      const before = asked.before(person);
      const goOn = () => {
        if (before === nothing) return close(given);
        step = "first";
        draw();
      };
      const read = (/** @type {SubmitEvent} */ event) => {
        isUnsure = !isKnown(person, event);
        if (isUnsure) draw();
        else close(given);
      };
      const save = (/** @type {SubmitEvent} */ event) => {
        const isHurried = /** @type {HTMLElement|null} */ (event.submitter)?.dataset.now === "now";
        take(event, isHurried);
        if (!isHurried) return goOn();
        step = "sure";
        draw();
      };
      /** @param {() => void} change */
      const set = (change) => () => {
        change();
        draw();
      };
      const choose = (/** @type {Person} */ reader) =>
        set(() => {
          person = reader;
          ({ isWhole, chosen } = beginning(asked, person));
        });
      const toggle = (/** @type {string} */ part) =>
        set(() => {
          const others = chosen.filter((one) => one !== part);
          chosen = others.length < chosen.length ? others : [...chosen, part];
        });
      const wait = () => {
        given = given && { ...given, override: false };
        goOn();
      };
      const { name } = person;
      if (step === "sure") return surePage(name, wait, goOn);
      if (step === "first") return firstPage(person, before, isUnsure, close, read);
      return html`<form autocomplete="off" @submit=${save}>
        <h2>${t("share.title", { name })}</h2>
        ${readers.length > 1 ? whom(readers, person, choose) : nothing}
        ${
          all.length > 1
            ? html`<fieldset>
              <legend class="unseen">${t("sharing.what")}</legend>
              ${choice(
                "what",
                "whole",
                isWhole,
                set(() => {
                  isWhole = true;
                }),
              )}
              ${choice(
                "what",
                "parts",
                !isWhole,
                set(() => {
                  isWhole = false;
                }),
              )}
            </fieldset>`
            : nothing
        }
        ${
          isWhole
            ? nothing
            : html`<fieldset class="parts">
              <legend class="unseen">${t("sharing.parts")}</legend>
              ${all.map(
                (part) => html`<label class="choice">
                <input type="checkbox" autocomplete="off" data-testid=${`part-${part}`} .checked=${chosen.includes(part)} @change=${toggle(part)} />
                <span dir="auto">${partName(entry, part)}</span>
              </label>`,
              )}
            </fieldset>`
        }
        ${
          shown().length === 0
            ? html`<p class="soft" role="status">${t("sharing.none")}</p>`
            : html`<p>${t("share.exactly", { name })}</p>
              ${preview(isWhole ? entry : narrowed(entry, shown()), showing)}`
        }
        ${held ? html`<p class="notice quiet" data-testid="held">${t("sharing.held", { when: whenWords(held) })}</p>` : nothing}
        ${more(asked, person)}
        <p class="soft small">${t("share.keep")}</p>
        <div class="foot">
          <button type="button" class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
          <button class="btn" ?disabled=${shown().length === 0} data-testid="share-now">
            ${held ? t("sharing.wait") : t("share.yes", { name })}
          </button>
        </div>
        ${
          held
            ? html`<button class="btn quiet" data-now="now" ?disabled=${shown().length === 0} data-testid="share-hurried">
              ${t("sharing.hurry")}
            </button>`
            : nothing
        }
      </form>`;
    },
    t("share.title", { name: person.name }),
  );
}

/** @param {Asked} asked @param {Person} person @returns {{isWhole: boolean, chosen: string[]}} as it is agreed with them already */
function beginning({ entry, byPart, terms }, person) {
  const all = partIds(entry);
  const agreed = terms.find((one) => one.person === person.id)?.parts ?? "whole";
  const isWhole = all.length < 2 || (agreed === "whole" && !byPart);
  return { isWhole, chosen: agreed === "whole" ? all : agreed };
}

/** @param {Person[]} readers @param {Person} chosen @param {(reader: Person) => () => void} choose */
function whom(readers, chosen, choose) {
  return html`<fieldset>
    <legend>${t("share.with")}</legend>
    ${readers.map(
      (reader) => html`<label class="choice">
        <input type="radio" autocomplete="off" name="person" .checked=${reader === chosen} @change=${choose(reader)} />
        ${reader.name}
      </label>`,
    )}
  </fieldset>`;
}

/** @param {string} name @param {"whole"|"parts"} value @param {boolean} checked @param {() => void} change */
function choice(name, value, checked, change) {
  return html`<label class="choice">
    <input type="radio" autocomplete="off" name=${name} value=${value} data-testid=${`share-${value}`} .checked=${checked} @change=${change} />
    ${t(`sharing.${value}`)}
  </label>`;
}

/** What is seldom wanted. @param {Asked} asked @param {Person} person */
function more({ terms, set, measure, showing: { dosings } }, person) {
  const { name } = person;
  const agreed = terms.find((one) => one.person === person.id && one.state !== "ended");
  const last = agreed?.until ? addDays(dayOf(agreed.until), -1) : "";
  return html`<details class="own-details">
    <summary data-testid="share-more">${t("sharing.more")}</summary>
    <div class="stack">
      ${
        person.dosing
          ? html`<p class="soft small">${t("share.dosingOn", { name })}</p>`
          : dosings.length
            ? tick("dosing", t("share.dosing"), t("share.dosingHint", { name }))
            : nothing
      }
      ${field({ name: "reason", label: t("sharing.reason"), hint: t("sharing.reasonHint"), value: agreed?.reason ?? "", optional: true })}
      ${field({ name: "until", label: t("sharing.until"), hint: t("sharing.untilHint"), type: "date", value: last, optional: true })}
      ${set ? tick("remember", t("sharing.remember", { name, set }), t("sharing.rememberHint")) : nothing}
      ${measure ? tick("series", t("sharing.series", { name, measure }), t("sharing.seriesHint")) : nothing}
      ${watching()}
    </div>
  </details>`;
}

/** @param {string} name @param {string} label @param {string} hint */
function tick(name, label, hint) {
  return html`<label class="choice">
    <input type="checkbox" autocomplete="off" name=${name} data-testid=${`share-${name}`} />
    <span>${label}<span class="hint">${hint}</span></span>
  </label>`;
}

/** The second step before the next-day guard lets go. @param {string} name @param {() => void} wait @param {() => void} goOn */
function surePage(name, wait, goOn) {
  return html`<div>
    <h2>${t("sharing.sureTitle")}</h2>
    <p>${t("sharing.sure", { name })}</p>
    <div class="foot">
      <button type="button" class="btn" @click=${wait} data-testid="share-wait">${t("sharing.wait")}</button>
      <button type="button" class="btn second" @click=${goOn} data-testid="share-sure">${t("sharing.sureYes")}</button>
    </div>
  </div>`;
}

/**
 * What is read before the first time. Whoever is linked by a link alone is somebody one has to know to be them, and says so.
 * @param {Person} person
 * @param {unknown} before
 * @param {boolean} isUnsure  it was not said
 * @param {(answer?: any) => void} close
 * @param {(event: SubmitEvent) => void} read
 */
function firstPage({ name, verified }, before, isUnsure, close, read) {
  return html`<form autocomplete="off" @submit=${read} data-testid="share-first">
    <h2>${t("sharing.first", { name })}</h2>
    ${before}
    ${
      verified === "link"
        ? html`<label class="choice">
            <input type="checkbox" autocomplete="off" name="known" aria-describedby=${isUnsure ? "known-wrong" : nothing} data-testid="share-known" />
            ${t("sharing.known", { name })}
          </label>`
        : nothing
    }
    ${fault(isUnsure ? t("sharing.knownWrong", { name }) : "", "known-wrong")}
    <div class="foot">
      <button type="button" class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
      <button class="btn" data-testid="share-go-on">${t("sharing.goOn")}</button>
    </div>
  </form>`;
}

/** @param {Person} person @param {SubmitEvent} event @returns {boolean} whether it is certain who this is, or was said to be; else the focus is where one says it */
function isKnown({ verified }, event) {
  const isSaid = formValues(event).known === "on";
  if (verified !== "link" || isSaid) return true;
  /** @type {HTMLFormElement} */ (event.target).querySelector("input")?.focus();
  return false;
}

/** @param {Person} person @param {unknown} before what is said before the first time @returns {Promise<boolean>} whether it was read */
export async function firstSheet(person, before) {
  let isUnsure = false;
  const answer = await openSheet(
    (/** @type {(answer?: any) => void} */ close, draw) =>
      firstPage(person, before, isUnsure, close, (event) => {
        isUnsure = !isKnown(person, event);
        if (isUnsure) draw();
        else close(true);
      }),
    t("sharing.first", { name: person.name }),
  );
  return answer === true;
}
