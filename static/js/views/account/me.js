/** Me: name, backup, look, lock, what the server knows, about, leaving this device. */

import { html, nothing } from "lit-html";
import { field, formValues, icon, languageChoice } from "../../components/controls.js";
import { instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { lastCopyWords } from "../../ui/last-copy.js";
import { look, setLook } from "../../ui/look.js";
import { promptInstall, wayToInstall } from "../../ui/offline.js";
import { explain } from "../shared/explain.js";
import { head } from "../shared/frame.js";
import { syncWords } from "../shared/sync-words.js";
import { about, serverKnows } from "./me-pages.js";
import { remove } from "./remove.js";

/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  if (rest[0] === "knows") return serverKnows(app);
  if (rest[0] === "about") return about(app);
  const isPatient = app.status.role === "patient";
  if (rest[0] === "copy" && isPatient) return (await import("./copy.js")).takeCopy(app);
  if (rest[0] === "aside") return (await import("./aside.js")).setAside(app);
  if (rest[0] === "passphrase") return (await import("./access.js")).changePassphrase(app);
  if (rest[0] === "kit") return (await import("./access.js")).ownKit(app);
  if (rest[0] === "devices") {
    const { devices, lostPhone } = await import("./devices.js");
    return rest[1] === "lost" ? lostPhone(app) : devices(app);
  }
  const { unsent, unopened } = await app.vault.aside();
  const isAnyAside = unsent.length + unopened.length > 0;
  /** @type {string|undefined} */
  let wrong;
  let isAsking = false;

  async function backUpNow() {
    isAsking = true;
    app.draw();
    // Where it failed, the words beside the button say so.
    await app.vault.syncNow().catch(() => {});
    isAsking = false;
    app.draw();
  }

  /** @param {SubmitEvent} event */
  async function signInAgain(event) {
    const { passphrase = "" } = formValues(event);
    try {
      await app.vault.signInAgain({ passphrase });
      wrong = undefined;
    } catch (error) {
      wrong = explain(error);
    }
    app.draw();
  }

  /** @param {Parameters<typeof setLook>[0]} change */
  function set(change) {
    setLook(change);
    app.draw();
  }

  function backup() {
    if (app.sync.state !== "signed-out") {
      return html`<div class="line apart fill">
        <p data-testid="sync-words">${syncWords(app, instant())}</p>
        <button class="btn second" ?disabled=${isAsking} @click=${backUpNow} data-testid="sync-now">${t("me.syncNow")}</button>
      </div>`;
    }
    return html`<p>${t("me.againHint")}</p>
      <form autocomplete="off" class="stack" @submit=${signInAgain} novalidate>
        ${field({ name: "passphrase", label: t("lock.passphrase"), type: "password", autocomplete: "current-password", wrong })}
        <button class="btn" data-testid="sign-in-again">${t("me.again")}</button>
      </form>`;
  }

  return {
    title: t("nav.me"),
    render: () => html`<main class="column me" id="main">
      ${head(app, t("me.hello", { handle: app.status.handle }), app.status.name ?? t("me.title"))}
      <section class="card stack">
        <h2>${t("me.backup")}</h2>
        <div class="fill stack">${backup()}</div>
      </section>
      <section class="card stack">
        <h2>${t("me.look")}</h2>
        ${choice("theme", ["system", "light", "dark"], t("me.themeHint"), set)}
        ${choice("text", ["normal", "large", "larger"], undefined, set)}
        ${languageChoice(app)}
      </section>
      <section class="card stack">
        <h2>${t("me.lock")}</h2>
        <fieldset class="fill">
          <legend class="unseen">${t("me.lock")}</legend>
          ${
            /** @type {const} */ ([1, 5, 15, 30, 0]).map(
              (minutes) => html`<label class="choice">
              <input
                type="radio"
                autocomplete="off"
                name="lock"
                data-testid=${`lock-${minutes}`}
                .checked=${look().lockMinutes === minutes}
                @change=${() => set({ lockMinutes: minutes })}
              />${t(`me.lock.${minutes}`)}
            </label>`,
            )
          }
        </fieldset>
        <p class="soft small">${t("me.lockHint")}</p>
      </section>
      ${install()}
      <ul class="rows cards">
        ${isAnyAside ? wayIn("#/me/aside", t("aside.title")) : nothing}
        ${isPatient ? wayIn("#/me/copy", t("copy.title"), lastCopyWords()) : nothing}
        ${app.status.role === "therapist" ? wayIn("#/setup", t("me.setup")) : wayIn("#/sharing", t("me.sharing"))}
        ${wayIn("#/me/devices", t("devices.title"))}
        ${wayIn("#/me/passphrase", t("access.passphrase"))} ${wayIn("#/me/kit", t("access.kit"))}
        ${wayIn("#/me/knows", t("me.knows"))} ${wayIn("#/me/about", t("me.about"))}
        ${wayIn("#/consent", t("me.consent"))} ${wayIn("#/if", t("me.if"))}
        ${wayIn("#/erase", t("me.erase"))}
      </ul>
      <section class="after stack">
        <button class="btn care edge-start" @click=${() => remove(app)} data-testid="remove">${t("me.remove")}</button>
        <p class="soft small">${t("me.removeHint")}</p>
      </section>
    </main>`,
  };
};

/**
 * @param {"theme"|"text"} name
 * @param {string[]} values
 * @param {string|undefined} hint
 * @param {(change: object) => void} set
 */
function choice(name, values, hint, set) {
  const id = `${name}-label`;
  return html`<div class="field">
    <span class="label" id=${id}>${t(`me.${name}`)}</span>
    <div class="segments" role="group" aria-labelledby=${id}>
      ${values.map(
        (value) => html`<button
          aria-pressed=${String(look()[name] === value)}
          data-testid=${`${name}-${value}`}
          @click=${() => set({ [name]: value })}
        >
          ${t(`me.${name}.${value}`)}
        </button>`,
      )}
    </div>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
  </div>`;
}

function install() {
  const way = wayToInstall();
  if (!way) return nothing;
  return html`<section class="card stack" data-testid="install">
    <h2>${t("me.install")}</h2>
    <p class="soft">${t("me.installHint")}</p>
    ${
      way === "ask"
        ? html`<button class="btn second" @click=${promptInstall}>${t("me.install")}</button>`
        : html`<p>${t(`me.install.${way}`)}</p>`
    }
  </section>`;
}

/** @param {string} href @param {string} label @param {string} [more] */
function wayIn(href, label, more) {
  const said = more ? html`<span class="soft small">${more}</span>` : nothing;
  return html`<li><a class="row card" href=${href}><span class="grow"><b>${label}</b>${said}</span>${icon("forward")}</a></li>`;
}
