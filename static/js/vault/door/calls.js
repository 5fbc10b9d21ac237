// What can be asked of an unlocked vault, and which of its parts answers.

import { newId } from "../device/contents.js";
import { brief } from "../journal/brief.js";
import { endDevice, listDevices } from "../keys/devices.js";

/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { SetAside } from "../journal/aside.js" */
/** @import { Assignments } from "../journal/assignments.js" */
/** @import { Boundaries } from "../journal/boundaries.js" */
/** @import { Caseload } from "../journal/caseload.js" */
/** @import { CommentAnswers } from "../journal/comment-answers.js" */
/** @import { Copies } from "../journal/copies.js" */
/** @import { Documents } from "../journal/documents.js" */
/** @import { Dosings } from "../journal/dosings.js" */
/** @import { Drafts } from "../journal/drafts.js" */
/** @import { Earlier } from "../journal/earlier.js" */
/** @import { Entries } from "../journal/entries.js" */
/** @import { Notes } from "../journal/notes.js" */
/** @import { Packs } from "../journal/packs.js" */
/** @import { People } from "../journal/people.js" */
/** @import { Quiet } from "../journal/quiet.js" */
/** @import { Receipts } from "../journal/receipts.js" */
/** @import { Requests } from "../journal/requests.js" */
/** @import { SeriesBook } from "../journal/series.js" */
/** @import { Sharing } from "../journal/sharing.js" */
/** @import { Vault } from "../types.js" */

/** An unlocked vault, by noun. @typedef {{unlocked: Unlocked, aside: SetAside, assignments: Assignments, boundaries: Boundaries, caseload: Caseload, copies: Copies, drafts: Drafts, entries: Entries, earlier: Earlier, dosings: Dosings, documents: Documents, notes: Notes, packs: Packs, people: People, quiet: Quiet, receipts: Receipts, answers: CommentAnswers, requests: Requests, series: SeriesBook, sharing: Sharing}} Open */

/** @template {keyof Vault} M @typedef {(open: Open, input: Parameters<Vault[M]>[0]) => ReturnType<Vault[M]> | Awaited<ReturnType<Vault[M]>>} Call */

/** @typedef {Exclude<keyof Vault, "status"|"generatePassphrase"|"checkSignUp"|"startSignUp"|"finishSignUp"|"signIn"|"unlock"|"signInAgain"|"startRecovery"|"finishRecovery"|"changePassphrase"
 *   |"showKit"|"startNewKit"|"finishNewKit"|"lock"|"beforeRemoval"|"removeFromDevice"|"endSession"|"erasure"|"askErasure"|"takeBackErasure"|"eraseNow"|"serverKnows">} OpenMethod */

/** @type {{[M in OpenMethod]: Call<M>}} */
export const CALLS = {
  entries: ({ entries }, input = {}) => entries.list(input),
  find: ({ unlocked }, input) => unlocked.library.find(input),
  placesFound: ({ unlocked }, input) => unlocked.library.placesFound(input),
  entry: ({ entries }, input) => entries.open(input),
  saveDraft: ({ drafts }, draft) => drafts.save(draft),
  drafts: ({ drafts }) => drafts.list(),
  discardDraft: ({ drafts }, input) => drafts.discard(input),
  backUpDrafts: ({ drafts }) => drafts.backUp(),
  form: ({ drafts }, input) => drafts.form(input),
  saveForm: ({ drafts }, input) => drafts.saveForm(input),
  discardForm: ({ drafts }, input) => drafts.discardForm(input),
  saveEntry: async ({ unlocked, drafts, entries, series }, given) => {
    const draft = { ...given, id: given.id ?? newId() };
    if (draft.alone && draft.scored) await series.keepBack(draft.id, draft.scored.instrument);
    const saved = await entries.save(draft);
    await drafts.discard({ id: saved.id, ...(draft.seen && { seen: draft.seen }) });
    await series.afterSave();
    const shown = unlocked.library.entry(saved.id);
    return shown?.rev === saved.rev ? shown : saved;
  },
  deleteEntry: ({ sharing }, input) => sharing.deleteEntry(input),
  restoreEntry: ({ entries }, input) => entries.restore(input),
  trash: ({ earlier }) => earlier.trash(),
  emptyTrash: ({ earlier }, input = {}) => earlier.emptyTrash(input),
  versions: ({ earlier }, input) => earlier.versions(input),
  version: ({ earlier }, input) => earlier.version(input),
  restoreVersion: ({ earlier }, input) => earlier.restoreVersion(input),

  dosings: ({ unlocked }) => unlocked.library.dosings(),
  dosing: ({ dosings }, input) => dosings.open(input),
  saveDosing: ({ dosings }, input) => dosings.save(input),
  deleteDosing: ({ dosings }, input) => dosings.delete(input),
  timeline: ({ unlocked, notes }, { person } = {}) => {
    const peer = person === undefined ? undefined : unlocked.peer(person);
    return {
      person: peer ? unlocked.library.person(peer) : null,
      ...unlocked.library.timeline(peer),
      pinned: person === undefined ? [] : notes.pinned(person),
    };
  },

  caseload: ({ caseload }) => caseload.list(),
  queue: ({ caseload }, input = {}) => caseload.queue(input),
  beside: ({ notes }, input) => notes.beside(input),
  saveNote: ({ notes }, input) => notes.save(input),
  pin: ({ notes }, input) => notes.pin(input),
  meet: ({ notes }, input) => notes.meet(input),
  unmeet: ({ notes }, input) => notes.unmeet(input),
  meetings: ({ notes }, input) => notes.meetings(input),
  brief,

  documents: ({ documents }, input) => documents.list(input),
  saveDocument: ({ documents }, input) => documents.save(input),
  deleteDocument: ({ documents }, input) => documents.delete(input),

  packs: ({ packs }) => packs.list(),

  people: ({ people }) => people.list(),
  createInvite: ({ people }) => people.createInvite(),
  openInvite: ({ people }, input) => people.openInvite(input),
  acceptInvite: ({ people }, input) => people.acceptInvite(input),
  answers: ({ people }) => people.answers(),
  confirmAnswer: ({ people }, input) => people.confirmAnswer(input),
  safetyNumber: ({ people }, input) => people.safetyNumber(input),
  markCompared: ({ people }, input) => people.markCompared(input),
  mute: ({ quiet }, input) => quiet.mute(input),
  block: ({ quiet }, input) => quiet.block(input),

  share: ({ sharing }, input) => sharing.share(input),
  shareMany: ({ sharing }, input) => sharing.shareMany(input),
  unshare: ({ sharing }, input) => sharing.unshare(input),
  unshareAll: async ({ sharing, series }, input) => {
    await series.endAll(input);
    await sharing.unshareAll(input);
  },
  showDosings: ({ sharing }, input) => sharing.showDosings(input),
  shares: ({ sharing }, input = {}) => sharing.shares(input),
  guardedUntil: ({ sharing }, input) => sharing.guardedUntil(input),
  series: ({ series }) => series.list(),
  startSeries: ({ series }, input) => series.start(input),
  endSeries: ({ series }, input) => series.end(input),
  closeLink: ({ sharing }, input) => sharing.closeLink(input),
  contactRequests: ({ requests }) => requests.list(),
  askContact: ({ requests }, input) => requests.ask(input),
  withdrawContact: ({ requests }, input) => requests.withdraw(input),
  seenContact: ({ requests }, input) => requests.seen(input),
  receipts: ({ receipts }, input = {}) => receipts.list(input),
  comment: ({ sharing }, input) => sharing.comment(input),
  answerComment: ({ answers }, input) => answers.give(input),
  review: ({ sharing }, input) => sharing.review(input),

  boundary: ({ boundaries }, input = {}) => boundaries.read(input),
  saveBoundary: ({ boundaries }, input) => boundaries.save(input),
  assignments: ({ assignments }, input = {}) => assignments.list(input),
  assign: ({ assignments }, input) => assignments.give(input),
  takeBackAssignment: ({ assignments }, input) => assignments.takeBack(input),
  declineAssignment: ({ assignments }, input) => assignments.decline(input),

  copyList: ({ copies }) => copies.list(),
  copyPage: ({ copies }, input) => copies.page(input),

  aside: ({ aside }) => aside.list(),
  asideFile: ({ aside }, input) => aside.open(input),

  syncStatus: ({ unlocked }) => unlocked.syncing.status(),
  syncNow: async ({ unlocked }) => {
    await unlocked.syncing.round();
    return unlocked.syncing.status();
  },
  dismissNotice: ({ unlocked }, { id }) => unlocked.syncing.dismiss(id),

  devices: ({ unlocked }) => listDevices(unlocked),
  endDevice: ({ unlocked }, input) => endDevice(unlocked, input),
};
