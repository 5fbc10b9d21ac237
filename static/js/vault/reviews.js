// Ticking off what somebody shared or asked: private to this account, on all its devices, and taken back in the same place.

import { reviewPayload } from "../model/payloads.js";
import { readPayload } from "../protocol/items.js";
import { newId } from "./contents.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";
import { VaultError } from "./vault-error.js";

/** @import { Shown } from "./holdings.js" */
/** @import { Unlocked } from "./unlocked.js" */

/**
 * @param {Unlocked} unlocked
 * @param {Shown} shown     of somebody else
 * @param {boolean} reviewed
 * @throws {VaultError} `not-found` for what is one's own
 */
export async function review(unlocked, shown, reviewed) {
  if (!shown.foreign) throw new VaultError("not-found");
  const { session, holdings } = unlocked;
  const old = holdings
    .childrenOf(shown.id)
    .find(({ line, foreign }) => !foreign && line?.kind === "review");
  const row = old && (await holdings.content(old.fact));
  const prev = old?.fact.rev ?? null;
  const written = { before: row ? readPayload(row.json) : null, prev, now: unlocked.now() };
  const payload = reviewPayload(parentOfShown(unlocked, shown), reviewed, written);
  const revision = revisionOf(session.own, old?.id ?? newId(), payload);
  await unlocked.save({ ops: [putOp(revision, prev)], revisions: [revision] });
  unlocked.changed([shown.id]);
}
