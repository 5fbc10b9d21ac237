/** The journal's calendar, its trash, earlier versions of an entry, and what is tied to it. */
export default {
  "journal.calendar": "Kalender",
  "journal.filter": "Filtern",
  "journal.kinds": "Nach Art",
  "journal.kind.entry": "Worte",
  "journal.kind.measure": "Fragebögen",
  "journal.kind.rating": "Eigene Einschätzungen",
  "journal.emptyKind": "Noch nichts von dieser Art.",
  "journal.trash": "Papierkorb",

  "calendar.earlier": "Voriger Monat",
  "calendar.later": "Nächster Monat",
  "calendar.day": { one: "{day}: {n} Eintrag", other: "{day}: {n} Einträge" },
  "calendar.dose": "{day}: Dosis {dose}",
  "calendar.both": {
    one: "{day}: Dosis {dose}, {n} Eintrag",
    other: "{day}: Dosis {dose}, {n} Einträge",
  },
  "calendar.nothing": "Nichts an diesem Tag.",
  "calendar.choose": "Wähle einen Tag, um seine Einträge zu sehen.",

  "trash.title": "Papierkorb",
  "trash.lead":
    "Was du gelöscht hast, kannst du 30 Tage lang wiederherstellen. Danach löscht dieses Gerät es endgültig.",
  "trash.empty": "Der Papierkorb ist leer.",
  "trash.deleted": "Gelöscht {when}",
  "trash.waiting": "Hier gelöscht. Der Server weiß es noch nicht.",
  "trash.restore": "Wiederherstellen",
  "trash.restored": "Es steht wieder in deinem Tagebuch, mit niemandem geteilt.",
  "trash.erase": "Endgültig löschen",
  "trash.eraseTitle": "Diese Worte endgültig löschen?",
  "trash.eraseAll": "Papierkorb leeren",
  "trash.eraseAllTitle": "Den Papierkorb endgültig leeren?",
  "trash.means":
    "Diese Worte sind dann von diesem Gerät weg, und du kannst sie hier nicht wiederherstellen. Auch sonst bekommt sie niemand mehr. Der Server löscht seine versiegelte Kopie 30 Tage, nachdem du sie gelöscht hast, und deine anderen Geräte löschen sie 30 Tage, nachdem sie davon erfahren haben; alte Sicherungen des Servers enthalten versiegelte Stücke vielleicht länger. Wer gelesen hat, was du geteilt hast, hat es vielleicht behalten.",
  "trash.erased": "Von diesem Gerät gelöscht.",
  "trash.stays":
    "Was der Server noch nicht als gelöscht kennt, bleibt, bis dieses Gerät online war.",

  "entry.tie": "Zu einer Absicht hinzufügen",
  "entry.versions": "Frühere Fassungen",

  "versions.title": "Frühere Fassungen",
  "versions.lead":
    "Jede Fassung, die gesichert wurde, bleibt. Du kannst sie lesen, ohne etwas zu ändern. Wenn du eine wiederherstellst, wird sie die neueste, und die anderen bleiben.",
  "versions.only": "Es gibt nur eine Fassung.",
  "versions.now": "jetzige Fassung",
  "versions.written": "Geschrieben {when}",
  "versions.restore": "Zur neuesten Fassung machen",
  "versions.restored": "Das ist jetzt die neueste Fassung. Die anderen bleiben.",
  "versions.wait":
    "Deine letzten Änderungen sind nur auf diesem Gerät. Sobald sie gesichert sind, lässt sich eine frühere Fassung wiederherstellen, und nichts geht verloren.",
};
