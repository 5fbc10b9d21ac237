// Ticking off what somebody shared or asked: private to this account, on all its devices, and taken back in the same place.

import { reviewPayload } from "../../domain/payloads.js";
import { readPayload } from "../../protocol/items.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";

/** @import { Shown } from "../device/holdings.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/**
 * @param {Unlocked} unlocked
 * @param {readonly Shown[]} all  of somebody else; kept in one go
 * @param {boolean} reviewed
 * @throws {VaultError} `not-found` for what is one's own
 */
export async function review(unlocked, all, reviewed) {
  if (all.some(({ foreign }) => !foreign)) throw new VaultError("not-found");
  const ticks = await Promise.all(all.map((shown) => tick(unlocked, shown, reviewed)));
  await unlocked.save({
    ops: ticks.map(({ revision, prev }) => putOp(revision, prev)),
    revisions: ticks.map(({ revision }) => revision),
  });
  unlocked.changed(all.map(({ id }) => id));
}

/** @param {Unlocked} unlocked @param {Shown} shown @param {boolean} reviewed */
async function tick(unlocked, shown, reviewed) {
  const { session, holdings } = unlocked;
  const old = holdings
    .childrenOf(shown.id)
    .find(({ line, foreign }) => !foreign && line?.kind === "review");
  const row = old && (await holdings.content(old.fact));
  const prev = old?.fact.rev ?? null;
  const written = { before: row ? readPayload(row.json) : null, prev, now: unlocked.now() };
  const payload = reviewPayload(parentOfShown(unlocked, shown), reviewed, written);
  return { revision: revisionOf(session.own, old?.id ?? newId(), payload), prev };
}
