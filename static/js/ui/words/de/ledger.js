/** What was shared and what became of it, moving to another therapist, and the one answer to a comment. */
export default {
  "ledger.open": "Was du geteilt hast",
  "ledger.title": "Was du geteilt hast",
  "ledger.lead":
    "Was du geteilt hast, mit wem und wann. Wenn deine Therapeutin oder dein Therapeut es erlaubt, siehst du auch, wann es geöffnet wurde.",
  "ledger.whom": "Mit wem",
  "ledger.all": "Alle",
  "ledger.empty": "Du hast noch nichts geteilt. Was du teilst, steht dann hier.",
  "ledger.noDay": "Ohne Datum",
  "ledger.dosing": "Eine Sitzung",
  "ledger.gone": "Etwas, das du gelöscht hast",
  "ledger.shared": "Mit {name} geteilt",
  "ledger.updated": "Noch einmal mit {name} geteilt, mit deinen Änderungen",
  "ledger.waits": "Bis zum nächsten Tag nicht mit {name} geteilt",
  "ledger.asked": "Doch nicht mit {name} geteilt",
  "ledger.ended": "Nicht mehr mit {name} geteilt",
  "ledger.delivered": "Bei {name} angekommen",
  "ledger.opened": "Von {name} geöffnet",
  "ledger.commented": "{name} hat kommentiert",
  "ledger.answered": "Du hast {name} geantwortet",
  "ledger.part": "{shown:words} von {of:words} Teilen",
  "ledger.there": "angekommen",
  "ledger.take": "Als Datei speichern",
  "ledger.unsealed":
    "Die Datei entsteht auf diesem Gerät und wird nirgendwohin gesendet. Sie ist nicht versiegelt: Wer sie hat, kann die Titel deiner Einträge und die Namen darin lesen. Bewahre sie auf wie ein Tagebuch.",
  "ledger.asText": "Als Text",
  "ledger.asTable": "Als Tabelle",
  "ledger.saved": "Die Datei ist fertig. Sie ist nicht versiegelt.",
  "ledger.file.text": "geteilt.txt",
  "ledger.file.csv": "geteilt.csv",
  "ledger.column.day": "Tag",
  "ledger.column.time": "Uhrzeit",
  "ledger.column.what": "Was geschah",
  "ledger.column.person": "Wer",
  "ledger.column.entry": "Eintrag",
  "ledger.column.part": "Teil",

  "move.title": "Mit jemand anderem in der Therapie teilen",
  "move.lead":
    "Wähle, was du von dem, was {from} lesen kann, mit {to} teilst. Von der anderen Person erfährt dadurch niemand.",
  "move.to": "Mit wem",
  "move.what": "Was geteilt wird",
  "move.count": {
    one: "{n} von {of} gewählt",
    other: "{n} von {of} gewählt",
  },
  "move.honest":
    "Wo {from} nur Teile eines Eintrags sieht, sieht {to} dieselben Teile, so wie sie jetzt sind. Kommentare werden nicht geteilt.",
  "move.yes": {
    one: "{n} Eintrag mit {to} teilen",
    other: "{n} Einträge mit {to} teilen",
  },
  "move.done": {
    one: "Du hast {n} Eintrag mit {to} geteilt.",
    other: "Du hast {n} Einträge mit {to} geteilt.",
  },
  "move.waits": {
    one: "{n} hast du nahe an einer Sitzung geschrieben. Er wartet, und wir fragen dich noch einmal.",
    other:
      "{n} hast du nahe an einer Sitzung geschrieben. Sie warten, und wir fragen dich noch einmal.",
  },
  "move.then": "{from} kann weiter lesen, was du geteilt hast, bis du die Verbindung beendest.",
  "move.end": "Verbindung mit {from} beenden",
  "move.keep": "Mit beiden verbunden bleiben",
  "move.nothing": "Es gibt nichts zu teilen, oder niemanden sonst, mit dem du teilen könntest.",

  "comment.answer": "Einmal antworten",
  "comment.answerTo": "Deine Antwort an {name}",
  "comment.once":
    "Nur {name} sieht das. Du kannst einmal antworten; den Rest besprecht ihr beim nächsten Treffen.",
  "comment.send": "An {name} senden",
  "comment.leave": "Jetzt nicht",
  "comment.sent": "Deine Antwort ist unterwegs zu {name}.",
};
