/**
 * Start reading here. Puts the parts together: which screen stands, what it is lent, what the vault's events mean for it.
 * Little is loaded before the first screen; everything else comes by `import()` when it is needed.
 */

import { html } from "lit-html";
import { draw as drawIn } from "./ui/drawing.js";
import { announce, arrive, forgetScroll, rememberScroll } from "./ui/focus.js";
import {
  addArea,
  hasWords,
  language,
  loadWords,
  pickLanguage,
  reloadWords,
  setLanguage,
  t,
} from "./ui/i18n.js";
import { look, setDusk, setLook, showLook } from "./ui/look.js";
import { clearMark, endLeaving, setLeaving, setMark } from "./ui/mark.js";
import { isSameScreen, parsePlace, takeInvite, takePath } from "./ui/router.js";
import first from "./ui/words/en/first.js";

/** @import { Place } from "./ui/router.js" */
/** @import { Status, SyncStatus } from "./vault/types.js" */
/** @import { App, OpenScreen, Screen, VaultClient } from "./views/shared/types.js" */
/** @typedef {[areas: string, load: () => Promise<{default: OpenScreen}>]} Route areas: catalogues of words, by spaces */

/** Screens that need no account. @type {Record<string, Route>} */
const OPEN = {
  help: ["help safety boundary", () => import("./views/help/help.js")],
  if: ["help", () => import("./views/help/if.js")],
  design: ["entries design timeline", () => import("./views/design/gallery.js")],
};

/** @type {Route} */
const CONSENT = ["consent", () => import("./views/account/consent.js")];
/** Where one comes without having agreed: to take a copy, to erase the account. */
const UNASKED = ["consent", "me", "erase"];

/** Screens by who is here. The empty name is where everything else leads. @type {Record<string, Record<string, Route>>} */
const SCREENS = {
  empty: {
    "": ["", () => import("./views/account/welcome.js")],
    "sign-up": ["account help safety consent", () => import("./views/account/sign-up.js")],
    "sign-in": ["account", () => import("./views/account/sign-in.js")],
    recover: ["account", () => import("./views/account/recover.js")],
  },
  locked: {
    "": ["", () => import("./views/account/lock.js")],
    capture: ["", () => import("./views/account/capture.js")],
    recover: ["account", () => import("./views/account/recover.js")],
  },
  patient: {
    "": ["entries patient measures boundary assigned", () => import("./views/today/today.js")],
    write: ["entries patient beside sharing boundary", () => import("./views/writing/write.js")],
    prompts: ["entries patient", () => import("./views/writing/prompts.js")],
    journal: ["entries patient journal", () => import("./views/journal/journal.js")],
    entry: [
      "entries patient journal beside measures ledger sharing boundary",
      () => import("./views/journal/entry.js"),
    ],
    sharing: [
      "entries patient measures sharing boundary beside",
      () => import("./views/sharing/sharing-settings.js"),
    ],
    trash: ["entries patient journal", () => import("./views/journal/trash.js")],
    versions: ["entries patient journal", () => import("./views/journal/versions.js")],
    dosing: ["entries patient course", () => import("./views/doses/dosing.js")],
    course: ["entries patient course", () => import("./views/doses/course.js")],
    thread: ["entries patient thread", () => import("./views/threads/threads.js")],
    timeline: ["entries patient timeline assigned", () => import("./views/timeline/timeline.js")],
    measures: ["entries patient measures", () => import("./views/measures/measures.js")],
    measure: ["entries patient measures", () => import("./views/measures/measure.js")],
    fill: ["entries patient measures help safety", () => import("./views/measures/fill.js")],
    rate: ["entries patient measures beside", () => import("./views/measures/rate.js")],
    people: ["entries patient people ledger boundary", () => import("./views/sharing/people.js")],
    person: [
      "entries patient people ledger boundary measures",
      () => import("./views/sharing/person.js"),
    ],
    ledger: ["entries patient people ledger measures", () => import("./views/sharing/ledger.js")],
    move: [
      "entries patient people ledger boundary measures",
      () => import("./views/sharing/move.js"),
    ],
    safety: ["help safety", () => import("./views/help/safety.js")],
    link: ["people boundary", () => import("./views/account/link.js")],
    number: ["people", () => import("./views/account/safety-number.js")],
    me: ["account copy consent", () => import("./views/account/me.js")],
    consent: CONSENT,
    erase: ["account erase", () => import("./views/account/erase.js")],
  },
  therapist: {
    "": ["entries people boundary therapist room", () => import("./views/room/people.js")],
    queue: ["entries people therapist room beside", () => import("./views/room/queue.js")],
    brief: ["entries people therapist room assigned", () => import("./views/room/brief.js")],
    person: [
      "entries people therapist room beside timeline assigned",
      () => import("./views/room/person.js"),
    ],
    link: ["people boundary", () => import("./views/account/link.js")],
    number: ["people", () => import("./views/account/safety-number.js")],
    assign: ["entries people therapist assign assigned", () => import("./views/room/assign.js")],
    setup: ["setup boundary", () => import("./views/room/setup.js")],
    leaving: ["setup", () => import("./views/room/leaving.js")],
    me: ["account copy consent", () => import("./views/account/me.js")],
    consent: CONSENT,
    erase: ["account erase", () => import("./views/account/erase.js")],
  },
};

/** What was looked for longer ago is looked for again with the next screen. */
const LOOK_MS = 10_000;
/** Whether somebody has signed in on this device, so that the lock can stand before the vault has answered. */
const KNOWN = "known";
/** Its value where words can be taken at the lock, which then stands before the vault has answered as well. */
const CAPTURES = "captures";
/** What one fills in: nothing that was said elsewhere lies over it. */
const FORMS = ".editor, form.group";
const root = /** @type {HTMLElement} */ (document.getElementById("app"));

/** @type {(vault: VaultClient) => void} */
let vaultIsReady = () => {};
/** @type {Screen|null} */
let screen = null;
/** @type {typeof import("./views/shared/frame.js").frame|null} */
let frame = null;
/** @type {typeof import("./ui/offline.js").keepLanguage|null} */
let keepLanguage = null;
/** There before anything behind the lock stands. @type {import("./views/account/cover.js").Cover|null} */
let cover = null;
/** @type {Promise<unknown>|null} */
let styles = null;
let drawn = false;
/** Whether the vault has once said who is here. */
let isConnected = false;
let opening = 0;
/** The opening whose screen stands. */
let stood = 0;
/** What changed while a screen was being opened: it may have read before. @type {string[]|null} */
let missed = null;
/** One telling ends before the next begins, so that what was read first never stands in the end. @type {Promise<unknown>} */
let told = Promise.resolve();
/** Whether this person has agreed to the newest text of the consent, and whether the screen that stands asks for it. */
let isAgreed = false;
let isAsked = false;
let steps = stepHere();
/** The step at which the screen stands, and whether one is on the way back to it. */
let stepStood = 0;
let isReturning = false;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let toastTimer;
/** Whether the toast has come along to another screen. */
let isPassed = false;
/** Whether this page is about to be loaded anew. */
let isEnding = false;

/** @type {App} */
const app = {
  vault: /** @type {VaultClient} */ (/** @type {unknown} */ (null)),
  ready: new Promise((resolve) => {
    vaultIsReady = resolve;
  }),
  status: {
    state: known() ? "locked" : "empty",
    handle: null,
    name: null,
    role: null,
    captures: known() === CAPTURES,
  },
  sync: { state: "idle", waiting: 0, backedUpAt: null, lookedAt: null, coming: null, notices: [] },
  place: parsePlace(""),
  invite: null,
  name: document.title,
  toast: null,
  remembered: new Map(),
  go,
  back,
  draw,
  reopen: () => open(true),
  say,
  enter,
  lock,
  speak,
};

/** @returns {string|null} */
function known() {
  try {
    return localStorage.getItem(KNOWN);
  } catch {
    return null;
  }
}

/** @param {Status} status */
function setKnown({ state, captures }) {
  try {
    if (state === "empty") localStorage.removeItem(KNOWN);
    else localStorage.setItem(KNOWN, captures ? CAPTURES : "1");
  } catch {
    // the lock then stands a moment later
  }
}

/** @param {string} path @param {boolean} [replace] */
function go(path, replace = false) {
  if (location.hash === `#${path}`) return;
  leaving();
  if (replace) location.replace(`#${path}`);
  else location.hash = path;
}

/** @param {string} otherwise path of the screen above, where no screen stood before this one */
function back(otherwise) {
  if (stepHere() <= 1) return go(otherwise, true);
  leaving();
  history.back();
}

/** What stands is what one is leaving: it says so until the next screen takes its place. */
function leaving() {
  root.ariaBusy = "true";
}

/** @returns {number} how far into the app this page of the window's history is; 0: no screen has stood here, 1: the first */
function stepHere() {
  return history.state?.step ?? 0;
}

/** @returns {boolean} whether the screen of this address stands, and none is on its way */
function isStanding() {
  return stood === opening && parsePlace(location.hash).path === app.place.path;
}

/** @returns {Place} where the address leads: the shortcut to words at the lock, to the editor where nothing is locked */
function here() {
  const place = parsePlace(location.hash);
  if (app.status.state !== "unlocked" || place.name !== "capture") return place;
  history.replaceState(history.state, "", "#/write");
  return parsePlace("#/write");
}

/** @returns {Route} the screen for this place and the one who is here */
function route() {
  const { state, role } = app.status;
  const screens = SCREENS[state === "unlocked" ? (role ?? "patient") : state] ?? {};
  const { name } = app.place;
  return OPEN[name] ?? screens[name] ?? /** @type {Route} */ (screens[""]);
}

/** @returns {Promise<boolean>} whether consent is asked for here; on a device that is still being filled nobody can know it yet */
async function asksConsent() {
  const { name } = app.place;
  const isInside = app.status.state === "unlocked" && app.sync.coming === null;
  if (!isInside || isAgreed || OPEN[name] || UNASKED.includes(name)) return false;
  const { hasAgreed } = await import("./views/shared/consent.js");
  const agreed = await hasAgreed(app.vault);
  isAgreed = agreed && app.status.state === "unlocked";
  return !agreed;
}

/** Once a new device is filled; whoever is writing by then is asked at the next screen. */
async function askConsent() {
  if (!document.querySelector(FORMS) && (await asksConsent())) await open(true);
}

/** @param {boolean} [same] the same place again: focus and scrolling stay */
async function open(same = false) {
  const mine = ++opening;
  if (cover?.holds) return stay(mine);
  // Whichever screen comes after the one that is being left, one arrives there.
  const arrives = !same || root.ariaBusy !== null;
  if (arrives) leaving();
  if ((await screen?.leave?.()) === false) return stay(mine);
  app.place = here();
  try {
    const asks = await asksConsent();
    const [areas, load] = asks ? CONSENT : route();
    const first = areas === "";
    const catalogues = areas.split(" ").filter(Boolean);
    const needed = [loadWords(catalogues), loadFrame(), first || loadStyles()];
    if (app.place.name === "design") needed.push(loadStyle("design"));
    const [{ default: openScreen }] = await Promise.all([load(), ...needed]);
    const next = await openScreen(lentTo(app.place), app.place);
    if (mine !== opening) return next.close?.();
    const isOther = asks !== isAsked;
    isAsked = asks;
    stand(next, arrives || isOther);
    if (missed) tell(missed);
    missed = null;
  } catch (error) {
    if (mine !== opening) return;
    console.error(error);
    stand({ render: () => failed(error, () => open(true)) }, arrives);
  }
}

/**
 * The app as one screen has it: once the person has gone on by themselves, what that screen was still doing leads them nowhere.
 * @param {Place} place of the screen
 * @returns {App}
 */
function lentTo(place) {
  const isHere = () => isSameScreen(parsePlace(location.hash), place);
  const lent = /** @type {App} */ (Object.create(app));
  lent.go = (path, replace) => isHere() && go(path, replace);
  lent.back = (otherwise) => isHere() && back(otherwise);
  lent.reopen = async () => {
    if (isHere()) await open(true);
  };
  Object.defineProperty(lent, "invite", {
    get: () => app.invite,
    set: (link) => {
      app.invite = link;
    },
  });
  return lent;
}

/** Words that could not be kept stand on the page: it stays. @param {number} mine the opening that is given up */
function stay(mine) {
  if (mine === opening) settle();
  history.replaceState(history.state, "", `#${app.place.path}`);
}

/** As by Escape: a step back in the history means the sheet alone. @returns {boolean} whether one was open */
function closeSheet() {
  const open = [...document.querySelectorAll("dialog")].at(-1);
  open?.close();
  return open !== undefined;
}

/** No other screen is on its way. */
function settle() {
  stood = opening;
  root.ariaBusy = null;
}

/** @param {Screen} next @param {boolean} arrives whether it is another place than the one that stood */
function stand(next, arrives) {
  cover?.lower();
  const back = history.state !== null;
  if (!back) history.replaceState({ step: ++steps }, "");
  screen?.close?.();
  // A sheet goes with the screen below it.
  for (const sheet of document.querySelectorAll("dialog")) sheet.close();
  screen = next;
  if (arrives) lookAgain();
  if (arrives) passToast();
  settle();
  stepStood = stepHere();
  document.title = next.title ? `${next.title} · ${app.name}` : app.name;
  draw();
  if (arrives && app.toast && document.querySelector(FORMS)) say(null);
  if (arrives) arrive(app.place.path, back, app.toast?.text);
}

/** Whoever comes to a screen sees what there is now. */
function lookAgain() {
  const { lookedAt, state } = app.sync;
  const isOld = lookedAt === null || Date.now() - Date.parse(lookedAt) > LOOK_MS;
  if (app.status.state === "unlocked" && isOld && state === "idle") app.vault.look();
}

/** Everything around the screens behind the lock, with its words and style. */
async function loadFrame() {
  if (frame || (app.status.state !== "unlocked" && !OPEN[app.place.name])) return;
  const [loaded, { Cover }] = await Promise.all([
    import("./views/shared/frame.js"),
    import("./views/account/cover.js"),
    loadWords(["frame"]),
  ]);
  frame = loaded.frame;
  cover ??= new Cover(app, root, lockStored);
}

/** The style of all but the first screens, once. */
function loadStyles() {
  styles ??= Promise.all(
    ["frame", "pages", "beside", "account", "timeline", "room", "print"].map(loadStyle),
  );
  return styles;
}

/** @param {string} name @returns {Promise<unknown>} */
function loadStyle(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/static/css/${name}.css`;
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}

function draw() {
  if (!screen || isEnding) return;
  if (!drawn) root.replaceChildren();
  drawn = true;
  drawIn(frame ? frame(app, screen) : screen.render(), root);
}

/**
 * What is said where a screen cannot stand: the cause where it is known by a word of its own, and what is true whoever is here.
 * @param {unknown} error
 * @param {() => void} again
 */
function failed(error, again) {
  const { reason } = /** @type {{reason?: string}} */ (error ?? {});
  const said = [`error.${reason}`, app.status.state === "empty" ? "" : "screen.kept"];
  return html`<main class="column stack" id="main">
    <h1>${t("screen.failed")}</h1>
    ${said.filter(hasWords).map((id) => html`<p>${t(id)}</p>`)}
    <div class="line">
      <button class="btn" @click=${again}>${t("screen.again")}</button>
      ${app.place.name === "help" ? "" : html`<a class="btn quiet" href="#/help">${t("do.help")}</a>`}
    </div>
  </main>`;
}

/** What was said on one screen is read on the next, and is not in the way on a third; what can still be done about it stays its time. */
function passToast() {
  if (!app.toast || (app.toast.run && !app.toast.here)) return;
  if (isPassed || app.toast.here) return say(null);
  isPassed = true;
}

/** @param {import("./views/shared/types.js").Toast|string|null} toast */
function say(toast) {
  clearTimeout(toastTimer);
  isPassed = false;
  app.toast = typeof toast === "string" ? { text: toast } : toast;
  // Emptied with the toast: the same words are then read out again when they come again.
  announce(app.toast?.text ?? "");
  if (app.toast) {
    toastTimer = setTimeout(() => say(null), 12_000);
  }
  draw();
}

/** @param {Status} status */
async function enter(status) {
  const members = /** @type {const} */ (["state", "role", "captures"]);
  const changed = members.some((name) => status[name] !== app.status[name]);
  const locks = app.status.state === "unlocked" && status.state !== "unlocked";
  app.status = status;
  if (status.state !== "unlocked") isAgreed = false;
  if (status.state === "empty" && known()) {
    const [{ forgetContacts }, { noteCopy }] = await Promise.all([
      import("./views/shared/contacts.js"),
      import("./ui/last-copy.js"),
    ]);
    forgetContacts();
    noteCopy(null);
  }
  setKnown(status);
  // A session that begins now is nobody's to end.
  if (status.state !== "empty") setLeaving(false);
  // What is below the cover waits for room, or for whoever wrote it.
  if (isEnding || (cover?.holds && status.state !== "empty")) return;
  cover?.release();
  if (locks && canBeginAnew()) {
    markJournal(status);
    return beginAnew();
  }
  if (status.state !== "unlocked") {
    say(null);
    app.remembered.clear();
    setDusk(false);
  }
  // The ways in are behind one now: their address leads nowhere any more.
  if (status.state === "unlocked" && app.place.name in (SCREENS.empty ?? {})) {
    history.replaceState(history.state, "", "#/");
  }
  if (!changed) return draw();
  if (status.state === "unlocked") forgetScroll();
  if (status.state === "unlocked") app.sync = await app.vault.syncStatus();
  markJournal(status);
  if (status.state === "unlocked" && app.invite) toInvite();
  await open();
}

/** @returns {boolean} whether this page would come back without a network, and holds nothing that only it knows */
function canBeginAnew() {
  return Boolean(navigator.serviceWorker?.controller) && !app.invite;
}

/** After the lock nothing that was typed, searched or read stays in this page's memory: the page ends, and its next one shows the lock. */
function beginAnew() {
  isEnding = true;
  root.replaceChildren();
  location.reload();
}

/** An invitation that came before one was signed in, or unlocked, is what one came for. */
function toInvite() {
  history.replaceState(history.state, "", "#/link");
}

/** What a screen that is gone was still asking for when the lock fell. @param {PromiseRejectionEvent} event */
function forgive(event) {
  if (event.reason?.reason === "locked") event.preventDefault();
}

/** The page is out of sight at once, and locks once all that was typed on it is stored. */
async function lock() {
  if (app.status.state !== "unlocked") return;
  // What was on its way is not what one comes back to.
  stay(++opening);
  await (cover ? cover.raise() : lockStored());
}

/** @returns {Promise<boolean>} whether it is locked: never over words that are stored nowhere */
async function lockStored() {
  const isStored = await screen?.leave?.().catch(() => false);
  if (isStored === false) return false;
  cover?.release();
  screen?.close?.();
  screen = null;
  await enter(await app.vault.lock());
  return true;
}

/** @param {string} chosen language, or empty: as the device */
async function speak(chosen) {
  setLook({ language: chosen });
  setLanguage(pickLanguage(chosen));
  await reloadWords();
  await open(true);
  keepLanguage?.(language);
}

/** @param {VaultClient} vault */
async function connect(vault) {
  app.vault = vault;
  vault.addEventListener("status", (event) => enter(detail(event)));
  vault.addEventListener("lock", lock);
  vault.addEventListener("sync", (event) => {
    const wasComing = app.sync.coming !== null;
    app.sync = /** @type {SyncStatus} */ (detail(event));
    markJournal(app.status);
    draw();
    if (wasComing) askConsent();
  });
  vault.addEventListener("changed", (event) => {
    const { items } = detail(event);
    if (stood !== opening) missed = [...(missed ?? []), ...items];
    tell(items);
  });
  const status = await vault.status();
  // Who waits for the vault unlocks it only then: an answer from before would lock again.
  vaultIsReady(vault);
  await enter(status);
  isConnected = true;
  const leave = () => app.status.state === "empty" && endLeaving(vault);
  addEventListener("online", leave);
  await leave();
}

/** @param {Status} status */
function markJournal({ state, handle }) {
  if (state === "unlocked") setMark({ handle, ...app.sync });
  // Found empty at the start it was not removed by anybody: the mark says so.
  else if (state === "empty" && isConnected) clearMark();
}

/** @param {string[]} items that have changed: the screen reads them anew */
function tell(items) {
  const telling = told.then(() => screen?.changed?.(items));
  told = telling.catch(() => {});
}

/** @param {Event} event @returns {any} */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}

/** What is not needed for the first screen. */
async function startRest() {
  const [offline, idle] = await Promise.all([import("./ui/offline.js"), import("./ui/idle.js")]);
  idle.coverWhenHidden();
  idle.watchAway(() => look().lockMinutes, lock);
  const take = async () => (await offline.applyUpdate()) || say(t("update.later"));
  offline.appEvents.addEventListener("update", () =>
    say({ text: t("update.ready"), action: t("update.take"), run: take }),
  );
  offline.appEvents.addEventListener("connection", draw);
  await offline.registerServiceWorker();
  keepLanguage = offline.keepLanguage;
  keepLanguage(language);
  // On a first visit these come out of the kept app.
  const [{ keepCaretInSight }, { lookAround }] = await Promise.all([
    import("./ui/caret.js"),
    import("./ui/room.js"),
  ]);
  keepCaretInSight();
  const isNear = () => app.status.state === "unlocked" && screen?.isNear?.() === true;
  lookAround({ isNear, look: () => app.vault.look(), draw });
}

/** Before a form is filled in that nothing could come of. @param {import("./ui/lacking.js").Lack} lack */
async function standLacking(lack) {
  const { lackingPage } = await import("./views/account/lacking.js");
  stand({ render: () => lackingPage(lack, () => location.reload()) }, true);
}

async function start() {
  app.invite = takeInvite(location, history);
  takePath(location, history);
  // `?language=` is for looking at a layout: it holds for this page.
  const asked = new URLSearchParams(location.search).get("language");
  setLanguage(pickLanguage(asked ?? look().language));
  addArea("first", first);
  if (language !== "en") await loadWords(["first"]);
  showLook();
  addEventListener("hashchange", ({ oldURL }) => {
    if (isReturning || (stepHere() === stepStood && isStanding())) return;
    rememberScroll(parsePlace(new URL(oldURL).hash).path);
    const link = takeInvite(location, history);
    if (link) app.invite = link;
    if (link && app.status.state === "unlocked") toInvite();
    open();
  });
  // A step of the history that leads to the same place brings no other screen.
  addEventListener("popstate", () => {
    isReturning = stepHere() > 0 && stepHere() < stepStood && closeSheet();
    if (isReturning) return history.forward();
    if (isStanding()) settle();
  });
  history.scrollRestoration = "manual";
  addEventListener("unhandledrejection", forgive);
  addEventListener("pagehide", () => screen?.leave?.());
  document.addEventListener("visibilitychange", () => document.hidden && screen?.leave?.());
  await open();
  try {
    // Before the vault: on a first visit its many modules then come from the device, not twice over the network.
    await startRest();
    const { lacking } = await import("./ui/lacking.js");
    const lack = await lacking();
    if (lack) return await standLacking(lack);
    const { vault } = await import("./vault/door/client.js");
    await connect(vault);
  } catch (error) {
    console.error(error);
    stand({ render: () => failed(error, () => location.reload()) }, true);
  }
}

start();
