/**
 * What the screens may ask of the vault, and what it tells them. The vault lives in a worker (`workers/vault-worker.js`); the page talks to it
 * through `vault/client.js`, which has exactly these methods. Nothing here carries a secret but the passphrase on its way in and the kit code on its way out.
 * Ids are b64 text (22 characters). Instants are `{at, zone}`: an RFC 3339 UTC instant and the IANA zone in which it was lived.
 *
 * @typedef {{at: string, zone: string}} Instant
 * @typedef {"preparation"|"reflection"|"integration"} Phase
 * @typedef {"patient"|"therapist"} Role
 * @typedef {"iv"|"im"|"sc"|"nasal"|"lozenge"|"oral"|"rectal"|"other"} Route
 * @typedef {"device"|"backed-up"} Kept  "On this device" / "Backed up"
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
 * @typedef {object} Notice  something the person must be told; `dismissNotice(id)` removes it
 * @property {string} id
 * @property {"conflict-copy"|"delete-undone"|"server-restored"|"history-changed"|"set-aside"|"not-sent"|"missing"|"missing-theirs"|"ack-differs"|"invite-contested"|"identity-changed"|"link-ended"|"storage-full"|"captured"|"capture-aside"|"captures-wait"|"erasing"|"erased"} type
 * @property {string|null} item  entry or person concerned
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
 * @typedef {object} PromptShown
 * @property {string} pack
 * @property {string} id
 * @property {number} version
 * @property {string} text
 * @property {Phase|null} [phase]  of the prompt; the entry has it unless another one is chosen
 *
 * @typedef {object} Share
 * @property {string} person   contact id
 * @property {string} name
 * @property {"current"|"older"|"waiting"} state  older: an earlier revision is shared; waiting: not sent yet
 * @property {Part|null} part     null: the whole entry
 * @property {Instant|null} until  it ends by itself then
 *
 * @typedef {{shown: number, of: number}} Part  how many of its parts are shown: the words, the total of a measure, single answers
 *
 * @typedef {object} HeldBack  the next-day guard: the person wanted to share it, and is asked again
 * @property {string} person   contact id
 * @property {string} name
 * @property {Instant} until   from then on it can be shared as any other; the past: it is being asked
 *
 * @typedef {object} ShareTerms  all that was agreed with oneself about one entry and one person; kept after it has ended
 * @property {string} id        of the share document
 * @property {string} person    contact id
 * @property {string} name      "" where that person is no longer in the account
 * @property {string} item      the entry
 * @property {string|null} excerpt  item in which the chosen parts are, what receipts and comments of the other hang on; null: the entry itself
 * @property {"whole"|string[]} parts  ids of answers, `words`, `total`
 * @property {Part|null} part    as it stands with them; null: the whole, or nothing now
 * @property {string} reason
 * @property {Instant|null} until
 * @property {Instant|null} waits  held back until then
 * @property {Share["state"]|"waits"|"ended"} state
 * @property {{what: "shared"|"updated"|"ended"|"waits"|"asked", at: Instant}[]} events  in their order
 *
 * @typedef {object} ShareAsked
 * @property {string} id
 * @property {string} person
 * @property {"whole"|string[]} [parts]  absent: as agreed with this person before, else the whole
 * @property {string} [reason]     absent: as before
 * @property {Instant|null} [until]  absent: as before
 * @property {boolean} [dosing]    also let this person see dosing sessions (standing choice); only where it is not held back
 * @property {boolean} [override]  the person said a second time that it shall not wait
 *
 * @typedef {{state: "shared"} | {state: "waits", until: Instant}} ShareAnswer
 *
 * @typedef {object} Series  a measure that is shared each time it is filled in
 * @property {string} id
 * @property {string} person
 * @property {string} name
 * @property {string} instrument
 * @property {Instant} since
 * @property {Instant|null} until
 *
 * @typedef {"text"|"scale"|"choice"|"chips"|"body"} AnswerType
 *
 * @typedef {object} Answer  one question of a form, or something set beside the words
 * @property {string} id
 * @property {string} question   as it was shown
 * @property {AnswerType} type
 * @property {string|number|string[]|null} value  scale and choice: a number; text: text; chips, body: a list; null: left blank
 *
 * @typedef {object} Scored  what a measure or a personal rating has besides its answers
 * @property {string} instrument
 * @property {{version: string, language: string, windowDays: number|null}} [form]  as it was filled in
 * @property {number|null} total   null: something was left blank
 * @property {{min: number, max: number}} [scale]
 *
 * @typedef {object} Document  what stands beside the entries: a course, a thread, settings…; `body` has its own members (docs/protocol.md section 9)
 * @property {string} id
 * @property {string} kind
 * @property {string} rev
 * @property {Instant} written
 * @property {Kept} kept
 * @property {{[member: string]: any}} body  members that one does not know are to be given back with the others
 *
 * @typedef {object} EntrySummary  enough for the list and the timeline, without opening the entry
 * @property {string} id
 * @property {string|null} author  contact id of the person who shared it, null for own
 * @property {string} rev
 * @property {"entry"|"measure"|"rating"} kind
 * @property {Phase} phase          as chosen, as the prompt says, or by date
 * @property {string|null} dosing   the dosing session it belongs to
 * @property {Instant} happened
 * @property {Instant} written
 * @property {string|null} prompt   prompt id
 * @property {string} title         title or the first words
 * @property {string} preview       up to about 140 characters
 * @property {Kept} kept
 * @property {Part|null} part       what somebody else shared is a part of an entry
 * @property {Share[]} shares       own entries only
 * @property {HeldBack[]} waits     own entries only
 * @property {number} comments      how many comments it has
 * @property {boolean} unreadComment
 * @property {boolean} reviewed     therapist: ticked; false for own entries
 * @property {boolean} opened       therapist: has been opened on this account
 * @property {boolean} conflictCopy
 * @property {string|null} instrument  measures and ratings
 * @property {number|null} total       measures and ratings
 *
 * @typedef {object} Comment
 * @property {string} id
 * @property {string|null} author  contact id, null for own
 * @property {string} name
 * @property {string} text
 * @property {Instant} written
 * @property {Kept} kept
 * @property {boolean} muted        by somebody who is muted: it is folded away
 * @property {Comment|null} answer  the one that was given to it, to be read by its author alone; null: none, and of an answer
 *
 * @typedef {object} Entry
 * @property {EntrySummary} summary
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Phase|null} phaseChosen
 * @property {string|null} dosingChosen
 * @property {Answer[]} answers
 * @property {Scored|null} scored      measures and ratings
 * @property {Comment[]} comments
 *
 * @typedef {object} EntryDraft   what the editor saves as one types
 * @property {string} [id]         of the entry; a new one is made when absent
 * @property {string|null} [rev]   revision the editor was opened on; absent: a new entry, also where another device has kept the same draft meanwhile
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Phase|null} phase
 * @property {string|null} dosing
 * @property {Instant|null} happened  null: the moment of the first save
 * @property {"entry"|"measure"|"rating"} [kind]  of a new one; "entry" when absent
 * @property {Answer[]} [answers]     absent: as they were
 * @property {number} [caret]         where the cursor stood in the text, and how far down the page, in px: of drafts only
 * @property {number} [scroll]
 * @property {Scored|null} [scored]   measures and ratings
 * @property {boolean} [alone]        of a measure that is saved: no series shares this one
 * @property {{item: string, rev: string|null, mark?: string}} [seen]  of a draft that was read or saved: the backed-up revision it stands
 *   on, and which text lay on this device; carried along from one save to the next
 *
 * @typedef {object} DraftSaved
 * @property {string} id
 * @property {EntryDraft["seen"]} seen
 * @property {boolean} apart  another tab had gone on with the draft: this is a new one, of no entry yet
 *
 * @typedef {[name: string, value: string][]} FormValues  of a form, in its order
 *
 * @typedef {object} Dosing
 * @property {string} id
 * @property {string|null} author   contact id, null for own
 * @property {string} rev
 * @property {Instant} happened
 * @property {Route} route
 * @property {number} number        in the course, counted from 1
 * @property {"planned"|"done"|"cancelled"} state
 * @property {string} note
 * @property {string|null} course   course document it belongs to
 * @property {Kept} kept
 *
 * @typedef {object} DosingDetails  stays with the person: it is no part of what others are shown. Recorded, never judged
 * @property {string} amount        as the person writes it
 * @property {{what: string, value: string, at: string}[]} vitals    `at`: HH:MM
 * @property {{what: string, intensity: number, duration: string}[]} effects  intensity 0–3
 *
 * @typedef {Dosing & {setting: string, support: string, details: DosingDetails|null}} DosingWhole  details: null where there are none, and always of somebody else's
 *
 * @typedef {object} DeletedEntry
 * @property {string} id
 * @property {"entry"|"measure"|"rating"} kind
 * @property {string} title
 * @property {string} preview
 * @property {Instant} happened
 * @property {string|null} deletedAt  RFC 3339 instant at which this device learned of it; null: the server does not know yet
 *
 * @typedef {object} VersionSummary  one revision of an own entry
 * @property {string} rev
 * @property {Instant} written
 * @property {string} title
 * @property {string} preview
 * @property {boolean} current
 *
 * @typedef {object} Version
 * @property {string} rev
 * @property {Instant} written
 * @property {Instant} happened
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Answer[]} answers
 * @property {Scored|null} scored
 *
 * @typedef {object} Person  a linked therapist (for a patient) or a person who shares (for a therapist)
 * @property {string} id
 * @property {string} name
 * @property {Role} role
 * @property {"waiting"|"linked"|"changed"|"closed"} state  changed: somebody may stand between; nothing is shared until the safety number is compared
 * @property {"link"|"in_person"} verified
 * @property {""|"muted"|"blocked"} quiet  muted: what they write makes no mark and is folded away; blocked: nothing of theirs is shown or taken
 * @property {boolean} dosing        patient: this person also sees dosing sessions
 * @property {number} sharedCount    entries shared with (patient) or by (therapist) this person
 * @property {number} unread         therapist: entries shared and not reviewed (measures and ratings stand on the timeline); patient: unread comments
 * @property {string|null} lastShareAt
 *
 * @typedef {{number: number, happened: Instant}} DoseAt
 *
 * @typedef {object} CaseRow  a person who shares, as a therapist's list has them
 * @property {Person} person
 * @property {DoseAt|null} last     dose that was
 * @property {DoseAt|null} next     dose that is planned
 * @property {number} toRead        rows of the queue
 * @property {Instant|null} oldest  when the oldest of what is to be read was written
 * @property {Instant|null} met     when one last met, as one has noted it
 * @property {{instrument: string, times: number, last: Instant}[]} measures  that were shared
 *
 * @typedef {object} QueueRow  what is to be read: an entry, or all results of one measure or rating of a person together. No words
 * @property {string} id          the newest of them
 * @property {string[]} ids       by date; reviewing ticks off all
 * @property {string} person      contact id
 * @property {string} name
 * @property {EntrySummary["kind"]} kind
 * @property {Phase} phase
 * @property {DoseAt|null} dose
 * @property {string|null} prompt  prompt id
 * @property {string|null} instrument
 * @property {Part|null} part
 * @property {Instant} happened
 * @property {Instant} written    of the oldest of them
 *
 * @typedef {{total: number, rows: QueueRow[]}} Queue  `total`: with those that were not asked for
 *
 * @typedef {object} Note  private: sealed to whoever wrote it
 * @property {string} id
 * @property {string} item   what it stands beside
 * @property {string} text
 * @property {Instant} written
 * @property {Kept} kept
 *
 * @typedef {{id: string, at: Instant}} Meeting
 *
 * @typedef {object} Brief  the page before a meeting
 * @property {Person} person
 * @property {Instant|null} since        the last meeting before today; null: none was noted, and everything stands here
 * @property {Dosing[]} dosings          by date
 * @property {EntrySummary[]} shares     entries written or first opened since, or not opened yet; by date
 * @property {EntrySummary[]} pinned     to be brought; by date
 * @property {Note[]} notes              of since, and beside what is pinned; the oldest first
 * @property {EntrySummary[]} results    all measures, by date
 * @property {{item: string, answers: Answer[]}[]} answers  of the results since
 * @property {{item: string, comments: Comment[]}[]} said   since
 * @property {ContactRequest[]} asked    since
 * @property {Assignment[]} given        since, or declined since; the last first
 *
 * @typedef {object} Receipt  one line of what was shared with whom, and what became of it
 * @property {Instant|null} when  null: that it was so is known, not when
 * @property {"shared"|"updated"|"waits"|"asked"|"ended"|"delivered"|"opened"|"commented"|"answered"} what
 *   waits: held back by the next-day guard; asked: not shared after all; opened: where the other lets one know
 * @property {string} person   contact id
 * @property {string} name
 * @property {string} item     entry or dosing session
 * @property {"entry"|"measure"|"rating"|"dosing"} kind
 * @property {string} title    "" for dosing sessions, and for what is no longer here
 * @property {string|null} instrument
 * @property {Part|null} part
 *
 * @typedef {object} ContactRequest  "contact me", and nothing else
 * @property {string} id
 * @property {string} person   contact id: who was asked (patient), who asks (therapist)
 * @property {string} name
 * @property {Instant} written
 * @property {"waiting"|"sent"} state  waiting: it has not gone
 * @property {boolean} seen    therapist: ticked off
 *
 * @typedef {{from: string, until: string, text: string}} Away  an absence: days `YYYY-MM-DD`, the first and the last
 *
 * @typedef {object} Boundary  what a therapist tells the people they are linked with
 * @property {string} id
 * @property {string|null} person  contact id of the therapist, null for own
 * @property {Instant} written
 * @property {Kept} kept
 * @property {string} rhythm   how often they read
 * @property {string} record   what they do with shares in the record
 * @property {string} danger   what they do if they read of danger
 * @property {string} absence  who covers absences
 * @property {Away|null} away
 *
 * @typedef {{date: string} | {dose: "next", days: number}} Due  a day `YYYY-MM-DD`, or days after the next dose (before it where negative)
 *
 * @typedef {object} NewAssignment
 * @property {string} person      contact id of whom it is for
 * @property {"prompt"|"pack"|"measure"} what
 * @property {PromptShown} [prompt]    in the therapist's own words with the pack `own`: its id then is that of the assignment
 * @property {string} [pack]
 * @property {string} [title]          of the pack, as the therapist saw it
 * @property {string} [instrument]
 * @property {string} note        one line, "" for none
 * @property {Due|null} due       null: whenever the person likes
 *
 * @typedef {object} Assignment  what a therapist gave one person
 * @property {string} id
 * @property {string} person      contact id: whom it is for (therapist), who gave it (patient)
 * @property {string} name        theirs
 * @property {Instant} given
 * @property {Kept} kept
 * @property {Instant|null} declined  when the person said "not this time"
 * @property {"prompt"|"pack"|"measure"} what
 * @property {PromptShown|null} prompt
 * @property {string|null} pack
 * @property {string} title
 * @property {string|null} instrument
 * @property {string} note
 * @property {Due|null} due
 *
 * @typedef {object} Timeline
 * @property {Person|null} person    null: one's own
 * @property {Dosing[]} dosings      by date
 * @property {EntrySummary[]} entries by date
 * @property {string[]} pinned       therapist: entries to be brought to the next meeting
 *
 * @typedef {object} InstalledPacks  packs of this server's operator
 * @property {any[]} packs   as signed (docs/packs.md)
 * @property {{name: string, reason: "unsigned"|"changed"|"unreadable"}[]} refused
 *
 * @typedef {object} CopyList  made: now; counts: by sort, all of them
 * @property {import("../model/copy/data.js").CopyHead} head
 * @property {{[sort: string]: number}} counts
 * @property {import("../model/copy/data.js").Unread[]} unread  what is known beforehand not to be readable
 * @property {number} total  items that `copyPage` goes through
 *
 * @typedef {object} CopyPage
 * @property {import("../model/copy/data.js").Taken[]} items  by when they happened or were written
 * @property {import("../model/copy/data.js").Unread[]} unread
 * @property {number|null} next  `from` of the next page; null: that was all
 *
 * @typedef {object} SignUpStart
 * @property {string} kitCode        nine groups of four
 * @property {number[]} ask          four positions (from 0, hyphens not counted) of the characters to be typed back
 *
 * @typedef {object} Vault
 * @property {() => Promise<Status>} status
 * @property {() => Promise<string>} generatePassphrase  six words
 * @property {(input: {handle: string, passphrase: string, name: string, role: Role}) => Promise<SignUpStart>} startSignUp  sends nothing yet
 * @property {(input: {characters: string, code?: string}) => Promise<Status>} finishSignUp  the four characters in the order asked; makes the account and stays unlocked
 * @property {(input: {handle: string, passphrase: string, kitCode: string}) => Promise<Status>} signIn
 * @property {(input: {passphrase: string}) => Promise<Status>} unlock  works offline
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
 * @property {(input: {text: string, ids: string[]}) => Promise<[id: string, pieces: import("../model/search.js").Piece[]][]>} placesFound  where these words stand in a screenful of own entries
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
 * @property {(input: {id?: string, happened: Instant, route: Route, number?: number, state?: Dosing["state"], note?: string, course?: string|null,
 *   setting?: string, support?: string, details?: DosingDetails}) => Promise<Dosing>} saveDosing  what is absent stays as it was
 * @property {(input: {id: string}) => Promise<void>} deleteDosing            with its details
 * @property {(input?: {person?: string}) => Promise<Timeline>} timeline
 *
 * @property {() => Promise<CaseRow[]>} caseload                             therapist: everybody who shares, in no order
 * @property {(input?: {from?: number, limit?: number}) => Promise<Queue>} queue  therapist: of everybody, the oldest first
 * @property {(input: {id: string}) => Promise<{notes: Note[], pinned: boolean}>} beside  therapist: what is kept beside an entry for oneself
 * @property {(input: {id: string, note?: string, text: string}) => Promise<Note|null>} saveNote  therapist: `note`: the one that is changed; no words: it goes
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
 * @property {() => Promise<SyncStatus>} syncStatus
 * @property {() => Promise<SyncStatus>} syncNow
 * @property {(input: {id: string}) => Promise<void>} dismissNotice
 * @property {() => Promise<Erasing>} erasure                                 whether this account is to be erased, and what that takes
 * @property {(input: {passphrase: string}) => Promise<void>} askErasure     have it erased when the wait is over
 * @property {() => Promise<void>} takeBackErasure                            from any device, until then
 * @property {(input: {kitCode: string}) => Promise<Erased>} eraseNow       do not wait; what is on this device stays
 * @property {() => Promise<object>} serverKnows                              answer of GET /api/v1/account
 *
 * Events (on the client, an EventTarget; detail in brackets): `status` [Status], `sync` [SyncStatus], `changed` [{items: string[]}] after anything a list shows has changed.
 *
 * Failures: methods reject with `VaultError`, whose `reason` is one of the following; nothing typed is ever lost by one.
 * @typedef {"wrong-passphrase"|"wrong-kit-code"|"wrong-characters"|"sign-in-failed"|"handle-taken"|"handle-invalid"|"passphrase-short"|"passphrase-guessable"|"passphrase-changed"|"access-unsure"|"offline"|"too-many"|"locked"|"not-found"
 *   |"invite-invalid"|"invite-expired"|"invite-spent"|"invite-own"|"invite-same-role"|"boundary-missing"|"registration-closed"|"registration-code"|"not-linked"|"storage-full"|"storage-failed"|"too-long"|"ring-full"|"unsupported-browser"|"erased"|"server"} Reason
 */

export {};
