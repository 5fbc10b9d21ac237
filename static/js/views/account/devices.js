/** Two pages below Me: which devices are signed in, and what to do in which order where one is lost. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { MOST_DEVICES } from "../../domain/devices.js";
import { hereZone, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { confirmStep } from "../shared/confirm.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";

/** @import { Device } from "../../domain/devices.js" */
/** @import { App, Screen } from "../shared/types.js" */

/** @param {App} app @returns {Screen} it stands before the server has answered */
export function devices(app) {
  /** @type {Device[]|null} */
  let list = null;
  let isAsking = false;
  /** @type {string|undefined} */
  let wrong;

  /** @param {() => Promise<unknown>} act */
  async function run(act) {
    if (isAsking) return;
    isAsking = true;
    wrong = undefined;
    app.draw();
    try {
      await act();
      list = await app.vault.devices();
    } catch (error) {
      wrong = troubleWords(error);
    }
    isAsking = false;
    app.draw();
  }

  /** @param {Device} device */
  async function end(device) {
    const name = nameOf(device);
    const sure = {
      title: t("devices.endTitle", { name }),
      honest: t("devices.endHonest"),
      yes: t("devices.end"),
      testid: "confirm-end-device",
    };
    if (!(await confirmStep(sure))) return;
    await run(async () => {
      await app.vault.endDevice({ id: device.id });
      // It is out, whether or not the list can be asked for once more.
      list = list?.filter(({ id }) => id !== device.id) ?? null;
      app.say(t("devices.ended", { name }));
    });
  }

  const look = () => run(async () => {});
  look();

  return {
    title: t("devices.title"),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/me")}
      <h1>${t("devices.title")}</h1>
      ${list ? html`<p class="soft lead">${t("devices.lead")}</p>` : nothing}
      ${wrong ? trouble(app, wrong, look) : nothing}
      ${list ? rows(list, end) : nothing}
      ${!list && isAsking ? html`<p class="soft" role="status">${t("devices.asking")}</p>` : nothing}
      <div class="group stack">
        <a class="btn second" href="#/me/devices/lost" data-testid="lost-phone">${t("phone.title")}</a>
        <a class="btn quiet edge-start" href="#/me/passphrase">${t("access.passphrase")}</a>
      </div>
    </main>`,
  };
}

/** @param {unknown} error @returns {string} why there is no list, or a device is not signed out */
function troubleWords(error) {
  const { reason } = /** @type {{reason?: string}} */ (error ?? {});
  if (reason === "offline") return t("devices.offline");
  return reason === "sign-in-failed" ? t("devices.signedOut") : explain(error);
}

/** @param {App} app @param {string} wrong @param {() => void} again */
function trouble(app, wrong, again) {
  const isOut = app.sync.state === "signed-out";
  return html`<div class="stack group">
    <p class="notice" role="alert" data-testid="no-devices">${wrong}</p>
    ${
      isOut
        ? html`<a class="btn" href="#/me">${t("me.again")}</a>`
        : html`<button class="btn second" @click=${again} data-testid="again">${t("screen.again")}</button>`
    }
  </div>`;
}

/** @param {Device[]} list @param {(device: Device) => void} end */
function rows(list, end) {
  return html`<ul class="rows cards" data-testid="devices">${each(list, (device) => row(device, end))}</ul>
    ${list.length === MOST_DEVICES ? html`<p class="notice">${t("devices.many")}</p>` : nothing}
    <p class="soft small after">${t("devices.honest")}</p>`;
}

/** @param {Device} device @param {(device: Device) => void} end */
function row(device, end) {
  const { id, created, seen, isCurrent } = device;
  return html`<li class="row card" data-testid="device">
    <span class="grow">
      <b dir="auto" id=${`device-${id}`}>${nameOf(device)}</b>
      ${isCurrent ? html`<span class="block">${t("devices.this")}</span>` : nothing}
      ${created ? html`<span class="soft small block">${t("devices.since", { when: when(created) })}</span>` : nothing}
      ${isCurrent || !seen ? nothing : html`<span class="soft small block">${t("devices.seen", { when: when(seen) })}</span>`}
    </span>
    ${isCurrent ? nothing : html`<button class="btn second" aria-describedby=${`device-${id}`} @click=${() => end(device)} data-testid="end-device">${t("devices.end")}</button>`}
  </li>`;
}

/** @param {Device} device */
function nameOf({ name }) {
  return name ?? t("devices.unnamed");
}

/** @param {string} at */
function when(at) {
  return whenWords({ at, zone: hereZone() });
}

/** @param {App} app @returns {Screen} */
export function lostPhone(app) {
  return {
    title: t("phone.title"),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/me/devices")}
      <h1>${t("phone.title")}</h1>
      <p class="lead">${t("phone.lead")}</p>
      <ol class="stack" data-testid="steps">
        ${step("out", "#/me/devices", t("devices.title"))}
        ${step("passphrase", "#/me/passphrase", t("access.passphrase"))}
        ${step("kit", "#/me/kit", t("access.kit"))}
      </ol>
      <section class="group stack">
        <h2>${t("phone.reads")}</h2>
        ${/** @type {const} */ (["locked", "open", "known", "withKit", "gone"]).map((part) => html`<p>${t(`phone.${part}`)}</p>`)}
      </section>
    </main>`,
  };
}

/** @param {"out"|"passphrase"|"kit"} name @param {string} href @param {string} label */
function step(name, href, label) {
  return html`<li class="card stack fill">
    <h2>${t(`phone.${name}`)}</h2>
    <p>${t(`phone.${name}Hint`)}</p>
    <a class="btn second" href=${href}>${label}</a>
  </li>`;
}
