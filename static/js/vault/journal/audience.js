// To whom an item of one's own was granted that goes to one person only: a request, an assignment.

/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** @param {Unlocked} unlocked @param {string} item @returns {Peer | undefined} undefined: to nobody, or the link has ended */
export function audienceOf(unlocked, item) {
  const { library, session } = unlocked;
  const [share] = library.shares(item);
  return share ? session.peer(share.person) : session.peerByLog(waitingGrant(unlocked, item) ?? "");
}

/** @param {Unlocked} unlocked @param {string} item @returns {string | undefined} pair log of the grant that is still on this device, set aside or not */
export function waitingGrant({ holdings }, item) {
  const names = (/** @type {{item: string}[]} */ revs) => revs.some((one) => one.item === item);
  return holdings.outbox.ops.find((op) => op.kind === "grant" && names(op.revs))?.log;
}
