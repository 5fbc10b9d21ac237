// What stands beside the entries: courses, threads, settings and so on.

/** @import { Kept } from "./entries.js" */
/** @import { Instant } from "./instants.js" */

/**
 * @typedef {object} Document  what stands beside the entries: a course, a thread, settings…; `body` has its own members (docs/protocol.md section 9)
 * @property {string} id
 * @property {string} kind
 * @property {string} rev
 * @property {Instant} written
 * @property {Kept} kept
 * @property {{[member: string]: any}} body  members that one does not know are to be given back with the others
 */

export {};
