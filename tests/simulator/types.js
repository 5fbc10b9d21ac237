/**
 * What the parts of the simulator hand to each other.
 *
 * @typedef {{item: string, rev: string, digest: string, body: string | null}} Row
 * @typedef {{item: string, rev: string, text: string | null}} OpenedRow  null: withheld by the server
 * @typedef {{[key: string]: string}} Ring  entries by name; an entry is only ever replaced
 *
 * @typedef {object} Content  what a record says; members that its type does not have are absent
 * @property {Row[]} [rows]         put, grant
 * @property {string} [box]         grant
 * @property {string} [data]        ring, device
 * @property {number} [generation]  ring
 * @property {string[]} [items]     del, revoke
 * @property {string[]} [lasts]     del: last revisions seen
 * @property {{seq: number, hash: string}} [peer]  ack
 *
 * @typedef {object} Link  where a record stands
 * @property {string} log
 * @property {string} author
 * @property {string} audience
 * @property {number} seq
 * @property {string} prev
 * @property {string} hash
 * @property {string} type
 *
 * @typedef {Content & Link & {header: *, signature: *}} Record  parsed, its signature and body hash verified; header and signature are the codec's
 *
 * @typedef {object} Account
 * @property {string} name
 * @property {string} id
 * @property {string} secret
 * @property {import("../../static/js/protocol/keys.js").Identity} [identity]
 *
 * @typedef {object} Codec  the way a whole history writes and reads
 * @property {string} name
 * @property {(name: string) => Promise<Account>} account
 * @property {(n: number) => string} epoch
 * @property {(author: string, audience: string) => string} logId
 * @property {(item: string, rev: string) => string} conflictItem
 * @property {(item: string, rev: string) => string} conflictRev
 * @property {(body: string) => string} digest
 * @property {(cek: string, text: string) => string} seal
 * @property {(cek: string, body: string) => string} open  throws where the key does not fit
 * @property {(account: Account, item: string, rev: string) => string} cek
 * @property {(audience: string, ceks: string[]) => string} box
 * @property {(account: Account, box: string) => string[]} openBox
 * @property {(account: Account, place: Omit<Link, "author" | "hash">, content: Content) => Promise<{bytes: Uint8Array, hash: string}>} build
 * @property {(record: Pick<Record, "header" | "signature" | "rows" | "box" | "data">) => Uint8Array} frame  with the bodies that `rows` have
 * @property {(bytes: Uint8Array) => Promise<Record[]>} parse
 * @property {(meta: {epoch: string, after: number, next: number, more: boolean}, frames: Uint8Array[]) => Uint8Array} page
 * @property {(bytes: Uint8Array) => Promise<{epoch: string, next: number, more: boolean, records: Record[]}>} readPage
 *
 * @typedef {import("../../static/js/sync/types.js").RecordView & {record: Record, ring?: Ring, opened?: OpenedRow[]}} View  as the vault hands it to storage
 * @typedef {import("../../static/js/sync/types.js").Op} Op
 * @typedef {Op extends infer O ? O extends Op ? Omit<O, "n"> : never : never} NewOp
 * @typedef {import("../../static/js/sync/types.js").SentFrame & {view: View}} SentView
 *
 * @typedef {object} Around  one world with all that is in it
 * @property {import("./world.js").World} world
 * @property {import("./server.js").Server} server
 * @property {Codec} codec
 * @property {Account[]} accounts
 * @property {import("./book.js").Book} book
 * @property {Error[]} crashes   mistakes of the code under test, or of this one
 * @property {Map<string, number>} coverage  (fault @ state of the engine) → times
 * @property {import("./device.js").Device[]} devices
 * @property {Map<string, import("./device.js").Device>} phones  by account: a new device at the end, that knows nothing
 * @property {import("./server.js").Snapshot[]} backups
 */

export {};
