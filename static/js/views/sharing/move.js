/** To another therapist: what one of them can read is shared with the other in one go, as far as the person chooses; then the first link can end. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { boundaryShown } from "../shared/boundary.js";
import { empty } from "../shared/coming.js";
import { endLink } from "../shared/end-link.js";
import { explain } from "../shared/explain.js";
import { headBack, watching } from "../shared/frame.js";
import { linkWords } from "../shared/person-words.js";
import { nameOf, partWords } from "./seen-rows.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const id = rest[0] ?? "";
  const [people, entries] = await Promise.all([vault.people(), vault.entries()]);
  const from = people.find((one) => one.id === id);
  const others = people.filter((one) => one.id !== id && one.state === "linked");
  const seen = entries.filter(({ shares }) => shares.some((share) => share.person === id));
  const chosen = new Set(seen.map((entry) => entry.id));
  let to = others[0];
  let boundary = await boundaryOf(to);
  /** @type {{shared: string[], waits: string[]}|null} */
  let moved = null;
  let busy = false;

  /** @param {Person|undefined} person */
  function boundaryOf(person) {
    return person ? vault.boundary({ person: person.id }).catch(() => null) : null;
  }

  /** @param {Person} person */
  async function choosePerson(person) {
    to = person;
    boundary = await boundaryOf(person);
    app.draw();
  }

  /** @param {EntrySummary} entry */
  function toggle(entry) {
    if (!chosen.delete(entry.id)) chosen.add(entry.id);
    app.draw();
  }

  /** @param {Person} person */
  async function share(person) {
    busy = true;
    app.draw();
    try {
      moved = await vault.shareMany({ ids: [...chosen], person: person.id, like: id });
    } catch (error) {
      app.say(explain(error));
    }
    busy = false;
    app.draw();
    scrollTo(0, 0);
  }

  /** @param {Person} person */
  async function end(person) {
    if (await endLink(app, person)) app.back("/people");
  }

  /** @param {EntrySummary} entry */
  const choice = (entry) => html`<li>
    <label class="choice">
      <input type="checkbox" autocomplete="off" .checked=${chosen.has(entry.id)} @change=${() => toggle(entry)} data-testid="move-entry" />
      <span dir="auto">${nameOf(entry)}<span class="hint">${partWords(entry, id).join(" · ")}</span></span>
    </label>
  </li>`;

  /** @param {Person} old @param {Person} next */
  const choosing = (
    old,
    next,
  ) => html`<p class="lead">${t("move.lead", { from: old.name, to: next.name })}</p>
    ${
      others.length > 1
        ? html`<fieldset>
          <legend>${t("move.to")}</legend>
          ${others.map(
            (other) => html`<label class="choice">
              <input type="radio" autocomplete="off" name="to" ?checked=${other === next} @change=${() => choosePerson(other)} />
              <span>${other.name}<span class="hint">${linkWords(other)}</span></span>
            </label>`,
          )}
        </fieldset>`
        : nothing
    }
    <p>${next.verified === "link" ? t("person.byLink", { name: next.name }) : linkWords(next)}</p>
    <div class="group">${boundaryShown(app, boundary, next.name)}</div>
    <section class="group stack">
      <h2>${t("move.what")}</h2>
      <p role="status" data-testid="move-count">${t("move.count", { n: chosen.size, of: seen.length })}</p>
      <ul class="rows">${each(seen, choice)}</ul>
      <p class="soft small">${t("move.honest", { from: old.name, to: next.name })}</p>
      <button class="btn" ?disabled=${busy || chosen.size === 0} @click=${() => share(next)} data-testid="move-now">
        ${t("move.yes", { n: chosen.size, to: next.name })}
      </button>
      ${watching()}
    </section>`;

  /** @param {Person} old @param {Person} next @param {{shared: string[], waits: string[]}} result */
  const done = (old, next, { shared, waits }) => html`<section class="stack" data-testid="moved">
    <p class="lead" role="status">${t("move.done", { n: shared.length, to: next.name })}</p>
    ${waits.length ? html`<p>${t("move.waits", { n: waits.length, to: next.name })}</p>` : nothing}
    <p>${t("move.then", { from: old.name })}</p>
    <div class="line">
      <button class="btn care edge-start" @click=${() => end(old)} data-testid="end-link">${t("move.end", { from: old.name })}</button>
      <a class="btn second" href="#/people" data-testid="keep-both">${t("move.keep")}</a>
    </div>
  </section>`;

  function render() {
    if (!from || !to || seen.length === 0)
      return html`<main class="column" id="main">${headBack(app, "/people")}<h1>${t("move.title")}</h1>${empty(app, t("move.nothing"))}</main>`;
    return html`<main class="column" id="main">
      ${headBack(app, `/person/${id}`)}
      <h1>${t("move.title")}</h1>
      ${moved ? done(from, to, moved) : choosing(from, to)}
    </main>`;
  }

  return { render };
};
