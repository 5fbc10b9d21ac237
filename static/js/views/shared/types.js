/**
 * What the app lends to its screens, and what it asks of them.
 *
 * @import { TemplateResult } from "lit-html"
 * @import { Status, SyncStatus, Vault } from "../../vault/types.js"
 * @import { Place } from "../../ui/router.js"
 *
 * @typedef {Vault & EventTarget & {look: () => void}} VaultClient
 *
 * @typedef {object} Toast
 * @property {string} text
 * @property {string} [action]      label of its one button
 * @property {(app: App) => void} [run]  what the button does, wherever one is by then
 * @property {boolean} [here]       its button leads on from the screen it is said on: it ends with that
 *
 * @typedef {object} App
 * @property {VaultClient} vault          only after `ready`; screens behind the lock are opened after it
 * @property {Promise<VaultClient>} ready
 * @property {Status} status
 * @property {SyncStatus} sync
 * @property {Place} place
 * @property {string|null} invite         an invitation's link that waits to be opened; in memory only
 * @property {string} name                of the app, as its operator calls it
 * @property {Toast|null} toast
 * @property {Map<string, object>} remembered  how screens were left, by name: emptied at the lock and with the account (screen.js)
 * @property {(path: string, replace?: boolean) => void} go  as `back` and `reopen`, only while one is still at the screen it was lent to
 * @property {(otherwise: string) => void} back   where one came from, or `otherwise` after a direct arrival
 * @property {() => void} draw                    after the screen's own state changed
 * @property {() => Promise<void>} reopen         opens the screen of this place anew
 * @property {(toast: Toast|string|null) => void} say
 * @property {(status: Status) => Promise<void>} enter  a new status has been reached
 * @property {() => Promise<void>} lock
 * @property {(language: string) => Promise<void>} speak  another language, for this device; empty: the device's own
 *
 * @typedef {object} Screen
 * @property {() => TemplateResult} render
 * @property {string} [title]         for the window's title; none where the words would speak of treatment
 * @property {() => TemplateResult} [rail]  stands at the side of a desk, between the places and the foot
 * @property {boolean} [full]         fills the page: no navigation around it
 * @property {(items: string[]) => void} [changed]  something a list shows has changed
 * @property {() => boolean} [isNear]                 it shows what somebody else may change at any moment: looked for every few seconds (ui/room.js)
 * @property {() => Promise<boolean|void>} [leave]  keeps what is typed: before another screen, the lock, the page's end or hiding;
 *   false when it could not be kept, and then the screen stays
 * @property {() => void} [close]                   after another screen has taken its place
 *
 * @typedef {(app: App, place: Place) => Screen | Promise<Screen>} OpenScreen
 */

export {};
