/** Was eine therapeutische Begleitung einer Person mitgibt, wie diese es sieht, und wann danach gefragt wird. */
export default {
  "assigned.from": "Von {name}",
  "assigned.no": "Diesmal nicht",
  "assigned.declined": "Ausgelassen. {name} sieht „diesmal nicht“ und sonst nichts.",
  "assigned.pack": "Fragen: {title}",
  "assigned.packHint":
    "Wenn du sie zu deiner Behandlungsreihe hinzufügst, fragen wir sie zusammen mit den anderen. Dort kannst du sie auch wieder entfernen.",
  "assigned.packAdd": "Hinzufügen",
  "assigned.packAdded": "„{title}“ gehört jetzt zu deiner Behandlungsreihe.",
  "assigned.packCourse": "Eine Behandlungsreihe beginnen",
  "assigned.open": "Eine Frage oder einen Fragebogen senden",
  "assigned.any": "jederzeit",
  "assigned.on": "für {day}",
  "assigned.doseDay": "für den Tag der nächsten Sitzung",
  "assigned.before": {
    one: "{n} Tag vor der nächsten Sitzung",
    other: "{n} Tage vor der nächsten Sitzung",
  },
  "assigned.after": {
    one: "{n} Tag nach der nächsten Sitzung",
    other: "{n} Tage nach der nächsten Sitzung",
  },
};
