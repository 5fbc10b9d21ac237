/** What this person has set: one document, changed a member at a time. */

/** @import { VaultClient } from "./types.js" */

/**
 * @param {VaultClient} vault
 * @returns {Promise<{[member: string]: any}>} its members
 */
export async function readSettings(vault) {
  const [settings] = await vault.documents({ kind: "settings" });
  return settings?.body ?? {};
}

/** @param {VaultClient} vault @param {(body: {[member: string]: any}) => {[member: string]: any}} change members that become different, from all as they are */
export async function changeSettings(vault, change) {
  const [settings] = await vault.documents({ kind: "settings" });
  const body = settings?.body ?? {};
  await vault.saveDocument({
    ...(settings && { id: settings.id, rev: settings.rev }),
    kind: "settings",
    body: { ...body, ...change(body) },
  });
}
