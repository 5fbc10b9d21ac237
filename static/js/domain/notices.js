// What the person must be told.

/**
 * @typedef {object} Notice  something the person must be told; `dismissNotice(id)` removes it
 * @property {string} id
 * @property {"conflict-copy"|"delete-undone"|"server-restored"|"history-changed"|"app-old"|"device-new"|"set-aside"|"not-sent"|"missing"|"missing-theirs"|"ack-differs"|"invite-contested"|"identity-changed"|"link-ended"|"storage-full"|"captured"|"capture-aside"|"captures-wait"|"erasing"|"erased"} type
 * @property {string|null} item  entry or person concerned
 */

export {};
