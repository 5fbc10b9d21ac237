// The fixed people and secrets of afterglow-javascript.json. Every secret is a hash of its own name.

import { createHash } from "node:crypto";
import { CekSource } from "../../../static/js/protocol/items.js";
import { Identity, KemKey } from "../../../static/js/protocol/keys.js";
import { buildBundle } from "../../../static/js/wire/bundles.js";

/** @import { Role } from "../../../static/js/protocol/invites.js" */
/** @import { Contact, Ring } from "../../../static/js/protocol/ring.js" */
/** @import { Bytes } from "../../../static/js/wire/encoding.js" */

export const ORIGIN = "https://afterglow.example:8443";
export const HANDLE = "noor_77";

/**
 * @param {string} name
 * @param {number} [length]
 * @returns {Bytes} the fixed secret of that name
 */
export function secret(name, length = 32) {
  const hash = createHash("shake256", { outputLength: length });
  return new Uint8Array(hash.update(`afterglow javascript vector: ${name}`).digest());
}

/** From here on `crypto.getRandomValues` answers the same bytes in every run. For generating vectors only. */
export function fixRandomness() {
  let number = 0;
  Object.defineProperty(globalThis.crypto, "getRandomValues", {
    value: (/** @type {Uint8Array} */ array) => {
      const bytes = secret(`randomness ${++number}`, array.byteLength);
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytes);
      return array;
    },
  });
}

/** Somebody with an identity, a KEM key, a journal key, an account key and a kit. */
export class Person {
  /**
   * @param {string} name
   * @param {Role} role
   * @param {Identity} identity
   * @param {KemKey} kem
   * @param {Bytes} bundle
   */
  constructor(name, role, identity, kem, bundle) {
    this.name = name;
    this.role = role;
    this.identity = identity;
    this.kem = kem;
    this.bundle = bundle;
    this.public = identity.public;
    this.seed = secret(`${name} sign`);
    this.kemSeed = secret(`${name} kem`);
    this.journal = secret(`${name} journal`);
    this.accountKey = secret(`${name} account`);
    this.kit = secret(`${name} kit`, 20);
  }

  /** @param {string} name @param {Role} role */
  static async called(name, role) {
    const identity = await Identity.fromSeed(secret(`${name} sign`));
    const kem = await KemKey.fromSeed(secret(`${name} kem`));
    const sign = identity.sign.bind(identity);
    return new Person(
      name,
      role,
      identity,
      kem,
      await buildBundle(sign, identity.public, 1, kem.public),
    );
  }

  /** @param {Bytes} item @param {Bytes} rev @returns {Promise<Bytes>} content key of one revision of theirs */
  cek(item, rev) {
    return new CekSource(this.journal).cek(item, rev);
  }

  /** @returns {Contact} this person as somebody else has pinned them */
  asContact() {
    const { public: idPk, bundle, name, role } = this;
    return {
      idPk,
      bundle,
      name,
      role,
      verified: "in_person",
      state: "linked",
      dosing: false,
      since: 1_900_000_000,
    };
  }

  /** @param {...Person} contacts @returns {Ring} */
  ring(...contacts) {
    return {
      sign: this.seed,
      kem: [{ epoch: 1, secret: this.kemSeed }],
      journal: [{ epoch: 1, secret: this.journal }],
      kit: this.kit,
      name: `${this.name} ü🌿`,
      role: this.role,
      contacts: contacts.map((one) => one.asContact()),
      invites: [],
      heads: [],
    };
  }
}

export const patient = await Person.called("noor", "patient");
export const therapist = await Person.called("ivo", "therapist");
