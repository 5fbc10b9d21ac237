/** The journal's calendar, its trash, earlier versions of an entry, and what is tied to it. */
export default {
  "journal.calendar": "Calendar",
  "journal.filter": "Filter",
  "journal.kinds": "By kind",
  "journal.kind.entry": "Words",
  "journal.kind.measure": "Questionnaires",
  "journal.kind.rating": "Personal ratings",
  "journal.emptyKind": "Nothing of this kind yet.",
  "journal.trash": "Trash",

  "calendar.earlier": "Previous month",
  "calendar.later": "Next month",
  "calendar.day": { one: "{day}: {n} entry", other: "{day}: {n} entries" },
  "calendar.dose": "{day}: dose {dose}",
  "calendar.both": {
    one: "{day}: dose {dose}, {n} entry",
    other: "{day}: dose {dose}, {n} entries",
  },
  "calendar.nothing": "Nothing on this day.",
  "calendar.choose": "Choose a day to see its entries.",

  "trash.title": "Trash",
  "trash.lead": "You can restore what you deleted for 30 days. After that, this device erases it.",
  "trash.empty": "The trash is empty.",
  "trash.deleted": "Deleted {when}",
  "trash.waiting": "Deleted here. The server doesn’t know yet.",
  "trash.restore": "Restore",
  "trash.restored": "It’s back in your journal. It isn’t shared with anyone.",
  "trash.erase": "Erase now",
  "trash.eraseTitle": "Erase these words for good?",
  "trash.eraseAll": "Empty the trash",
  "trash.eraseAllTitle": "Empty the trash for good?",
  "trash.means":
    "These words will be gone from this device, and you can’t restore them here. Nobody else will be given them anymore. The server erases its sealed copy 30 days after you deleted them, and your other devices erase them 30 days after they heard about it; old backups of the server may hold sealed pieces longer. Anyone who read what you shared may have kept it.",
  "trash.erased": "Erased from this device.",
  "trash.stays":
    "What the server doesn’t know you’ve deleted stays until this device has been online.",

  "entry.tie": "Add to an intention",
  "entry.versions": "Earlier versions",

  "versions.title": "Earlier versions",
  "versions.lead":
    "Every version you’ve backed up stays. You can read one without changing anything. If you restore one, it becomes the newest, and the others stay.",
  "versions.only": "There’s only one version.",
  "versions.now": "current version",
  "versions.written": "Written {when}",
  "versions.restore": "Make this the newest version",
  "versions.restored": "This is the newest version now. The others stay.",
  "versions.wait":
    "Your last changes are only on this device. Once they’re backed up, you can restore an earlier version without losing anything.",
};
