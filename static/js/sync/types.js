/**
 * The words of the sync engine (docs/protocol.md section 5, docs/architecture.md "Sync").
 *
 * `engine.js` is one pure function, `step(state, event) → [state, effects]`. `runner.js` carries effects out with the objects lent to it below and feeds
 * their outcome back as events. At most one piece of *work* is under way at any time; every work effect carries the `id` its answer must carry.
 * Ids, revisions, logs and hashes are b64 text here; only frames and pages are bytes. Times are milliseconds of the lent clock.
 *
 * ## State: small and serialisable, remade from storage at every start
 *
 * @typedef {object} Head  what this device has of one log
 * @property {number} seq   of the last record stored
 * @property {string} hash  its record hash
 * @property {number} shown the server has shown or accepted 1…shown under the present epoch; equal to `seq` except after a restore of the server
 * @property {number} [fed]  the feed itself has shown 1…fed, or was said to have it at the next place: less than `shown` until what was pushed has come
 *   back in it; absent: as `shown`
 * @property {boolean} mine authored by this account
 *
 * @typedef {"off"|"idle"|"loading"|"pulling"|"rewinding"|"gathering"|"forking"|"linking"|"storing"|"pushing"|"waiting"|"signed-out"|"stopped"} Mode
 *   waiting: for a time after a fault · stopped: an alarm; only the person tries again
 *
 * @typedef {object} State
 * @property {Mode} mode
 * @property {"load"|"pull"|"advance"|"gather"|"turn"|"rewind"|"wait"|"stop"} onward  what follows when what is being stored is stored
 * @property {{log: string, from: number}|null} place  where `onward: "rewind"` begins
 * @property {number} task        id of the work under way; answers with another id are ignored
 * @property {boolean} again      something happened meanwhile: start another round when this one is done
 * @property {boolean} retry      the person asked: what was set aside is tried again in the next round
 * @property {string} own         private log
 * @property {string|null} epoch  of the server, null before the first answer
 * @property {number} cursor      `after` of the next feed request
 * @property {boolean} passed     own records were passed over, and no page has come since that shows the feed to go so far
 * @property {boolean} strict     a differing record is an alarm even where `shown` is below `seq` (no new epoch was announced)
 * @property {boolean} whole      all of the feed has been here once: what is not here now is not there
 * @property {{[log: string]: Head}} heads
 * @property {Sent[]} sent        frames that were signed, stored and perhaps sent; resolved before anything new is linked
 * @property {{[log: string]: number}} stale  logs that the last push found moved, with what was shown of them then
 * @property {number} waiting     queued operations, those set aside included
 * @property {number} aside       of these, set aside
 * @property {number} attempt     faults in a row
 * @property {number} turns       rounds since the last one that brought something forward
 * @property {number} doubt       contradictions of the server in a row
 * @property {number} losses      times since the start that the feed ended before what the server had taken
 * @property {number} rows        largest record to be linked now, in operations (halved to find one that is refused)
 * @property {number} records     largest push now, in records
 * @property {number} page        bytes asked for at once, as the link allows (pace.js)
 * @property {number} bytes       bytes pushed at once and in one put, as the link allows; a single record or row may be longer
 * @property {number} began       when the work under way began
 * @property {number|null} until  no request before (Retry-After)
 * @property {Problem["kind"]|null} fault  the last one
 * @property {string|null} told   status last told, as JSON
 *
 * @typedef {"idle"|"busy"|"offline"|"signed-out"|"aside"|"attention"} SyncState
 *
 * @typedef {object} Sent  a frame kept until the server's word on it is known
 * @property {string} log
 * @property {number} seq
 * @property {string} hash
 * @property {string} prev
 * @property {number} count  operations it says
 * @property {number} n      the first of them
 * @property {number} size   bytes of the frame
 *
 * ## Operations: the outbox
 *
 * Written by the vault, in the same transaction as the sealed body they speak of. `n` is their order, given by storage.
 *
 * @typedef {object} PutOp     log is the private log
 * @property {number} n
 * @property {string} log
 * @property {"put"} kind
 * @property {string} item
 * @property {string} rev
 * @property {string|null} base  revision its author had before them; null: a new item
 * @property {number} size       bytes of the sealed body, which never changes
 * @property {boolean} [again]   came back from a log that the server lost; never collapsed
 * @property {string} [aside]    refused for this reason; published only through a later revision that covers it
 *
 * @typedef {object} DelOp     log is the private log
 * @property {number} n
 * @property {string} log
 * @property {"del"} kind
 * @property {string} item
 * @property {string} last       revision its author had before them
 * @property {boolean} [again]
 * @property {string} [aside]
 *
 * @typedef {object} GrantOp   log is the pair log; `revs` is the revision shown when the person shared it
 * @property {number} n
 * @property {string} log
 * @property {"grant"} kind
 * @property {{item: string, rev: string}[]} revs  1–64
 * @property {boolean} [again]   came back from a log that the server lost: a revoke that stands there instead takes it back
 * @property {string} [aside]
 *
 * @typedef {object} RevokeOp  log is the pair log
 * @property {number} n
 * @property {string} log
 * @property {"revoke"} kind
 * @property {string[]} items  1–64
 * @property {string} [aside]
 *
 * @typedef {object} PlainOp   what these say is made by the vault when they are linked (ring: the newest one; ack: the peer's head then)
 * @property {number} n
 * @property {string} log      private: ring, device, key · pair: open, key, ack, close
 * @property {"ring"|"device"|"key"|"open"|"ack"|"close"} kind
 * @property {string} [aside]
 *
 * @typedef {PutOp|DelOp|GrantOp|RevokeOp|PlainOp} Op
 *
 * @typedef {object} ItemView  an item of the account as the log stored here has it (the outbox plays no part in it)
 * @property {string|null} rev   last revision put, null if none
 * @property {boolean} deleted
 * @property {string[]} known    of the revisions asked for, those that stand in the log
 *
 * @typedef {object} Queue     what storage answers when the engine gathers
 * @property {Op[]} ops        from the front of the outbox, in order
 * @property {{[item: string]: ItemView}} items  every item named by `ops`
 * @property {{[log: string]: {closed: boolean, acked: boolean, ended?: boolean}}} logs  every pair log named by `ops`; closed: it says so;
 *   ended: the peer's log to this account does, so that only an ack and a close may follow; acked: its last ack names the newest record of the peer
 *   that is not an ack itself (or a later one)
 * @property {boolean} more    the outbox goes on behind `ops`
 *
 * ## Records
 *
 * @typedef {object} RecordView  a record of the feed whose signature and body hash have been verified. The vault may hang more on it (bodies, opened
 *   summaries, the merged ring): the engine hands the very object back to `storage.commit`.
 * @property {string} log
 * @property {number} seq
 * @property {string} prev
 * @property {string} hash
 * @property {string} type
 * @property {boolean} own       authored by this account
 * @property {string|null} back  a foreign pair log: our open pair log to its author, where acks go; else null
 * @property {string} [unreadable]  it verifies but cannot be opened: kept with its bytes, told, never published again
 * @property {boolean} [fills]  it stands here already, and brings words that were not handed out before
 *
 * @typedef {object} Page
 * @property {string} epoch
 * @property {number} next
 * @property {boolean} more
 * @property {RecordView[]} records
 *
 * @typedef {object} Draft  a record to be made by `vault.link`
 * @property {string} log
 * @property {number} seq
 * @property {string|null} prev  null: the hash of the draft before it on the same log
 * @property {string} type
 * @property {Op[]} ops     what it says, in order; all of one kind, no item twice in a del or revoke
 * @property {number[]} covers  n of every operation that is done once this record is stored: those of `ops`, and those they stand for (a revision that a later one replaced
 *   before it was ever sent, a ring older than the newest)
 *
 * @typedef {object} Frame  bytes as they travel, rows of form 1 (or 2 in grants)
 * @property {string} log
 * @property {number} seq
 * @property {string} prev
 * @property {string} hash
 * @property {Uint8Array} bytes
 *
 * @typedef {Frame & {covers: number[], ops: number[]}} SentFrame  ops: n of what it says
 *
 * ## Events and effects
 *
 * Every event carries `now` and `random` (0 ≤ random < 1), lent by the runner.
 *
 * @typedef {"start"|"op"|"online"|"focus"|"told"|"person"|"timer"|"signed-in"} Reason  told: the server says that there is something; person: asked for by hand
 * @typedef {{now: number, random: number}} Lent
 * @typedef {Lent & (
 *   {type: "wake", reason: Reason}
 * | {type: "halt"}
 * | {type: "loaded", id: number, meta: Meta}
 * | {type: "page", id: number, page: Page, known: {[place: string]: string}}
 * | {type: "orphans", id: number, log: string, from: number, ops: Op[], prev: string}
 * | {type: "committed", id: number, counts: Counts}
 * | {type: "queue", id: number, queue: Queue}
 * | {type: "forked", id: number, forks: Fork[]}
 * | {type: "linked", id: number, frames: SentFrame[]}
 * | {type: "pushed", id: number, answer: PushAnswer, pushed: Place[]}
 * | {type: "failed", id: number, problem: Problem}
 * )} Event
 *
 * @typedef {{log: string, seq: number, hash: string}} Place
 * @typedef {{waiting: number, aside: number}} Counts
 *
 * @typedef {object} Fork  the vault's answer on a revision that lost
 * @property {PutOp} op               the one that lost
 * @property {number[]} covers        operations it stood for, its own included
 * @property {{item: string, rev: string, size: number}|null} copy  sealed anew with the ids of a conflict copy; null: the same text is current already
 * @property {*} [body]               whatever storage needs to keep of the copy
 *
 * @typedef {object} PushAnswer
 * @property {string} epoch
 * @property {{log: string, accepted: number, added?: null|{after: number, next: number}, problem: null|{type: string, detail?: string, index?: number}}[]} results
 *
 * @typedef {object} Problem  why work failed. Lent objects throw it, or an Error with these members.
 * @property {"network"|"signed-out"|"too-many"|"refused"|"feed-ahead"|"server"|"malformed"|"tampered"|"stale"|"unsupported"|"quota"|"storage"|"unlinkable"|"lost-frame"|"locked"} kind
 *   network: no (whole) answer · refused: these bytes will never be taken (malformed, too-large, unsupported-type, invalid), the push as a whole ·
 *   server: 5xx, 507 and every other refusal, which is about something else than the bytes · unlinkable: the vault cannot make a record of `ops`
 *   malformed: an answer that does not parse, tried again like a fault of the network · tampered, stale, unsupported: an alarm
 * @property {number} [retryAfterMs]  too-many, server
 * @property {string} [epoch]         feed-ahead: the server's present one
 * @property {number[]} [ops]         unlinkable
 * @property {{log: string, from: number}} [place]  lost-frame (made by the runner): the record the vault cannot make again
 *
 * @typedef {{id: number} & (
 *   {type: "load"}
 * | {type: "pull", after: number, limit: number}
 * | {type: "commit", change: Change}
 * | {type: "orphans", log: string, from: number}
 * | {type: "gather", bytes: number}
 * | {type: "fork", ops: {op: PutOp, covers: number[], current: string}[]}
 * | {type: "link", drafts: Draft[]}
 * | {type: "push", again: {log: string, from: number, to: number}[], most: number, bytes: number, sent: Place[]}
 * )} Work
 *
 * @typedef {Work
 * | {type: "timer", at: number|null}
 * | {type: "status", state: SyncState, waiting: number, aside: number}} Effect
 *   timer: the only timer there is, set anew (null: none); it fires as `wake` with the reason "timer"
 *
 * ## Lent interfaces
 *
 * @typedef {object} Meta   what `storage.load` answers
 * @property {string} own
 * @property {string|null} epoch
 * @property {number} cursor
 * @property {boolean} strict
 * @property {boolean} whole
 * @property {{[log: string]: Head}} heads
 * @property {{[log: string]: number}} stored  how many records of each log are really there, so that a half-wiped store is noticed
 * @property {Sent[]} sent   in order within each log
 * @property {number} waiting
 * @property {number} aside
 * @property {number} gaps   items whose words the server has not handed out
 *
 * @typedef {object} Change  one transaction, all or nothing. Absent members change nothing. In this order:
 * @property {"strict"|"relaxed"} durability  relaxed: may be lost by a power cut, together with everything in it
 * @property {{log: string, from: number}[]} [rewind]  forget the records from there on; items are what the rest of the log says; sent frames of the log go
 * @property {RecordView[]} [records]  append: frames, bodies, what they do to items. Where a half-wiped store lacks them they are put back; what stands
 *   later in the log still holds then (a ring is taken only over a lower generation). An own `revoke` among them, unless it is one of `acked`, takes its items
 *   out of the queued grants of its log that are there `again`
 * @property {RecordView[]} [fills]  records that stand here already, with words that were missing
 * @property {string|null} [epoch]
 * @property {number} [cursor]
 * @property {boolean} [strict]
 * @property {boolean} [whole]
 * @property {{[log: string]: Head}} [heads]  these logs' heads, replaced
 * @property {Place[]} [acked]     sent frames that the server has: frame and operations go, and their records are stored, unless `records` brought them
 * @property {string[]} [unlink]   logs whose sent frames are dead: the frames go, their operations are queued again
 * @property {SentFrame[]} [sent]  frames to be sent, with the operations they carry; these are not gathered again while the frame is there
 * @property {number[]} [done]     operations to be removed
 * @property {{n: number, reason: string}[]} [aside]
 * @property {boolean} [retry]     every operation set aside is queued again
 * @property {Fork[]} [forks]      each: operations `covers` go; with a copy, `{put, item, rev, base null}` takes the place of `op`, and its body is kept.
 *   Every queued grant of (op.item, op.rev), linked or not, then names the copy, or `current` where there is none
 * @property {Op[]} [front]        operations to be queued before all others, in this order (`n` is given by storage)
 * @property {{log: string, kind: "ack"}[]} [acks]  queued at the end, unless one of that log is queued (and not linked) already
 * @property {{type: import("../domain/notices.js").Notice["type"], item: string|null}[]} [notices]  one of the same type and item replaces the older
 * @property {RecordView[]} [quarantine]
 *
 * @typedef {object} Storage  every method is one transaction; it throws `quota` or `storage`, and then nothing was changed.
 *   **What is shown** of an item is its last queued put (or nothing after a queued del), else what the log says. So applying a page never touches unsent words.
 *   An item is backed up when no operation names it.
 * @property {() => Promise<Meta>} load
 * @property {() => Promise<Counts>} counts
 * @property {(change: Change) => Promise<Counts>} commit
 * @property {(places: {log: string, seq: number}[]) => Promise<{[place: string]: string}>} hashes  by `log:seq`, of the records stored; others are absent
 * @property {(bytes: number) => Promise<Queue>} queue  operations from the front until the sizes of the puts among them that are not set aside reach
 *   `bytes`; linked ones are left out, those set aside stay in
 * @property {(log: string, from: number) => Promise<Op[]>} orphans  own log: what its records from there on said, as operations (`again`; puts with the revision they
 *   followed as base; `ring` and `ack` at most once; `device` not at all). Foreign log: none
 * @property {(places: Place[]) => Promise<Uint8Array[]>} frames  bytes of sent frames
 *
 * @typedef {object} Network  throws a Problem; bytes are sent as they are, and a stale CSRF token is renewed inside
 * @property {(after: number, limit: number) => Promise<Uint8Array>} feed  a page of about `limit` bytes; of one that broke off, what came whole
 * @property {(frames: Uint8Array[]) => Promise<PushAnswer>} push
 *
 * @typedef {object} SyncVault  the only one who signs, seals and opens
 * @property {(bytes: Uint8Array) => Promise<Page>} read       parses and verifies a feed page: every header, signature, body hash, log id and allowed type (not the chain)
 * @property {(draft: Draft) => Promise<Frame>} link           builds, seals where that is due, and signs one record
 * @property {(lost: {op: PutOp, covers: number[], current: string}) => Promise<Fork>} fork  where `current` cannot be opened, the texts count as different
 * @property {(log: string, seq: number) => Promise<Uint8Array|null>} frame  a stored own record as it travels, byte for byte; null when it cannot be made again
 *
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(ms: number, fire: () => void) => () => void} after  returns how to cancel
 *
 * @typedef {() => number} Random
 * @typedef {<T>(name: string, hold: () => Promise<T>) => Promise<T>} Lock  one holder an origin (navigator.locks.request)
 *
 * @typedef {object} Given
 * @property {Network} network
 * @property {Storage} storage
 * @property {SyncVault} vault
 * @property {Clock} clock
 * @property {Random} random
 * @property {Lock} lock
 * @property {(status: {state: SyncState, waiting: number, aside: number}) => void} onStatus
 */

export {};
