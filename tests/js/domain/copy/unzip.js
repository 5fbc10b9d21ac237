// A reader of .zip files by their central directory: a reading of its own, so that the writer isn't checked by itself.

import { crc32, inflateRawSync } from "node:zlib";

/** @param {Uint8Array} bytes @returns {Map<string, string>} */
export function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("no end");
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < view.getUint16(end + 10, true); n++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("no central header");
    const [crc, packed, size] = [16, 20, 24].map((from) => view.getUint32(at + from, true));
    const nameSize = view.getUint16(at + 28, true);
    const name = text(bytes.subarray(at + 46, at + 46 + nameSize));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true);
    const body = inflateRawSync(bytes.subarray(start, start + Number(packed)));
    if (body.length !== size || crc32(body) !== crc) throw new Error(`${name} is damaged`);
    if (text(bytes.subarray(local + 30, start)) !== name || files.has(name)) throw new Error(name);
    files.set(name, text(body));
    at += 46 + nameSize;
  }
  if (at !== end) throw new Error("bytes between");
  return files;
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
