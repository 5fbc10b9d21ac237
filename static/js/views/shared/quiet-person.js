/** Not wanting to hear from somebody: mute, hear again, block. The same for both who are linked (catalogue `people`). */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";
import { confirmStep } from "./confirm.js";
import { explain } from "./explain.js";

/** @import { Person } from "../../domain/people.js" */
/** @import { App } from "./types.js" */

/** @param {App} app @param {Person} person */
export function quietActs(app, person) {
  const { id, name, quiet, state } = person;
  if (quiet === "blocked")
    return html`<p data-testid="blocked">${t("quiet.isBlocked", { name })}</p>`;
  const hearAgain = () =>
    act(app, () => app.vault.mute({ person: id, muted: false }), t("quiet.heard", { name }));
  const muting =
    quiet === "muted"
      ? html`<p data-testid="muted">${t("quiet.isMuted", { name })}</p>
        <button class="btn quiet edge-start" @click=${hearAgain} data-testid="unmute">${t("quiet.unmute", { name })}</button>`
      : html`<button class="btn quiet edge-start" @click=${() => mute(app, person)} data-testid="mute">${t("quiet.mute", { name })}</button>`;
  return html`${state === "closed" ? nothing : muting}
    <button class="btn care edge-start" @click=${() => block(app, person)} data-testid="block">${t("quiet.block", { name })}</button>`;
}

/** @param {App} app @param {Person} person */
async function mute(app, { id, name }) {
  const isSure = await confirmStep({
    title: t("quiet.muteTitle", { name }),
    honest: t("quiet.muteHonest", { name }),
    yes: t("quiet.mute", { name }),
    testid: "confirm-mute",
  });
  if (isSure)
    await act(app, () => app.vault.mute({ person: id, muted: true }), t("quiet.muted", { name }));
}

/** @param {App} app @param {Person} person */
async function block(app, { id, name }) {
  const isSure = await confirmStep({
    title: t("quiet.blockTitle", { name }),
    honest: t("quiet.blockHonest", { name }),
    yes: t("quiet.block", { name }),
    testid: "confirm-block",
  });
  if (isSure) await act(app, () => app.vault.block({ person: id }), t("quiet.blocked", { name }));
}

/** @param {App} app @param {() => Promise<void>} doIt @param {string} said */
async function act(app, doIt, said) {
  try {
    await doIt();
    app.say(said);
  } catch (error) {
    app.say(explain(error));
  }
}
