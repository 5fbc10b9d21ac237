/** Was eine therapeutische Begleitung einer Person mitgibt, wie diese es sieht, und wann danach gefragt wird. */
export default {
  "assigned.from": "Von {name}",
  "assigned.no": "Diesmal nicht",
  "assigned.declined": "Ausgelassen. {name} sieht „diesmal nicht“ und sonst nichts.",
  "assigned.pack": "Fragen: {title}",
  "assigned.packHint":
    "In deiner Behandlungsreihe werden sie unter den anderen gestellt. Dort kannst du sie auch wieder herausnehmen.",
  "assigned.packAdd": "Dazunehmen",
  "assigned.packAdded": "„{title}“ gehört jetzt zu deiner Behandlungsreihe.",
  "assigned.packCourse": "Eine Behandlungsreihe beginnen",
  "assigned.open": "Eine Frage oder einen Fragebogen mitgeben",
  "assigned.any": "wann es passt",
  "assigned.on": "für {day}",
  "assigned.doseDay": "für den Tag der nächsten Dosis",
  "assigned.before": {
    one: "{n} Tag vor der nächsten Dosis",
    other: "{n} Tage vor der nächsten Dosis",
  },
  "assigned.after": {
    one: "{n} Tag nach der nächsten Dosis",
    other: "{n} Tage nach der nächsten Dosis",
  },
};
