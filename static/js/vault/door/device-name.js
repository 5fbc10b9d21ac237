// What a browser is called in the list of one's devices: which one on what, as far as it says so itself.

/** What stands in the texts by which a browser names itself, in the order in which one is looked for: most say Safari, too. */
const BROWSERS = [
  ["Edg", "Edge"],
  ["OPR|Opera", "Opera"],
  ["Brave", "Brave"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox|FxiOS", "Firefox"],
  ["Chrome|CriOS", "Chrome"],
  ["Safari", "Safari"],
];
const SYSTEMS = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["CrOS|Chrome OS", "Chromebook"],
  ["Windows", "Windows"],
  ["Mac", "Mac"],
  ["Linux", "Linux"],
];

/**
 * @param {{userAgent?: string, userAgentData?: {brands?: {brand: string}[], platform?: string}}} navigator
 * @returns {string} such as `Chrome on Android`
 */
export function deviceName({ userAgent = "", userAgentData = {} }) {
  const { brands = [], platform = "" } = userAgentData;
  const said = [...brands.map(({ brand }) => brand), platform, userAgent].join(" ");
  const browser = named(BROWSERS, said);
  const system = named(SYSTEMS, said);
  // An iPad calls itself a Mac.
  const isPad = browser === "Safari" && system === "Mac";
  return `${browser ?? "A browser"}${system ? ` on ${isPad ? "Mac or iPad" : system}` : ""}`;
}

/** @param {string[][]} names @param {string} said @returns {string|undefined} */
function named(names, said) {
  return names.find(([sign = ""]) => new RegExp(sign).test(said))?.[1];
}
