/**
 * What the vault is lent by whoever runs it: the browser's worker, or a test.
 *
 * @import { Clock, Lock, Random, SyncState } from "../sync/types.js"
 *
 * @typedef {object} Lent
 * @property {string} origin         scheme, host and port, as a browser writes them
 * @property {typeof fetch} fetch
 * @property {string} databaseName
 * @property {() => number} now      milliseconds since 1970
 * @property {() => string} zone     IANA name
 * @property {Clock} clock
 * @property {Random} random
 * @property {Lock} lock
 * @property {(name: string) => Promise<any>} content  a file of static/content, parsed
 * @property {string} deviceName     as the person's other devices will be told
 * @property {(message: TabMessage) => void} tell      to this origin's other tabs
 *
 * @typedef {{type: "changed", items: string[]} | {type: "wake"} | {type: "sync", state: SyncState} | {type: "locked"} | {type: "removed"}} TabMessage
 */

export {};
