// What the vault asks of a server (docs/api.md), answered by the model server for one account.

import { b64Decode, b64Encode } from "../../../static/js/wire/encoding.js";
import { parseFrames } from "../../../static/js/wire/records.js";

/** @import { Server } from "../server.js" */
/** @import { Machine } from "./machine.js" */

/** @typedef {{id: string, handle: string, credentials: {id: string, kind: string, parameters: string, wrapped: string}[]}} Registered */

export class Api {
  /** @type {Registered | null} */
  account = null;

  /** @param {Server} server */
  constructor(server) {
    this.server = server;
  }

  /**
   * @param {Machine} machine  who asks
   * @param {string} method
   * @param {URL} url
   * @param {any} body
   * @returns {Promise<Response>}
   */
  async answer(machine, method, { pathname, searchParams }, body) {
    const asked = `${method} ${pathname.replace("/api/v1/", "")}`;
    if (this.server.isDown) return problem(503, "unavailable");
    if (asked === "GET session")
      return json({ csrf: "token", registration: "open", account: null });
    if (asked === "POST accounts") return this.#create(machine, JSON.parse(body));
    if (asked === "POST challenges") return this.#challenge(JSON.parse(body));
    if (asked === "POST sessions") return this.#signIn(machine, JSON.parse(body));
    if (!machine.isSignedIn || !this.account) return problem(401, "sign-in-needed");
    if (asked === "GET feed") return this.#feed(Number(searchParams.get("after")));
    if (asked === "GET account") return json({ readable: this.#own().length });
    if (asked === "POST records") return this.#push(body);
    throw new Error(`nobody answers ${asked}`);
  }

  /** @param {Machine} machine @param {any} asked */
  async #create(machine, { handle, credentials, records }) {
    const bytes = b64Decode(records);
    const [first] = parseFrames(bytes);
    const id = b64Encode(/** @type {NonNullable<typeof first>} */ (first).header.author);
    this.account = { id, handle, credentials };
    await this.server.push(id, bytes);
    machine.isSignedIn = true;
    return json({}, 201);
  }

  /** @param {any} asked */
  #challenge({ kind, credential }) {
    const found = this.account?.credentials.find((one) =>
      credential ? one.id === credential : one.kind === kind,
    );
    if (!found) return problem(401, "sign-in-failed");
    const { id, parameters } = found;
    return json({ id, kind: found.kind, parameters, challenge: b64Encode(new Uint8Array(32)) });
  }

  /** Whoever could open the challenge has the passphrase: signatures are not what is played. @param {Machine} machine @param {any} asked */
  #signIn(machine, { id }) {
    const found = this.account?.credentials.find((one) => one.id === id);
    if (!found || !this.account) return problem(401, "sign-in-failed");
    machine.isSignedIn = true;
    const { kind, parameters, wrapped } = found;
    const { handle } = this.account;
    const ring = this.#own().findLast(({ type }) => type === "ring");
    const said = { generation: ring.generation, body: b64Encode(ring.payload) };
    const { seq, hash } = /** @type {any} */ (this.#own().at(-1));
    const signedIn = { id_pk: this.account.id, handle, kind, parameters, wrapped };
    return json({ ...signedIn, ring: said, head: { seq, hash } });
  }

  /** @returns {any[]} */
  #own() {
    const { account, server } = this;
    return account ? server.records(server.logId(account.id, account.id)) : [];
  }

  /** @param {number} after */
  #feed(after) {
    try {
      const { id } = /** @type {Registered} */ (this.account);
      return new Response(/** @type {any} */ (this.server.feed(id, after)));
    } catch (error) {
      return refused(error);
    }
  }

  /** @param {Uint8Array} frames */
  async #push(frames) {
    try {
      const { epoch, results } = await this.server.push(this.account?.id ?? "", frames);
      const said = results.map((result) => {
        const { problem } = result;
        const type = `/problems/${problem?.type}`;
        return problem ? { ...result, problem: { ...problem, type } } : result;
      });
      return json({ epoch, results: said });
    } catch (error) {
      return refused(error);
    }
  }
}

/** @param {unknown} error of the model server */
function refused(error) {
  const { kind, epoch } = /** @type {{kind?: string, epoch?: string}} */ (error);
  if (kind === "feed-ahead") return problem(409, "feed-ahead", { "Afterglow-Epoch": epoch ?? "" });
  if (kind === "refused") return problem(413, "too-large");
  throw error;
}

/** @param {object} value @param {number} [status] */
function json(value, status = 200) {
  return new Response(JSON.stringify(value), { status });
}

/** @param {number} status @param {string} name @param {{[name: string]: string}} [headers] */
function problem(status, name, headers = {}) {
  const type = { "Content-Type": "application/problem+json" };
  const body = JSON.stringify({ type: `/problems/${name}`, title: name, status });
  return new Response(body, { status, headers: { ...type, ...headers } });
}
