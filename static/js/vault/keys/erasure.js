// Having one's account erased, and taking that back: docs/protocol.md section 3.

import { b64Decode, b64Encode, concat, utf8 } from "../../wire/encoding.js";
import { ProtocolError, Tampered } from "../../wire/errors.js";
import { START } from "../../wire/headers.js";
import { erasedMark } from "../../wire/ids.js";
import { buildFrame, buildRecord } from "../../wire/records.js";
import { verify } from "../../wire/signatures.js";
import { toVaultError } from "../errors.js";
import { NetworkProblem } from "../network.js";
import { VaultError } from "../vault-error.js";
import { proveByKit, proveByPassphrase } from "./accounts.js";

/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Device } from "../device/device.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Network } from "../network.js" */
/** @import { Erased, ErasedCounts, ErasureReceipt, Erasing } from "../types.js" */

const PATH = "erasure";
/** More than any count, and in seconds a day that can still be shown. */
const MOST = 2 ** 40;

/**
 * How it stands on the server. While it is pending, the server is also left what ends the links as they stand now.
 * @param {Unlocked} unlocked
 * @returns {Promise<Erasing>}
 * @throws {VaultError} `offline`, or what the network says
 */
export async function readErasure(unlocked) {
  const { network } = unlocked;
  const state = erasingOf(await network.erasure().catch(throwVaultError));
  // What cannot be left now is left the next time: without it the server ends the links by itself.
  if (state.due !== null) await network.renewCloses(await closes(unlocked)).catch(() => {});
  return state;
}

/**
 * @param {Unlocked} unlocked
 * @param {Device} device
 * @param {string} passphrase
 * @throws {VaultError} `wrong-passphrase`, or what the network says
 */
export async function askErasure(unlocked, device, passphrase) {
  const body = { closes: await closes(unlocked) };
  await proveByPassphrase(device, passphrase, unlocked.network, {
    method: "POST",
    path: PATH,
    body,
  }).catch(throwVaultError);
}

/** @param {Unlocked} unlocked it may have been taken back elsewhere, and that is as good */
export async function takeBackErasure({ network }) {
  await network.takeBackErasure().catch((error) => {
    if (problemOf(error) !== "not-found") throw toVaultError(error);
  });
}

/**
 * Erases at once what was asked for.
 * @param {Unlocked} unlocked
 * @param {Device} device
 * @param {string} kitCode
 * @returns {Promise<Erased>} under the key that the server has shown before
 * @throws {VaultError} `wrong-kit-code`, or what the network says
 */
export async function eraseNow(unlocked, device, kitCode) {
  const { network } = unlocked;
  const { key } = await network.erasure().catch(throwVaultError);
  const body = { closes: await closes(unlocked) };
  const request = { method: "POST", path: `${PATH}/now`, body };
  await proveByKit(device, kitCode, network, request).catch((error) => {
    // The answer may have been lost after the account was gone: then there is a receipt.
    const isPerhapsDone = ["network", "signed-out"].includes(error?.kind);
    if (!isPerhapsDone && problemOf(error) !== "proof-needed") throw toVaultError(error);
  });
  const receipt = await receiptOf(network, device.idPk, key).catch(throwVaultError);
  if (!receipt) throw new VaultError("wrong-kit-code");
  const told = JSON.parse(receipt.text);
  return { receipt, at: whole(told.at), counts: countsOf(told) };
}

/** @param {any} answer @returns {Erasing} whatever the server says */
function erasingOf({ due, wait, backups, key, counts }) {
  const pending = due === null ? null : whole(due);
  return {
    due: pending,
    wait: whole(wait),
    backups: whole(backups),
    key: String(key),
    counts: countsOf(counts),
  };
}

/** @param {any} counts @returns {ErasedCounts} */
function countsOf(counts) {
  const { records, revisions, bytes, credentials, sessions, invites, kept } = counts ?? {};
  return {
    records: whole(records),
    revisions: whole(revisions),
    bytes: whole(bytes),
    credentials: whole(credentials),
    sessions: whole(sessions),
    invites: whole(invites),
    kept: {
      accounts: whole(kept?.accounts),
      records: whole(kept?.records),
      rows: whole(kept?.rows),
    },
  };
}

/** @param {unknown} value @returns {number} seconds or a count as one can be shown, else 0 */
function whole(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST
    ? value
    : 0;
}

/**
 * What the server says it has erased. It proves that the server has said so, and not that it did.
 * @param {Network} network
 * @param {Bytes} idPk
 * @param {string} [key] b64: what signed receipts on this server before
 * @returns {Promise<ErasureReceipt | null>} null where it says nothing of that
 * @throws {ProtocolError} for a receipt that does not hold
 * @throws {NetworkProblem}
 */
export async function receiptOf(network, idPk, key) {
  const mark = b64Encode(erasedMark(idPk));
  const receipt = await network.receipt(mark).catch((error) => {
    if (problemOf(error) === "not-found") return null;
    throw error;
  });
  if (!receipt) return null;
  const [signer, signature] = [key ?? receipt.key, receipt.signature].map((text) =>
    b64Decode(text),
  );
  await verify(
    /** @type {Bytes} */ (signer),
    /** @type {Bytes} */ (signature),
    "receipt",
    utf8(receipt.text),
  );
  if (JSON.parse(receipt.text).mark !== mark) throw new Tampered("a receipt of another account");
  return receipt;
}

/**
 * @param {Network} network
 * @param {Bytes} idPk
 * @returns {Promise<boolean>} whether the server says that this account was erased
 */
export async function isErased(network, idPk) {
  return (await receiptOf(network, idPk).catch(() => null)) !== null;
}

/** @param {Unlocked} unlocked @returns {Promise<string>} b64 frames of a `close` for each open pair log of one's own */
async function closes({ session, holdings }) {
  const open = session.peers().filter(({ out }) => {
    const { opened, closed } = holdings.ledger.log(out);
    return opened && !closed;
  });
  const frames = open.map(async ({ out, contact }) => {
    const { seq, hash } = holdings.meta.heads[out] ?? { seq: 0, hash: "" };
    const head = { ...START, seq, hash: b64Decode(hash) };
    return buildFrame(await buildRecord(session.sign, session.idPk, contact.idPk, head, "close"));
  });
  return b64Encode(concat(...(await Promise.all(frames))));
}

/** @param {unknown} error @returns {string} */
function problemOf(error) {
  return error instanceof NetworkProblem ? error.problem : "";
}

/** @param {unknown} error @returns {never} */
function throwVaultError(error) {
  if (error instanceof ProtocolError) throw new VaultError("server", error);
  throw toVaultError(error);
}
