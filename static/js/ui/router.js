/**
 * Where one is in the app stands in the fragment of the address, `#/entry/<id>?on=…`, which never reaches the server.
 */

/**
 * @typedef {object} Place
 * @property {string} name       first step of the path; "" is the start
 * @property {string[]} rest     the other steps
 * @property {URLSearchParams} query
 * @property {string} path       whole, without "#"
 */

/** @param {string} fragment with or without "#" @returns {Place} */
export function parsePlace(fragment) {
  const path = fragment.replace(/^#?\/?/, "/");
  const [steps = "", query = ""] = path.slice(1).split("?");
  const [name = "", ...rest] = steps.split("/").filter(Boolean).map(decode);
  return { name, rest, query: new URLSearchParams(query), path };
}

/** @param {Place} one @param {Place} other @returns {boolean} whether they differ at most in their queries */
export function isSameScreen(one, other) {
  return [one.name, ...one.rest].join("/") === [other.name, ...other.rest].join("/");
}

/** @param {string} step */
function decode(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/**
 * An invitation's link carries its secret in the fragment. It is taken out of the address bar and out of what Back leads to, at once.
 * The browser's own list of visited pages may have it already, which no page can change: the secret is good for one answer.
 * @param {Location} location
 * @param {History} history
 * @returns {string|null} the whole link, to be kept in memory only
 */
export function takeInvite(location, history) {
  if (location.pathname !== "/i") return null;
  const link = location.hash.length > 1 ? location.href : null;
  history.replaceState(null, "", "/app");
  return link;
}

/** `/help` and `/design` are addresses that may be typed or bookmarked. @param {Location} location @param {History} history */
export function takePath(location, history) {
  const name = /^\/(help|design)$/.exec(location.pathname)?.[1];
  if (name) history.replaceState(null, "", `/app#/${name}`);
}
