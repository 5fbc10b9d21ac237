// People one is linked with.

/** @import { Instant } from "./instants.js" */

/**
 * @typedef {"patient"|"therapist"} Role
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
 * @typedef {object} ContactRequest  "contact me", and nothing else
 * @property {string} id
 * @property {string} person   contact id: who was asked (patient), who asks (therapist)
 * @property {string} name
 * @property {Instant} written
 * @property {"waiting"|"sent"} state  waiting: it has not gone
 * @property {boolean} seen    therapist: ticked off
 */

export {};
