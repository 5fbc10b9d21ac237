/** @import { Assignment, NewAssignment } from "../domain/assignments.js" */
/** @import { Away, Boundary } from "../domain/boundaries.js" */
/** @import { Brief, Meeting, Note } from "../domain/brief.js" */
/** @import { CaseRow, Queue } from "../domain/caseload.js" */
/** @import { Device } from "../domain/devices.js" */
/** @import { Document } from "../domain/documents.js" */
/** @import { Dosing, DosingDetails, DosingWhole, Route } from "../domain/dosings.js" */
/** @import { DraftSaved, EntryDraft, FormValues } from "../domain/drafts.js" */
/** @import { Comment, DeletedEntry, Entry, EntrySummary, Version, VersionSummary } from "../domain/entries.js" */
/** @import { Instant } from "../domain/instants.js" */
/** @import { Receipt } from "../domain/ledger.js" */
/** @import { Notice } from "../domain/notices.js" */
/** @import { ContactRequest, Person, Role } from "../domain/people.js" */
/** @import { Series, ShareAnswer, ShareAsked, ShareTerms } from "../domain/sharing.js" */
/** @import { Timeline } from "../domain/timelines.js" */

/**
 * What the screens may ask of the vault, and what it tells them. The vault lives in a worker (`workers/vault-worker.js`); the page talks to it
 * through `vault/door/client.js`, which has exactly these methods. Nothing here carries a secret but the passphrase on its way in and the kit code on its way out.
 * Ids are b64 text (22 characters). Instants are `{at, zone}`: an RFC 3339 UTC instant and the IANA zone in which it was lived.
 *
 * @typedef {object} Status
 * @property {"empty"|"locked"|"unlocked"} state  empty: nobody has signed in on this device
 * @property {string|null} handle
 * @property {string|null} name   own display name (only while unlocked)
 * @property {Role|null} role     only while unlocked
 * @property {boolean} [captures]  whether words can be taken on this device while it is locked
 *
 * @typedef {object} SyncStatus
 * @property {"idle"|"busy"|"offline"|"signed-out"|"aside"|"attention"} state
 * @property {number} waiting      revisions, deletes, shares and so on that only this device has
 * @property {string|null} backedUpAt  RFC 3339 instant at which nothing was waiting last
 * @property {string|null} lookedAt   RFC 3339 instant at which the server last said that there is nothing new
 * @property {{here: number, of: number|null}|null} coming  until all that the server has was here once: pieces of writing that have come, and how many there are (null: not known)
 * @property {Notice[]} notices
 *
 * What erasing would take, or has taken; `kept` is what stays in the logs of others.
 * @typedef {{records: number, revisions: number, bytes: number, credentials: number, sessions: number, invites: number,
 *   kept: {accounts: number, records: number, rows: number}}} ErasedCounts
 *
 * How it stands with erasing this account, as the server says: seconds since 1970, null where nobody has asked; days as seconds.
 * @typedef {{due: number|null, wait: number, backups: number, key: string, counts: ErasedCounts}} Erasing
 *
 * Signed by the server: `text` is JSON with ErasedCounts, `mark` and `at`; the others b64.
 * @typedef {{text: string, key: string, signature: string}} ErasureReceipt
 *
 * What was erased, and when in seconds, as the receipt has it.
 * @typedef {{receipt: ErasureReceipt, at: number, counts: ErasedCounts}} Erased
 *
 * @typedef {object} InstalledPacks  packs of this server's operator
 * @property {any[]} packs   as signed (docs/packs.md)
 * @property {{name: string, reason: "unsigned"|"changed"|"unreadable"}[]} refused
 *
 * @typedef {object} CopyList  made: now; counts: by sort, all of them
 * @property {import("../domain/copy/data.js").CopyHead} head
 * @property {{[sort: string]: number}} counts
 * @property {import("../domain/copy/data.js").Unread[]} unread  what is known beforehand not to be readable
 * @property {number} total  items that `copyPage` goes through
 *
 * @typedef {object} CopyPage
 * @property {import("../domain/copy/data.js").Taken[]} items  by when they happened or were written
 * @property {import("../domain/copy/data.js").Unread[]} unread
 * @property {number|null} next  `from` of the next page; null: that was all
 *
 * @typedef {object} Unsent  what the server refused, or no record can be made of; every round that a person asks for tries it again
 * @property {import("../sync/types.js").Op["kind"]} kind
 * @property {string|null} name  of the person it is for; null: it is one's own
 * @property {EntrySummary|null} entry  that it is about, where it is one and is still here
 *
 * @typedef {object} Unopened
 * @property {string} id  for `asideFile`
 * @property {"person"|"own"|"outbox"|"capture"|"draft"} from  outbox: one's own, damaged before it was sent
 * @property {string|null} name  of the person it came from
 * @property {boolean} isNewer  a newer version of the app wrote it
 *
 * @typedef {{unsent: Unsent[], unopened: Unopened[], more: number}} Aside  more: how many others do not open
 *
 * Words from the lock as they lie on the device, and as they are kept; null: none of them are yet.
 * @typedef {{id: string, version: number}} CaptureKept
 * @typedef {{kept: CaptureKept|null, text: string, happened: Instant, written: Instant}} Keeping
 *
 * @typedef {object} SignUpStart
 * @property {string} kitCode        nine groups of four
 * @property {number[]} ask          four positions (from 0, hyphens not counted) of the characters to be typed back
 *
 * @typedef {object} Vault
 * @property {() => Promise<Status>} status
 * @property {() => Promise<string>} generatePassphrase  six words
 * @property {(input: {handle: string, passphrase: string, name: string}) => Promise<{handle?: Reason, passphrase?: Reason}>} checkSignUp  all that does not do, at once; sends nothing
 * @property {(input: {handle: string, passphrase: string, name: string, role: Role}) => Promise<SignUpStart>} startSignUp  sends nothing yet
 * @property {(input: {characters: string, code?: string, consent?: {[member: string]: any}}) => Promise<Status>} finishSignUp  the four characters in the order asked; makes the account, keeps what was agreed to as its first document, and stays unlocked
 * @property {(input: {handle: string, passphrase: string, kitCode: string}) => Promise<Status>} signIn
 * @property {(input: {passphrase: string}) => Promise<Status>} unlock  works offline; while it is open, checks the passphrase all the same
 * @property {(input: {passphrase: string}) => Promise<Status>} signInAgain  after the server ended this device's session; nothing local is touched
 * @property {(input: {handle: string, kitCode: string}) => Promise<{handle: string, name: string}>} startRecovery  the kit opens the account; on a device that knows one, `handle` is its own
 * @property {(input: {passphrase: string}) => Promise<Status>} finishRecovery  with a new passphrase; what was written on this device stays
 * @property {(input: {passphrase: string, next: string}) => Promise<void>} changePassphrase  ends other devices' sessions, as the two next to it do
 * @property {(input: {passphrase: string}) => Promise<{kitCode: string, handle: string}>} showKit
 * @property {(input: {passphrase: string}) => Promise<SignUpStart & {handle: string}>} startNewKit  nothing holds yet
 * @property {(input: {characters: string}) => Promise<void>} finishNewKit  the old kit stops working
 * @property {() => Promise<Status>} lock
 * @property {() => Promise<{waiting: number}>} beforeRemoval  what would be lost by removeFromDevice
 * @property {() => Promise<Status>} removeFromDevice  erases everything of this app on this device
 * @property {() => Promise<boolean>} endSession  after a removal: the server takes this device's session no longer; false: it could not be asked
 *
 * @property {(input?: {limit?: number}) => Promise<EntrySummary[]>} entries  own, newest first
 * @property {(input: {text: string, limit?: number}) => Promise<EntrySummary[]>} find  own that have all these words, in any order, newest first
 * @property {(input: {text: string, ids: string[]}) => Promise<[id: string, pieces: import("../domain/search.js").Piece[]][]>} placesFound  where these words stand in a screenful of own entries
 * @property {(input: {id: string}) => Promise<Entry>} entry                  own or shared with me; opening marks comments read / the share opened
 * @property {(draft: EntryDraft) => Promise<DraftSaved>} saveDraft         sealed on the device within the call, backed up within a minute; not yet an entry
 * @property {() => Promise<(EntryDraft & {savedAt: string})[]>} drafts        of this device and of others, the newest first
 * @property {(input: {id: string, seen?: EntryDraft["seen"]}) => Promise<void>} discardDraft  here and on other devices
 * @property {() => Promise<void>} backUpDrafts                                now, as before one leaves
 * @property {(input: {form: string}) => Promise<FormValues|null>} form     what was typed in a form and is not kept yet
 * @property {(input: {form: string, values: FormValues}) => Promise<void>} saveForm  sealed on the device within the call
 * @property {(input: {form: string}) => Promise<void>} discardForm
 * @property {(draft: EntryDraft) => Promise<EntrySummary>} saveEntry         writes the revision and its place in the outbox in one transaction, then drops the draft
 * @property {(input: {id: string}) => Promise<void>} deleteEntry
 * @property {(input: {id: string}) => Promise<EntrySummary>} restoreEntry    undo of a delete, while its words are here
 * @property {() => Promise<DeletedEntry[]>} trash                             own deleted entries whose words are still here, deleted last first
 * @property {(input?: {id?: string}) => Promise<void>} emptyTrash             forgets the words of one, or of all, of which the server knows that they are deleted
 * @property {(input: {id: string}) => Promise<VersionSummary[]>} versions     of an own entry, or those that somebody else has shown; those whose words are here, newest first
 * @property {(input: {id: string, rev: string}) => Promise<Version>} version
 * @property {(input: {id: string, rev: string}) => Promise<EntrySummary>} restoreVersion  as a new revision; nothing is lost
 *
 * @property {() => Promise<Dosing[]>} dosings
 * @property {(input: {id: string}) => Promise<DosingWhole>} dosing           own or shared with me
 * @property {(input: {id?: string, rev?: string, happened: Instant, route: Route, number?: number, state?: Dosing["state"], note?: string, course?: string|null,
 *   setting?: string, support?: string, details?: DosingDetails}) => Promise<Dosing>} saveDosing  what is absent stays as it was; `rev`: the revision that was changed
 * @property {(input: {id: string}) => Promise<void>} deleteDosing            with its details
 * @property {(input?: {person?: string}) => Promise<Timeline>} timeline
 *
 * @property {() => Promise<CaseRow[]>} caseload                             therapist: everybody who shares, in no order
 * @property {(input?: {from?: number, limit?: number}) => Promise<Queue>} queue  therapist: of everybody, the oldest first
 * @property {(input: {id: string}) => Promise<{notes: Note[], pinned: boolean}>} beside  therapist: what is kept beside an entry for oneself
 * @property {(input: {id: string, note?: string, rev?: string, text: string}) => Promise<Note|null>} saveNote  therapist: `note`, `rev`: the one that is changed; no words: it goes
 * @property {(input: {id: string, pinned: boolean}) => Promise<void>} pin    therapist: bring it to the next meeting
 * @property {(input: {person: string, at: Instant}) => Promise<Meeting>} meet
 * @property {(input: {id: string}) => Promise<void>} unmeet
 * @property {(input: {person: string}) => Promise<Meeting[]>} meetings        the last first
 * @property {(input: {person: string}) => Promise<Brief>} brief              opens nothing: nothing counts as read by it
 *
 * @property {(input: {kind: string}) => Promise<Document[]>} documents       own, of one kind, what was written last first
 * @property {(input: {id?: string, kind: string, rev?: string, body: {[member: string]: any}}) => Promise<Document>} saveDocument  `rev`: the revision that was changed
 * @property {(input: {id: string}) => Promise<void>} deleteDocument
 *
 * @property {() => Promise<InstalledPacks>} packs                            of what is on the device; asks the server meanwhile, `changed` tells when there is more
 *
 * @property {() => Promise<Person[]>} people
 * @property {() => Promise<{link: string, id: string, expires: number}>} createInvite
 * @property {(input: {link: string}) => Promise<{id: string, name: string, role: Role}>} openInvite  checks it and says whose it is; nothing is sent
 * @property {(input: {id: string}) => Promise<void>} acceptInvite
 * @property {() => Promise<{id: string, name: string, role: Role, contested: boolean}[]>} answers   people who answered my invites and wait for my word
 * @property {(input: {id: string, accept: boolean}) => Promise<void>} confirmAnswer
 * @property {(input: {person: string}) => Promise<string[]>} safetyNumber    twelve groups of five digits
 * @property {(input: {person: string, muted: boolean}) => Promise<void>} mute
 * @property {(input: {person: string}) => Promise<void>} block              the link ends, for good
 * @property {(input: {person: string}) => Promise<void>} markCompared        verified becomes in_person
 *
 * @property {(input: ShareAsked) => Promise<ShareAnswer>} share           held back by the next-day guard unless `override` says otherwise
 * @property {(input: {ids: string[], person: string, like?: string}) => Promise<{shared: string[], waits: string[]}>} shareMany  like: contact id whose parts are followed where there are terms with them
 * @property {(input: {id: string, person: string}) => Promise<void>} unshare  of the whole or of parts; also what is held back
 * @property {(input: {person: string}) => Promise<void>} unshareAll          entries, parts, series and dosing sessions; the link stays
 * @property {(input: {person: string, dosing: boolean}) => Promise<void>} showDosings  standing choice: let this person see dosing sessions, or no longer
 * @property {(input?: {item?: string, person?: string}) => Promise<ShareTerms[]>} shares  running and ended, what was changed last first
 * @property {(input: {id?: string, happened?: Instant|null}) => Promise<Instant|null>} guardedUntil  until when this entry, or what is written now, is held back; null: it is not
 * @property {() => Promise<Series[]>} series                                 that have not ended
 * @property {(input: {person: string, instrument: string, until?: Instant|null}) => Promise<Series>} startSeries
 * @property {(input: {id: string}) => Promise<void>} endSeries               what was shared stays shared
 * @property {(input: {person: string}) => Promise<void>} closeLink           stop sharing everything with this person
 * @property {() => Promise<ContactRequest[]>} contactRequests                own (patient), or of the people who share (therapist); the last first
 * @property {(input: {person: string}) => Promise<ContactRequest>} askContact  asks a linked therapist to get in touch; carries no words
 * @property {(input: {id: string}) => Promise<void>} withdrawContact         takes one's own request back
 * @property {(input: {id: string}) => Promise<void>} seenContact             therapist: ticks it off
 * @property {(input?: {person?: string}) => Promise<Receipt[]>} receipts     own, the last first; what has no time stands at the end
 * @property {(input: {entry: string, text: string, act?: string}) => Promise<Comment>} comment  act: names this sending; again the same: the same comment
 * @property {(input: {comment: string, text: string}) => Promise<Comment>} answerComment  once, for its author alone; the comment with its answer
 * @property {(input: {entry: string|string[], reviewed: boolean}) => Promise<void>} review
 *
 * @property {(input?: {person?: string}) => Promise<Boundary|null>} boundary   of a linked therapist, or one's own; null: nothing has been said
 * @property {(input: {rhythm: string, record: string, danger: string, absence: string, away: Away|null}) => Promise<Boundary>} saveBoundary  therapist: all four are said; everybody linked is told, now and whoever comes
 * @property {(input?: {person?: string}) => Promise<Assignment[]>} assignments  given by this therapist, or to this patient; what was given last first
 * @property {(input: NewAssignment) => Promise<Assignment>} assign             therapist
 * @property {(input: {id: string}) => Promise<void>} takeBackAssignment        therapist: it is no longer handed out
 * @property {(input: {id: string, declined: boolean}) => Promise<void>} declineAssignment  patient: told to its giver alone; false takes that back
 *
 * @property {() => Promise<CopyList>} copyList                               what a copy of everything would hold
 * @property {(input: {from: number}) => Promise<CopyPage>} copyPage          of what was listed last, some megabytes at a time
 *
 * @property {() => Promise<Aside>} aside                                     what could not be sent or opened, and is still here
 * @property {(input: {id: string}) => Promise<string>} asideFile             all that is here of something that does not open, as JSON
 *
 * @property {() => Promise<SyncStatus>} syncStatus
 * @property {() => Promise<SyncStatus>} syncNow
 * @property {(input: {id: string}) => Promise<void>} dismissNotice
 * @property {() => Promise<Erasing>} erasure                                 whether this account is to be erased, and what that takes
 * @property {(input: {passphrase: string}) => Promise<void>} askErasure     have it erased when the wait is over
 * @property {() => Promise<void>} takeBackErasure                            from any device, until then
 * @property {(input: {kitCode: string}) => Promise<Erased>} eraseNow       do not wait; what is on this device stays
 * @property {() => Promise<object>} serverKnows                              answer of GET /api/v1/account
 * @property {() => Promise<Device[]>} devices                                signed in, this one first; at most MOST_DEVICES, and the server may have left one out
 * @property {(input: {id: string}) => Promise<void>} endDevice              the server takes its session no longer; what lies on it stays there
 *
 * Events (on the client, an EventTarget; detail in brackets): `status` [Status], `sync` [SyncStatus], `changed` [{items: string[]}] after anything a list shows has changed.
 *
 * Failures: methods reject with `VaultError`, whose `reason` is one of the following; nothing typed is ever lost by one.
 * @typedef {"wrong-passphrase"|"wrong-kit-code"|"wrong-characters"|"sign-in-failed"|"handle-taken"|"handle-invalid"|"passphrase-short"|"passphrase-guessable"|"passphrase-changed"|"access-unsure"|"offline"|"too-many"|"locked"|"not-found"
 *   |"invite-invalid"|"invite-expired"|"invite-spent"|"invite-own"|"invite-same-role"|"boundary-missing"|"registration-closed"|"registration-code"|"not-linked"|"storage-full"|"storage-failed"|"too-long"|"ring-full"|"unsupported-browser"|"erased"|"server"|"failed"} Reason
 */

export {};
