// One history: a list of things that happen to people, devices, network and server, made from a seed, played in virtual time, healed and judged.
// The list is plain JSON: what fails is shrunk to a shorter list and kept in regressions/.

import { perform, watch } from "./actions.js";
import { Book } from "./book.js";
import { Device } from "./device.js";
import { fakeCodec } from "./fake-codec.js";
import { judge } from "./oracle.js";
import { FAIR } from "./request.js";
import { Server } from "./server.js";
import { Typist } from "./typist.js";
import { World } from "./world.js";

/** @import { Weather } from "./request.js" */
/** @import { Account, Around, Codec } from "./types.js" */

/**
 * @typedef {object} Action
 * @property {number} wait  milliseconds after the one before
 * @property {string} do    a name in actions.js
 * @property {number} [device]  index: the patient's devices first
 * @property {{label: string, phase: "before" | "after"}} [when]  not at once, but when the device's tab next comes there
 * @property {number} [pick]
 * @property {number} [ms]
 * @property {number} [size]
 * @property {Partial<Weather>} [weather]
 *
 * @typedef {{seed: string, patients: number, therapists: number, pageRecords: number, actions: Action[]}} History
 *
 * @typedef {object} Outcome
 * @property {string[]} faults
 * @property {string} trace
 * @property {Map<string, number>} coverage  (fault @ state of the engine) → times
 * @property {number} requests
 * @property {string[] | null} story
 *
 * @typedef {{codec?: Codec, isTold?: boolean}} How
 */

/** More requests than this by one device, and it is going round in circles. */
const REQUESTS = 3_000;
/** Longer than any wait that a server of a history asks for. */
const PATIENCE_MS = 120_000;

/** @param {History} history @param {How} [how] @returns {Promise<Outcome>} */
export async function play(history, { codec = fakeCodec, isTold = false } = {}) {
  const around = await makeWorld(history, codec, isTold);
  const { world, devices, coverage } = around;
  for (const action of history.actions) {
    await world.run(world.now + action.wait);
    perform(around, action);
  }
  await heal(around);
  const faults = [...judge(around), ...(await judgeQuiet(around))];
  const requests = devices.reduce((sum, device) => sum + device.requests, 0);
  return { faults, trace: world.traceHash, coverage, requests, story: world.story };
}

/** @param {History} history @param {Codec} codec @param {boolean} isTold @returns {Promise<Around>} */
async function makeWorld({ seed, patients, therapists, pageRecords }, codec, isTold) {
  const world = new World(seed);
  if (isTold) world.story = [];
  const server = new Server(world, codec);
  server.pageRecords = pageRecords;
  const [patient, therapist] = [await codec.account("patient"), await codec.account("therapist")];
  server.link(patient.id, therapist.id);
  /** @type {Around} */
  const around = {
    world,
    server,
    codec,
    accounts: [patient, therapist],
    book: new Book(),
    crashes: [],
    coverage: new Map(),
    devices: [],
    phones: new Map(),
    backups: [],
  };
  for (let n = 0; n < patients; n++) addDevice(around, `patient-${n}`, patient);
  for (let n = 0; n < therapists; n++) addDevice(around, `therapist-${n}`, therapist);
  for (const device of around.devices) device.openTab();
  const [first] = around.devices;
  if (first) new Typist(around, first).queue("open", codec.logId(patient.id, therapist.id));
  return around;
}

/** @param {Around} around @param {string} name @param {Account} account @returns {Device} */
function addDevice(around, name, account) {
  const peers = around.accounts.filter((one) => one !== account).map(({ id }) => id);
  const device = new Device(around, name, account, peers);
  around.devices.push(device);
  watch(around, device);
  return device;
}

/** Everything works again, and every device has three rounds. Then each account gets a new phone. @param {Around} around */
async function heal(around) {
  const { world, server, devices, accounts, phones } = around;
  await world.run(world.now + PATIENCE_MS);
  server.isDown = false;
  server.isFull = false;
  for (const device of devices) {
    const fine = { weather: FAIR, isOnline: true, isSignedIn: true, throttledUntil: 0, traps: [] };
    Object.assign(device, fine);
    Object.assign(device.storage, { isFull: false, isBroken: false });
    if (!device.tab) device.openTab();
  }
  // Who was asked to wait asks for nothing before that time is over, and would miss its rounds.
  await world.run(world.now + PATIENCE_MS);
  for (let round = 0; round < 3; round++) await wakeAll(around);
  for (const account of accounts) {
    const phone = addDevice(around, `new-${account.name}`, account);
    devices.pop();
    phones.set(account.name, phone);
    phone.openTab();
  }
  await world.run(world.now + 30_000);
}

/** @param {Around} around */
async function wakeAll({ world, devices }) {
  for (const device of devices) {
    device.wake("signed-in");
    await world.run(world.now + 20_000);
  }
}

/** When nothing is to be done, one request is made and nothing is sent. @param {Around} around @returns {Promise<string[]>} */
async function judgeQuiet({ world, devices, coverage }) {
  /** @type {string[]} */
  const faults = [];
  // A past that nobody announced may be found out only now.
  if ([...coverage.keys()].some((pair) => pair.startsWith("unannounced"))) return faults;
  for (const device of devices) {
    const { name, requests, pushes } = device;
    device.tab?.runner.wake("focus");
    await world.run(world.now + 20_000);
    if (device.requests > requests + 1) faults.push(`${name}: asks more than once for nothing`);
    if (device.pushes > pushes) faults.push(`${name}: sends when there is nothing to send`);
    if (device.requests > REQUESTS) faults.push(`${name}: ${device.requests} requests`);
  }
  return faults;
}
