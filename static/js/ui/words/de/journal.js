/** The journal's calendar, its trash, earlier versions of an entry, and what is tied to it. */
export default {
  "journal.calendar": "Kalender",
  "journal.kinds": "Nach Sorte",
  "journal.kind.entry": "Worte",
  "journal.kind.measure": "Fragebögen",
  "journal.kind.rating": "Eigene Einschätzungen",
  "journal.emptyKind": "Noch nichts von dieser Sorte.",
  "journal.trash": "Papierkorb",

  "calendar.earlier": "Der Monat davor",
  "calendar.later": "Der Monat danach",
  "calendar.day": { one: "{day}: {n} Eintrag", other: "{day}: {n} Einträge" },
  "calendar.dose": "{day}: Dosis {dose}",
  "calendar.both": {
    one: "{day}: Dosis {dose}, {n} Eintrag",
    other: "{day}: Dosis {dose}, {n} Einträge",
  },
  "calendar.nothing": "Nichts an diesem Tag.",
  "calendar.choose": "Wähle einen Tag, um zu sehen, was zu ihm gehört.",

  "trash.title": "Papierkorb",
  "trash.lead":
    "Was du gelöscht hast, lässt sich 30 Tage lang zurückholen. Danach vergisst dieses Gerät die Worte von selbst.",
  "trash.empty": "Der Papierkorb ist leer.",
  "trash.deleted": "Gelöscht {when}",
  "trash.waiting": "Gelöscht. Der Server weiß es noch nicht.",
  "trash.restore": "Zurückholen",
  "trash.restored": "Es steht wieder in deinem Tagebuch, mit niemandem geteilt.",
  "trash.erase": "Jetzt tilgen",
  "trash.eraseTitle": "Diese Worte für immer tilgen?",
  "trash.eraseAll": "Papierkorb leeren",
  "trash.eraseAllTitle": "Den Papierkorb für immer leeren?",
  "trash.means":
    "Sie sind fort von diesem Gerät und lassen sich hier nicht zurückholen. Deine anderen Geräte vergessen sie 30 Tage, nachdem sie vom Löschen erfahren haben. Der Server gibt sein versiegeltes Stück seit dem Löschen nicht mehr heraus; alte Sicherungen von ihm können noch eine Weile versiegelte Stücke enthalten. Wer gelesen hat, was du geteilt hast, hat es vielleicht behalten.",
  "trash.erased": "Von diesem Gerät getilgt.",
  "trash.stays":
    "Wovon der Server noch nicht weiß, dass es gelöscht ist, das bleibt, bis dieses Gerät eine Verbindung hatte.",

  "entry.tie": "An einen Faden knüpfen",
  "entry.versions": "Frühere Fassungen",

  "versions.title": "Frühere Fassungen",
  "versions.lead":
    "Jede Fassung, die gesichert wurde, bleibt. Eine zu lesen, ändert nichts; eine wiederherzustellen, macht sie zur neuesten, und die anderen bleiben.",
  "versions.only": "Es gibt nur eine Fassung.",
  "versions.now": "wie sie dasteht",
  "versions.written": "Geschrieben {when}",
  "versions.restore": "Zur neuesten Fassung machen",
  "versions.restored": "Das ist jetzt die neueste Fassung. Die anderen bleiben.",
  "versions.wait":
    "Deine letzten Änderungen sind nur auf diesem Gerät. Sobald sie gesichert sind, lässt sich eine frühere Fassung wiederherstellen, und nichts geht verloren.",
};
