// How a contact stands, as the screens are told it.

/** @import { Person } from "../../domain/people.js" */
/** @import { Holdings } from "./holdings.js" */
/** @import { Peer } from "./session.js" */

/**
 * The ring knows three states. A contact who is closed there while neither side has ended the link is one whose identity is in doubt.
 * @param {Holdings} holdings
 * @param {Peer} peer
 * @returns {Person["state"]}
 */
export function standingOf({ ledger, outbox }, { contact, out, in: theirs }) {
  if (contact.state !== "closed") return contact.state;
  const isEnded = ledger.log(out).closed || ledger.log(theirs).closed;
  const isEnding = outbox.ops.some((op) => op.kind === "close" && op.log === out);
  return ledger.log(out).opened && !isEnded && !isEnding ? "changed" : "closed";
}
