// Devices in Node, each with a database, a cookie jar and a lock of its own, and the real server they speak to.

import "fake-indexeddb/auto";
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createVault } from "../../../static/js/vault/door/vault.js";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */
/** @import { Role } from "../../../static/js/domain/people.js" */
/** @import { Lent, TabMessage } from "../../../static/js/vault/lent.js" */

// The vectors test the stretching of passphrases; here 64 MiB of it at every unlock would be most of the time.
await import("../../../static/vendor/argon2.js");
const { argon2id } = globalThis.hashwasm;
globalThis.hashwasm.argon2id = (options) => argon2id({ ...options, memorySize: 64, iterations: 1 });

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const python = join(root, ".venv/bin/python");
const START_MS = 120_000;

/** The real server, as `make run` starts it, on a free port with a folder of its own. */
export class Server {
  #process;
  #folder;

  /**
   * @param {string} origin
   * @param {import("node:child_process").ChildProcess|null} process null: whoever started it stops it
   * @param {string} folder
   */
  constructor(origin, process, folder) {
    this.origin = origin;
    this.#process = process;
    this.#folder = folder;
  }

  /** One that other test files use as well, where whoever runs them has started it (tests/test_javascript.py); people on it have names of their own. */
  static async shared() {
    const { AFTERGLOW_SERVER: origin } = process.env;
    return origin ? new Server(origin, null, "") : Server.start();
  }

  /**
   * @param {{[name: string]: string}} [settings]
   * @param {Server} [copied] a server whose data it begins with
   * @param {"restored"} [how] as an operator restores a backup: with a new epoch
   * @returns {Promise<Server>}
   */
  static async start(settings = {}, copied, how) {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "afterglow-"));
    if (copied) cpSync(copied.#folder, folder, { recursive: true });
    const env = {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      RATELIMIT_ENABLED: "0",
      ...settings,
    };
    if (how === "restored") {
      execFileSync(python, ["-m", "journal.server.commands", "new-epoch"], { cwd: root, env });
    }
    const child = spawn(python, ["wsgi.py"], {
      cwd: root,
      env,
      stdio: "ignore",
    });
    const server = new Server(`http://localhost:${port}`, child, folder);
    await server.#answers();
    return server;
  }

  async #answers() {
    const end = Date.now() + START_MS;
    while (Date.now() < end && this.#process?.exitCode === null) {
      const answer = await fetch(`${this.origin}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await pause(50);
    }
    throw new Error("the server did not start");
  }

  async stop() {
    const running = this.#process;
    if (!running) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} a port that is this process's until it ends, as tests/ports.py has them; its own are others */
async function freePort() {
  for (let place = process.pid; ; place++) {
    const port = 26_000 + (place % 6_000);
    if ((await takes(`\0afterglow-port-${port}`)) && (await takes(port))) return port;
  }
}

/** @param {string|number} place a name, which is held, or a port, which is not @returns {Promise<boolean>} whether it was free */
function takes(place) {
  return new Promise((resolve) => {
    const server = createServer().unref();
    server.once("error", () => resolve(false));
    const held = () => resolve(true);
    if (typeof place === "string") server.listen(place, held);
    else server.listen(place, "127.0.0.1", () => server.close(held));
  });
}

/** Changes or withholds answers, as a bad server or a bad network does. @typedef {(request: Request, send: () => Promise<Response>) => Promise<Response>} Between */

/** `fetch` with a cookie jar of its own. */
export class Wire {
  /** @type {Map<string, string>} */
  #cookies = new Map();
  isDown = false;
  /** @type {Between | null} */
  between = null;
  /** @type {{method: string, path: string, body: Uint8Array}[]} what was sent */
  sent = [];

  fetch = async (/** @type {any} */ url, /** @type {any} */ init) => {
    if (this.isDown) throw new TypeError("fetch failed");
    const { credentials: _credentials, cache: _cache, ...rest } = init;
    const request = new Request(url, rest);
    if (this.#cookies.size > 0) {
      request.headers.set(
        "Cookie",
        [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      );
    }
    const body = new Uint8Array(await request.clone().arrayBuffer());
    this.sent.push({ method: request.method, path: new URL(url).pathname, body });
    const send = () => this.#send(request);
    return this.between ? this.between(request, send) : send();
  };

  /** @param {Request} request */
  async #send(request) {
    const answer = await fetch(request);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /**
   * From now on another server answers under the same name.
   * @param {Server} server
   * @param {Server | null} instead null: the first again
   */
  redirect(server, instead) {
    this.between =
      instead &&
      (async ({ url, method, headers, body }) => {
        const sent = body ? { body: await new Response(body).arrayBuffer() } : {};
        return fetch(url.replace(server.origin, instead.origin), { method, headers, ...sent });
      });
  }

  forgetSession() {
    this.#cookies.clear();
  }
}

let devices = 0;

/** A browser on some machine. `vault` is made anew by `restart`, as when the app is opened cold. */
export class Device {
  wire = new Wire();
  /** @type {{type: string, detail: any}[]} */
  events = [];
  /** @type {TabMessage[]} */
  told = [];
  /** @type {Promise<unknown>[]} what other tabs said, being heard */
  heard = [];
  /** @type {Set<Device>} */
  #tabs = new Set();
  /** @type {{at: number, fire: () => void}[]} */
  #timers = [];
  now = Date.UTC(2026, 10, 22, 9, 0, 0);
  zone = "Europe/Lisbon";
  /** As its owner's other devices show it. */
  name = "Node";
  /** @type {import("../../../static/js/sync/types.js").Clock} its own, until it is given another */
  clock = { now: () => this.now, after: (ms, fire) => this.#after(ms, fire) };

  /** @param {string} origin @param {string} [databaseName] another tab of the same machine has the same */
  constructor(origin, databaseName = `device-${++devices}`) {
    this.origin = origin;
    this.databaseName = databaseName;
    this.vault = this.#make();
  }

  /** The app is opened again from what lies on the device. */
  async restart() {
    await this.vault.lock();
    this.vault = this.#make();
  }

  /** Another tab of the same browser. @returns {Device} that hears this one, and is heard by it */
  tab() {
    const tab = new Device(this.origin, this.databaseName);
    tab.wire = this.wire;
    this.#tabs.add(this).add(tab);
    tab.#tabs = this.#tabs;
    return tab;
  }

  /** What was to happen within this time happens. @param {number} ms */
  pass(ms) {
    this.now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
    for (const { fire } of due) fire();
  }

  /** @param {number} ms @param {() => void} fire @returns {() => void} */
  #after(ms, fire) {
    const timer = { at: this.now + ms, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** @param {TabMessage} message */
  #tell(message) {
    this.told.push(message);
    for (const tab of this.#tabs) if (tab !== this) tab.heard.push(tab.vault.heard(message));
  }

  #make() {
    return createVault(this.#lent(), (type, detail) => this.events.push({ type, detail }));
  }

  /** @returns {Lent} */
  #lent() {
    const device = this;
    return {
      origin: this.origin,
      fetch: /** @type {any} */ (this.wire.fetch),
      databaseName: this.databaseName,
      now: () => this.now,
      zone: () => this.zone,
      // Time stands still: rounds are asked for, and timers fire when it is told to pass.
      clock: { now: () => this.clock.now(), after: (ms, fire) => this.clock.after(ms, fire) },
      random: () => 0.5,
      lock: lockOf(this.databaseName),
      content: async (name) =>
        JSON.parse(readFileSync(join(root, `static/content/${name}.json`), "utf8")),
      get deviceName() {
        return device.name;
      },
      tell: (message) => this.#tell(message),
    };
  }

  /** As one who has an account already. @param {{handle: string, kitCode: string}} kit */
  signIn({ handle, kitCode }) {
    return this.vault.signIn({ handle, passphrase: PASSPHRASE, kitCode });
  }

  /** @param {string} text @param {Partial<EntryDraft>} [more] */
  write(text, more = {}) {
    this.now += 1000;
    const draft = {
      title: "",
      text,
      prompt: null,
      phase: null,
      dosing: null,
      happened: null,
      ...more,
    };
    return this.vault.saveEntry(draft);
  }

  /** Until nothing more is to be done. */
  async sync() {
    return this.vault.syncNow();
  }

  async texts() {
    const entries = await this.vault.entries();
    return Promise.all(entries.map(async ({ id }) => (await this.vault.entry({ id })).text));
  }
}

/** @type {Map<string, Promise<unknown>>} */
const held = new Map();

/** @param {string} place @returns {import("../../../static/js/sync/types.js").Lock} one holder at a time */
function lockOf(place) {
  return (name, hold) => {
    const key = `${place} ${name}`;
    const turn = (held.get(key) ?? Promise.resolve()).then(hold, hold);
    held.set(key, turn);
    return turn;
  };
}

export const PASSPHRASE = "lamp river seven quiet maple door";
const OURS = randomBytes(4).toString("hex");
let handles = 0;

/**
 * @param {Device} device
 * @param {string} name
 * @param {Role} role
 * @returns {Promise<{handle: string, kitCode: string}>}
 */
export async function signUp(device, name, role) {
  const handle = `${name.toLowerCase()}-${OURS}-${++handles}`;
  const { kitCode, ask } = await device.vault.startSignUp({
    handle,
    passphrase: PASSPHRASE,
    name,
    role,
  });
  const characters = ask.map((position) => kitCode.replaceAll("-", "")[position]).join("");
  await device.vault.finishSignUp({ characters });
  return { handle, kitCode };
}

export const BOUNDARY = {
  rhythm: "Mondays and Thursdays",
  record: "I note that I read it, not what it says",
  danger: "I call you, and then the person you named",
  absence: "Dr Lind, whose number is at the desk",
  away: null,
};

/** A therapist says how they read, unless they have. @param {Device} device */
export async function sayBoundary({ vault }) {
  const { role } = await vault.status();
  if (role === "therapist" && !(await vault.boundary())) await vault.saveBoundary(BOUNDARY);
}

/**
 * Both are linked, each having confirmed the other.
 * @param {Device} inviter
 * @param {Device} invitee
 * @returns {Promise<{forInviter: string, forInvitee: string}>} contact ids: of the invitee, and of the inviter
 */
export async function link(inviter, invitee) {
  await sayBoundary(inviter);
  await sayBoundary(invitee);
  const { link } = await inviter.vault.createInvite();
  const { id } = await invitee.vault.openInvite({ link });
  await invitee.vault.acceptInvite({ id });
  const [answer] = await inviter.vault.answers();
  if (!answer) throw new Error("nobody answered");
  await inviter.vault.confirmAnswer({ id: answer.id, accept: true });
  await inviter.sync();
  await invitee.sync();
  await inviter.sync();
  const newest = async (/** @type {Device} */ device) =>
    (await device.vault.people()).at(-1)?.id ?? "";
  return { forInviter: await newest(inviter), forInvitee: await newest(invitee) };
}
