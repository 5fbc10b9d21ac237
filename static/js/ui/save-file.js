/** A file made on this device, given to the person through the browser. */

/** How long a browser may take to fetch it: some begin only after the click has ended. */
const KEPT_MS = 60_000;

/** @param {Blob} blob @param {string} name of the file */
export function saveFile(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
