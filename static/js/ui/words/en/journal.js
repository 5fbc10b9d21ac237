/** The journal's calendar, its trash, earlier versions of an entry, and what is tied to it. */
export default {
  "journal.calendar": "Calendar",
  "journal.kinds": "By kind",
  "journal.kind.entry": "Words",
  "journal.kind.measure": "Measures",
  "journal.kind.rating": "Personal ratings",
  "journal.emptyKind": "Nothing of this kind yet.",
  "journal.trash": "Trash",

  "calendar.earlier": "The month before",
  "calendar.later": "The month after",
  "calendar.day": { one: "{day}: {n} entry", other: "{day}: {n} entries" },
  "calendar.dose": "{day}: dose {dose}",
  "calendar.both": {
    one: "{day}: dose {dose}, {n} entry",
    other: "{day}: dose {dose}, {n} entries",
  },
  "calendar.nothing": "Nothing on this day.",
  "calendar.choose": "Choose a day to see what belongs to it.",

  "trash.title": "Trash",
  "trash.lead":
    "What you deleted can be brought back for 30 days. After that this device forgets its words by itself.",
  "trash.empty": "The trash is empty.",
  "trash.deleted": "Deleted {when}",
  "trash.waiting": "Deleted. The server does not know yet.",
  "trash.restore": "Bring back",
  "trash.restored": "It is back in your journal, shared with nobody.",
  "trash.erase": "Erase now",
  "trash.eraseTitle": "Erase these words for good?",
  "trash.eraseAll": "Empty the trash",
  "trash.eraseAllTitle": "Empty the trash for good?",
  "trash.means":
    "They are gone from this device and cannot be brought back here. Nobody else is given them any more. The server erases its sealed copy 30 days after you deleted, and your other devices forget the words 30 days after they learned of it; old backups of the server may hold sealed pieces longer. Who read what you shared may have kept it.",
  "trash.erased": "Erased from this device.",
  "trash.stays":
    "What the server does not know to be deleted stays until this device has been online.",

  "entry.tie": "Add to a thread",
  "entry.versions": "Earlier versions",

  "versions.title": "Earlier versions",
  "versions.lead":
    "Each version that was backed up stays. Reading one changes nothing; restoring one makes it the newest, and the others stay.",
  "versions.only": "There is one version only.",
  "versions.now": "as it stands",
  "versions.written": "Written {when}",
  "versions.restore": "Make this the newest version",
  "versions.restored": "This is the newest version now. The others stay.",
  "versions.wait":
    "Your last changes are on this device only. Once they are backed up, an earlier version can be restored and nothing is lost.",
};
