// The HTTP interface of docs/api.md, spoken with the `fetch` that is lent.

import { sessionsOf } from "../domain/devices.js";
import { b64Decode, b64Encode, concat, utf8 } from "../wire/encoding.js";
import { wholeFrames } from "../wire/feed.js";
import { PAGE } from "../wire/limits.js";

/** @import { Session } from "../domain/devices.js" */
/** @import { CredentialKind } from "../protocol/credentials.js" */
/** @import { Clock, PushAnswer } from "../sync/types.js" */
/** @import { Bytes } from "../wire/encoding.js" */
/** @import { ErasureReceipt, Erasing } from "./types.js" */

/** @typedef {"network"|"signed-out"|"too-many"|"refused"|"feed-ahead"|"server"|"malformed"} NetworkProblemKind */
/** @typedef {{id: string, kind: string, parameters: Bytes, challenge: Bytes}} Challenge */
/** @typedef {{idPk: Bytes, handle: string, kind: string, parameters: Bytes, wrapped: Bytes, generation: number, ring: Bytes,
 *   head: {seq: number, hash: string}}} SignedIn */
/** @typedef {{id: string, state: "open"|"answered"|"contested", answer: Bytes|null}} OwnInvite */

/** An answer with its body; `broke`: why that ended too early, else null. @typedef {{ok: boolean, status: number, headers: Headers, bytes: Bytes, broke: unknown}} Answer */

/** No byte for so long: nothing comes any more. How long the whole takes is the link's affair. */
const SILENCE_MS = 30_000;
/** No sign of life of a stream for so long: nobody is taken to be there. */
const LIFELESS_MS = 120_000;
/** Bytes after which a stream is left: some thousands of places, or weeks of waiting. */
const STREAM = 262_144;
/** A line of it is a place, a comment or empty. */
const EVENT = /^(?:data: ([0-9]{1,15})|:.*)?$/;
const LINE = 64;
/** Bytes a millisecond on the slowest link: what goes up, goes unseen. */
const UP_BYTES_MS = 2;
/** More than any page: one grant with 64 of the largest bodies may make a page of its own. */
const ANSWER = 2 * PAGE + 1_048_576;

/** What every request is made with. @satisfies {RequestInit} */
const AS_OURS = { cache: "no-store", credentials: "same-origin", redirect: "error" };

/** Why a request failed: `kind` in the words of the sync engine, `name` the problem document's. */
export class NetworkProblem extends Error {
  /**
   * @param {NetworkProblemKind} kind
   * @param {string} [name]
   * @param {{retryAfterMs?: number, epoch?: string, cause?: unknown}} [more]
   */
  constructor(kind, name = "", { retryAfterMs, epoch, cause } = {}) {
    super(`network: ${kind} ${name}`, { cause });
    this.name = "NetworkProblem";
    this.kind = kind;
    this.problem = name;
    this.retryAfterMs = retryAfterMs;
    this.epoch = epoch;
  }
}

export class Network {
  #fetch;
  #origin;
  #now;
  #after;
  #aheadMs = 0;
  /** @type {string | null} */
  #csrf = null;

  /**
   * @param {string} origin
   * @param {typeof globalThis.fetch} fetch
   * @param {() => number} now milliseconds since 1970
   * @param {Clock["after"]} after
   */
  constructor(origin, fetch, now, after) {
    this.#origin = origin;
    this.#fetch = fetch;
    this.#now = now;
    this.#after = after;
  }

  /** @returns {number} seconds since 1970 by the server's clock, as far as it has been heard: what expires, expires by that one */
  seconds() {
    return Math.floor((this.#now() + this.#aheadMs) / 1000);
  }

  /** @returns {Promise<{registration: "open"|"code"|"closed", account: string|null}>} */
  async session() {
    const { csrf, registration, account } = await this.#json("GET", "session");
    this.#csrf = csrf;
    return { registration, account };
  }

  /** @param {object} account as docs/api.md has it */
  async createAccount(account) {
    await this.#json("POST", "accounts", account);
  }

  /**
   * @param {{handle: string, kind: CredentialKind} | {credential: string}} asking
   * @returns {Promise<Challenge>}
   */
  async challenge(asking) {
    const { id, kind, parameters, challenge } = await this.#json("POST", "challenges", asking);
    return parsed(() => ({
      id,
      kind,
      parameters: b64Decode(parameters),
      challenge: b64Decode(challenge, 32),
    }));
  }

  /**
   * @param {string} id
   * @param {Bytes} challenge
   * @param {Bytes} signature
   * @returns {Promise<SignedIn>}
   */
  async signIn(id, challenge, signature) {
    const signed = { id, challenge: b64Encode(challenge), signature: b64Encode(signature) };
    const answer = await this.#json("POST", "sessions", signed);
    return parsed(() => ({
      idPk: b64Decode(answer.id_pk, 32),
      handle: answer.handle,
      kind: answer.kind,
      parameters: b64Decode(answer.parameters),
      wrapped: b64Decode(answer.wrapped),
      generation: answer.ring.generation,
      ring: b64Decode(answer.ring.body),
      head: { seq: answer.head.seq, hash: b64Encode(b64Decode(answer.head.hash, 32)) },
    }));
  }

  async signOut() {
    await this.#json("DELETE", "sessions/current");
  }

  /** @returns {Promise<Session[]>} the account's own, whatever the server says */
  async sessions() {
    const answer = await this.#json("GET", "sessions");
    return parsed(() => sessionsOf(answer));
  }

  /** @param {string} id of the session that asks @param {Bytes} label */
  async labelSession(id, label) {
    await this.#json("PUT", `sessions/${id}/label`, { label: b64Encode(label) });
  }

  /** @param {string} id */
  async endSession(id) {
    await this.#json("DELETE", `sessions/${id}`);
  }

  /** @returns {Promise<object>} what the server knows of this account */
  account() {
    return this.#json("GET", "account");
  }

  /** @returns {Promise<Erasing>} whether and when the account is to be erased */
  erasure() {
    return this.#json("GET", "erasure");
  }

  /** @param {string} closes b64 of frames */
  async renewCloses(closes) {
    await this.#json("PUT", "erasure/closes", { closes });
  }

  async takeBackErasure() {
    await this.#json("DELETE", "erasure");
  }

  /** @param {string} mark b64 @returns {Promise<ErasureReceipt>} */
  receipt(mark) {
    return this.#json("GET", `erasures/${mark}`);
  }

  /**
   * @param {string} id
   * @param {Bytes} offer
   * @param {number} expires seconds since 1970
   */
  async leaveOffer(id, offer, expires) {
    await this.#json("PUT", `invites/${id}`, { offer: b64Encode(offer), expires });
  }

  /**
   * @param {string} id
   * @returns {Promise<{offer: Bytes, state: string}>}
   */
  async offer(id) {
    const { offer, state } = await this.#json("GET", `invites/${id}`);
    return parsed(() => ({ offer: b64Decode(offer), state }));
  }

  /**
   * @param {string} id
   * @param {Bytes} answer
   */
  async answer(id, answer) {
    await this.#json("POST", `invites/${id}/answer`, { answer: b64Encode(answer) });
  }

  /** @returns {Promise<OwnInvite[]>} */
  async ownInvites() {
    const { invites } = await this.#json("GET", "invites");
    return parsed(() =>
      invites.map((/** @type {any} */ { id, state, answer }) => {
        return { id, state, answer: answer === null ? null : b64Decode(answer) };
      }),
    );
  }

  /** @param {string} id */
  async withdrawInvite(id) {
    await this.#json("DELETE", `invites/${id}`);
  }

  /**
   * @param {number} after
   * @param {number} limit bytes, as a wish
   * @returns {Promise<Bytes>} a page; where it broke off, one of the frames that came whole
   */
  async feed(after, limit) {
    const answer = await this.#request("GET", `feed?after=${after}&limit=${limit}`);
    return answer.broke ? (wholeFrames(answer.bytes) ?? whole(answer)) : answer.bytes;
  }

  /**
   * How far the feed reaches (docs/api.md, "Position"). Resolves when the stream ends, or has said more than one says.
   * @param {(place: number) => void} hear
   * @param {AbortSignal} signal
   */
  async positions(hear, signal) {
    const silence = new Silence(this.#after, 0, LIFELESS_MS);
    signal.addEventListener("abort", () => silence.cut());
    try {
      const asked = { ...AS_OURS, signal: silence.signal };
      const { ok, status, headers, body } = await this.#fetch(
        `${this.#origin}/api/v1/position`,
        asked,
      );
      if (!ok) throw problemOf({ ok, status, headers, ...(await readBody(body, silence)) });
      if (!headers.get("Content-Type")?.startsWith("text/event-stream"))
        throw new NetworkProblem("server");
      await readPlaces(body, silence, hear);
    } catch (cause) {
      throw cause instanceof NetworkProblem ? cause : new NetworkProblem("network", "", { cause });
    } finally {
      silence.cut();
    }
  }

  /**
   * @param {Uint8Array[]} frames
   * @returns {Promise<PushAnswer>}
   */
  async push(frames) {
    const answer = await this.#request(
      "POST",
      "records",
      concat(...frames),
      "application/octet-stream",
    );
    const { epoch, results } = jsonOf(answer);
    return { epoch, results: results.map(withoutUri) };
  }

  /**
   * A request that carries a proof of the login key.
   * @param {string} method
   * @param {string} path below `/api/v1/`
   * @param {object | undefined} body
   * @param {(act: string, body: Bytes) => Promise<string>} prove signs what is sent
   */
  async proved(method, path, body, prove) {
    const sent = body && JSON.stringify(body);
    const proof = await prove(`${method} /api/v1/${path}`, utf8(sent ?? ""));
    const more = { "Afterglow-Proof": proof };
    const answer = await this.#request(method, path, sent, "application/json", more);
    return answer.status === 204 ? null : jsonOf(answer);
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #json(method, path, body) {
    const sent = body && JSON.stringify(body);
    const answer = await this.#request(method, path, sent, "application/json");
    return answer.status === 204 ? null : jsonOf(answer);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string | Bytes} [body]
   * @param {string} [type]
   * @param {{[name: string]: string}} [more] headers
   * @returns {Promise<Answer>}
   */
  async #request(method, path, body, type, more) {
    const isSafe = method === "GET";
    if (!isSafe && this.#csrf === null) await this.session();
    const answer = await this.#send(method, path, body, type, more);
    if (answer.ok) return answer;
    const problem = problemOf(answer);
    if (problem.problem !== "csrf" || isSafe) throw problem;
    // The token was old: a new one, and the same bytes again.
    await this.session();
    const second = await this.#send(method, path, body, type, more);
    if (second.ok) return second;
    throw problemOf(second);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string | Bytes} [body]
   * @param {string} [type]
   * @param {{[name: string]: string}} [more]
   * @returns {Promise<Answer>}
   */
  async #send(method, path, body, type, more) {
    /** @type {{[name: string]: string}} */
    const headers = { ...more };
    if (body !== undefined && type) headers["Content-Type"] = type;
    if (method !== "GET") headers["X-CSRFToken"] = this.#csrf ?? "";
    const silence = new Silence(this.#after, (body?.length ?? 0) / UP_BYTES_MS);
    const asked = this.#fetch(`${this.#origin}/api/v1/${path}`, {
      method,
      headers,
      signal: silence.signal,
      ...AS_OURS,
      ...(body !== undefined && { body }),
    });
    try {
      const { ok, status, headers, body } = await asked;
      const heard = Date.parse(headers.get("Date") ?? "");
      if (!Number.isNaN(heard)) this.#aheadMs = heard - this.#now();
      return { ok, status, headers, ...(await readBody(body, silence)) };
    } catch (cause) {
      throw new NetworkProblem("network", "", { cause });
    } finally {
      silence.end();
    }
  }
}

/** Ends a request when nothing has come for a while. */
class Silence {
  #abort = new AbortController();
  #after;
  #cancel;
  #mostMs;

  /** @param {Clock["after"]} after @param {number} more milliseconds for what goes up first @param {number} [mostMs] */
  constructor(after, more, mostMs = SILENCE_MS) {
    this.#after = after;
    this.#mostMs = mostMs;
    this.#cancel = after(mostMs + more, () => this.#abort.abort());
  }

  get signal() {
    return this.#abort.signal;
  }

  /** Something came. */
  broken() {
    this.end();
    this.#cancel = this.#after(this.#mostMs, () => this.#abort.abort());
  }

  end() {
    this.#cancel();
  }

  /** Nothing more is wanted. */
  cut() {
    this.end();
    this.#abort.abort();
  }
}

/**
 * @param {ReadableStream<Bytes> | null} body
 * @param {Silence} silence
 * @returns {Promise<{bytes: Bytes, broke: unknown}>} of a body that broke off, what had come
 */
async function readBody(body, silence) {
  const parts = [];
  let size = 0;
  let broke = null;
  try {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      silence.broken();
      parts.push(next.value);
      size += next.value.length;
      if (size > ANSWER) throw new Error("an answer longer than any page");
    }
  } catch (error) {
    broke = error;
  }
  return { bytes: concat(...parts), broke };
}

/**
 * @param {ReadableStream<Bytes> | null} body of a stream
 * @param {Silence} silence
 * @param {(place: number) => void} hear
 */
async function readPlaces(body, silence, hear) {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let next = await reader?.read(); next?.value && size < STREAM; next = await reader?.read()) {
    silence.broken();
    size += next.value.length;
    const lines = (text + decoder.decode(next.value, { stream: true })).split("\n");
    text = lines.pop() ?? "";
    if (text.length > LINE) throw new NetworkProblem("malformed");
    for (const line of lines) {
      const place = EVENT.exec(line);
      if (!place) throw new NetworkProblem("malformed");
      if (place[1]) hear(Number(place[1]));
    }
  }
}

/** @param {Answer} answer @returns {Bytes} */
function whole({ bytes, broke }) {
  if (broke) throw new NetworkProblem("network", "", { cause: broke });
  return bytes;
}

/** @param {Answer} answer @returns {string} */
function textOf(answer) {
  return new TextDecoder().decode(whole(answer));
}

/** @param {Answer} answer @returns {any} */
function jsonOf(answer) {
  const text = textOf(answer);
  return parsed(() => JSON.parse(text));
}

/** @template T @param {() => T} read @returns {T} */
function parsed(read) {
  try {
    return read();
  } catch (cause) {
    throw new NetworkProblem("malformed", "", { cause });
  }
}

/** @param {any} result of one log in a push @returns {any} */
function withoutUri(result) {
  const { problem } = result;
  return problem ? { ...result, problem: { ...problem, type: nameOf(problem.type) } } : result;
}

/** @param {unknown} type such as `/problems/stale` @returns {string} */
function nameOf(type) {
  return typeof type === "string" ? type.replace(/^.*\//, "") : "";
}

/** @param {Answer} answer @returns {NetworkProblem} */
function problemOf(answer) {
  const text = textOf(answer);
  const isProblem = answer.headers.get("Content-Type")?.startsWith("application/problem+json");
  const name = isProblem ? nameOf(parsed(() => JSON.parse(text)).type) : "";
  const seconds = Number(answer.headers.get("Retry-After"));
  const epoch = answer.headers.get("Afterglow-Epoch") ?? undefined;
  const retry = seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
  return new NetworkProblem(kindOf(answer.status, name), name, {
    ...retry,
    ...(epoch && { epoch }),
  });
}

/** Problems of docs/api.md that the same bytes meet every time. */
const REFUSALS = ["malformed", "too-large", "unsupported-type", "invalid"];

/** @param {number} status @param {string} name @returns {NetworkProblemKind} */
function kindOf(status, name) {
  if (name === "sign-in-needed") return "signed-out";
  if (name === "feed-ahead") return "feed-ahead";
  if (status === 429) return "too-many";
  // Only what is said of the bytes themselves is a refusal; anything else, a hotel's portal or a proxy among it, may pass.
  return REFUSALS.includes(name) ? "refused" : "server";
}
