// Seeded randomness and hashing for histories. Fast and repeatable, and of no use for keys.

/**
 * @param {string} text
 * @returns {[number, number, number, number]} 128 bits (cyrb128)
 */
export function hash128(text) {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/**
 * @param {string} text
 * @returns {string} 32 hexadecimal digits
 */
export function hashText(text) {
  return hash128(text)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
}

const DIGITS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];

/** A stream of random values that is the same for the same seed (sfc32). */
export class Random {
  #a;
  #b;
  #c;
  #d;

  /** @param {string} seed */
  constructor(seed) {
    [this.#a, this.#b, this.#c, this.#d] = hash128(seed);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** @returns {number} 0 ≤ value < 1 */
  next() {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** @param {number} count @returns {number} a whole number, 0 ≤ value < count */
  below(count) {
    return Math.floor(this.next() * count);
  }

  /** @param {number} chance */
  chance(chance) {
    return this.next() < chance;
  }

  /** @template T @param {readonly T[]} values @returns {T} */
  pick(values) {
    return /** @type {T} */ (values[this.below(values.length)]);
  }

  /** @param {number} from @param {number} to */
  between(from, to) {
    return from + this.next() * (to - from);
  }

  /** @returns {string} 22 characters, the b64 of 16 bytes: the id of an item or revision */
  id() {
    const digits = Array.from({ length: 21 }, () => this.pick(DIGITS));
    return `${digits.join("")}${this.pick(["A", "Q", "g", "w"])}`;
  }
}
