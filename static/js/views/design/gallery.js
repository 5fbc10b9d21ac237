/** `/design`: every component in every state, light and dark side by side. Nothing here asks the vault for anything. */

import { html } from "lit-html";
import { field, icon, phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { openSheet } from "../../components/sheet.js";
import { doseOverlay } from "../../components/timeline/dose-overlay.js";
import "../../components/timeline/chart.js";
import { ROUTES } from "../../components/timeline/glyphs.js";
import { wholeOf } from "../../components/timeline/layout.js";
import { legend } from "../../components/timeline/legend.js";
import "../../components/timeline/list.js";
import { t } from "../../ui/i18n.js";
import { sampleChart } from "./gallery-sample.js";

/** @import { OpenScreen } from "../shared/types.js" */

const COLOURS = (
  "paper raised sunken line edge ink ink-soft accent on-accent accent-soft preparation preparation-soft " +
  "reflection reflection-soft integration integration-soft focus care glow glow-far"
).split(" ");
const PHASES = /** @type {const} */ (["preparation", "reflection", "integration"]);
const ICONS = (
  "today journal timeline people me back forward lock help pen when place title bin share note tick plus close " +
  "search copy scan"
).split(" ");

/** @type {OpenScreen} */
export default () => {
  const chart = sampleChart();
  const shown = wholeOf(chart);
  const words = {
    quiet: (/** @type {number} */ n) => t("chart.quiet", { n }),
    dose: () => t("dose.number", { n: 3 }),
  };
  return {
    full: true,
    render: () => html`<main class="gallery" id="main">
      <h1>${t("design.title")}</h1>
      <p class="soft lead">${t("design.lead")}</p>
      <div class="themes">
        ${["light", "dark"].map(
          (theme) => html`<div data-theme=${theme}>
            ${pieces(theme).map(
              ([name, piece]) => html`<section>
                <h2>${t(`design.${name}`)}</h2>
                ${piece}
              </section>`,
            )}
            <section>
              <h2>${t("design.chart")}</h2>
              <timeline-chart .view=${{ data: chart, shown, moved: () => {} }}></timeline-chart>
              ${legend(ROUTES.map((route) => ({ route, text: t(`route.${route}`) })))}
              ${doseOverlay(chart, new Set(), { dose: t("chart.day0"), label: chart.label })}
              <timeline-list .view=${{ data: chart, shown, words }}></timeline-list>
            </section>
          </div>`,
        )}
      </div>
    </main>`,
  };
};

/** @param {string} theme @returns {[name: string, piece: unknown][]} */
function pieces(theme) {
  return [
    [
      "colours",
      html`<ul class="swatches">${COLOURS.map((name) => html`<li><i class=${name}></i>${name}</li>`)}</ul>`,
    ],
    ["type", type()],
    ["buttons", buttons()],
    ["fields", fields(theme)],
    [
      "phases",
      html`<div class="line">${PHASES.map((phase) => phaseLabel(phase, t(`phase.${phase}`)))}</div>`,
    ],
    ["chips", chips()],
    ["rows", rows()],
    ["notices", notices()],
    ["words", html`<div class="stack">${prose(t("design.sample.words"))}${comment()}</div>`],
    [
      "icons",
      html`<div class="line">${ICONS.map((name) => html`<span title=${name}>${icon(name)}</span>`)}</div>`,
    ],
    ["empty", html`<p class="empty">${t("chart.empty")}</p>`],
    ["sheet", html`<button class="btn second" @click=${sheet}>${t("design.sheet")}</button>`],
  ];
}

function type() {
  return html`<div class="stack">
    <p class="h1">${t("design.sample.title")}</p>
    <p class="question">${t("design.sample.question")}</p>
    <p class="question soft">${t("design.sample.question")}</p>
    <p>${t("welcome.what")}</p>
    <p class="soft small">${t("welcome.watching")}</p>
    <p class="code">7K3M Q9XD 2FHT</p>
  </div>`;
}

function buttons() {
  const kinds = ["primary", "second", "quiet", "bare", "care"];
  return html`<div class="line">
    ${kinds.map((kind) => html`<button class=${`btn ${kind}`}>${t(`design.sample.${kind}`)}</button>`)}
    <button class="btn" aria-disabled="true">${t("design.sample.waiting")}</button>
    <button class="btn">${icon("pen")}${t("design.sample.primary")}</button>
  </div>`;
}

/** @param {string} theme */
function fields(theme) {
  const name = `sample-${theme}`;
  const label = t("design.sample.label");
  return html`<div class="stack">
    ${field({ name, label, hint: t("design.sample.hint"), value: t("design.sample.name") })}
    ${field({ name: `${name}-wrong`, label, wrong: t("design.sample.wrong") })}
    <label class="choice"><input type="checkbox" checked />${t("design.sample.choice")}</label>
    <label class="choice"><input type="radio" name=${name} checked />${t("design.sample.choice")}</label>
  </div>`;
}

function chips() {
  return html`<div class="stack">
    <div class="chips">
      <button class="chip" aria-pressed="true">${t("design.sample.choice")}</button>
      ${PHASES.map(
        (phase) => html`<button class="chip" data-phase=${phase} aria-pressed="false">
          <span class="dot"></span>${t(`phase.${phase}`)}
        </button>`,
      )}
    </div>
    <div class="segments" role="group" aria-label=${t("chart.view")}>
      <button aria-pressed="true">${t("chart.byDate")}</button>
      <button aria-pressed="false">${t("chart.byDose")}</button>
    </div>
  </div>`;
}

function rows() {
  const name = t("design.sample.name");
  return html`<ul class="rows cards">
      <li class="card">${phaseLabel("reflection", t("phase.reflection"))}
        <p class="question">${t("design.sample.question")}</p></li>
      <li><a class="row card" href="#/design"><span class="grow"><b>${name}</b><span class="soft small">${t("route.iv")}</span></span>${icon("forward")}</a></li>
    </ul>
    <ul class="rows lined">
      ${PHASES.map(
        (phase) => html`<li><a class="row entry-row" href="#/design" data-phase=${phase}>
          <span class="dot"></span><span class="grow"><span class="title">${t("design.sample.title")}</span>
          <span class="preview">${t("design.sample.words")}</span><span class="soft small">${t(`phase.${phase}`)}</span></span></a></li>`,
      )}
    </ul>`;
}

function notices() {
  return html`<p class="notice quiet">${t("error.offline")}</p>
    <section class="notice"><p>${t("error.storage-full")}</p>
      <button class="btn quiet">${t("do.close")}</button></section>
    <div class="toast shown"><p>${t("update.ready")}</p><button class="btn quiet">${t("update.take")}</button></div>`;
}

function comment() {
  return html`<figure class="comment">
    <figcaption class="soft small">${t("design.sample.name")}</figcaption>
    <blockquote class="words">${t("design.sample.question")}</blockquote>
  </figure>`;
}

function sheet() {
  openSheet(
    (close) => html`<div>
      <h2>${t("design.sheet")}</h2>
      <p>${t("design.sample.hint")}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" @click=${() => close()}>${t("do.close")}</button>
      </div>
    </div>`,
    t("design.sheet"),
  );
}
