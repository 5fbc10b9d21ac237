// A .zip as APPNOTE.TXT 6.3 has it, deflated (RFC 1951), without encryption and without ZIP64: written piece by piece, as the words come.

/** The four bytes, as little-endian numbers: local header, central header, end. */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Version 2.0, names in UTF-8, deflate. */
const [NEEDS, UTF8_NAMES, DEFLATE] = [20, 0x0800, 8];
const [MOST_FILES, MOST_BYTES] = [0xffff, 0xffffffff];

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

const utf8 = new TextEncoder();

/** One file after another; `blob()` when all are in. */
export class Zip {
  /** @type {BlobPart[]} */
  #parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  #entries = [];
  #at = 0;
  #stamp;

  /** @param {{day: string, time: string}} made  `YYYY-MM-DD` and `HH:MM`, as every file in it is dated */
  constructor({ day, time }) {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    const years = Math.min(Math.max(year - 1980, 0), 127);
    this.#stamp = [(hour << 11) | (minute << 5), (years << 9) | (month << 5) | date];
  }

  /**
   * @param {string} name  with `/` between folders
   * @param {Iterable<string>|AsyncIterable<string>} texts
   * @throws {RangeError} past 65,535 files or 4 GiB
   */
  async add(name, texts) {
    const deflate = new CompressionStream("deflate-raw");
    const packed = new Response(deflate.readable).blob();
    const writer = deflate.writable.getWriter();
    let [crc, size] = [0xffffffff, 0];
    for await (const text of texts) {
      const bytes = utf8.encode(text);
      for (const byte of bytes) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
      size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
    this.#put(name, await packed, size, ~crc >>> 0);
  }

  /** @returns {Blob} */
  blob() {
    const size = this.#entries.reduce((sum, { length }) => sum + length, 0);
    const count = this.#entries.length;
    const end = fields([[END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [this.#at, 4], [0, 2]]); // biome-ignore format: a table
    return new Blob([...this.#parts, ...this.#entries, end], { type: "application/zip" });
  }

  /** @param {string} name @param {Blob} packed @param {number} size @param {number} crc */
  #put(name, packed, size, crc) {
    const path = utf8.encode(name);
    const [time = 0, date = 0] = this.#stamp;
    /** @type {[number, number][]} */
    const about = [[NEEDS, 2], [UTF8_NAMES, 2], [DEFLATE, 2], [time, 2], [date, 2], [crc, 4], [packed.size, 4], [size, 4], [path.length, 2], [0, 2]]; // biome-ignore format: a table
    const central = fields([[CENTRAL, 4], [NEEDS, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [this.#at, 4]]); // biome-ignore format: a table
    this.#parts.push(fields([[LOCAL, 4], ...about]), path, packed);
    this.#entries.push(new Uint8Array([...central, ...path]));
    this.#at += 30 + path.length + packed.size;
    if (this.#entries.length > MOST_FILES || this.#at > MOST_BYTES || size > MOST_BYTES)
      throw new RangeError("too much for one zip");
  }
}

/** @param {[value: number, bytes: number][]} values @returns {Uint8Array<ArrayBuffer>} little-endian */
function fields(values) {
  return Uint8Array.from(values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff))); // biome-ignore format: one thought
}
