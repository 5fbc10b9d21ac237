/** What was shared and what became of it, moving to another therapist, and the one answer to a comment. */
export default {
  "ledger.open": "Was geteilt wurde",
  "ledger.title": "Was geteilt wurde",
  "ledger.lead":
    "Wem was gezeigt wurde, und wann. Dass etwas geöffnet wurde, steht hier, wo deine therapeutische Begleitung es dich wissen lässt.",
  "ledger.whom": "Mit wem",
  "ledger.all": "Alle",
  "ledger.empty": "Nichts wurde geteilt. Was du teilst, und was daraus wird, wird hier vermerkt.",
  "ledger.noDay": "Ohne Datum",
  "ledger.dosing": "Eine Dosissitzung",
  "ledger.gone": "Etwas, das du gelöscht hast",
  "ledger.shared": "Mit {name} geteilt",
  "ledger.updated": "Noch einmal mit {name} geteilt, so wie du es geändert hattest",
  "ledger.waits": "Vor {name} bis zum nächsten Tag zurückgehalten",
  "ledger.asked": "Doch nicht mit {name} geteilt",
  "ledger.ended": "Nicht mehr mit {name} geteilt",
  "ledger.delivered": "Bei {name} angekommen",
  "ledger.opened": "Von {name} geöffnet",
  "ledger.commented": "{name} hat kommentiert",
  "ledger.answered": "Du hast {name} geantwortet",
  "ledger.part": "{shown:words} von {of:words} Teilen",
  "ledger.there": "angekommen",
  "ledger.take": "Als Datei mitnehmen",
  "ledger.unsealed":
    "Die Datei entsteht auf diesem Gerät und wird nirgendwohin gesendet. Sie ist nicht versiegelt: Wer sie hat, kann die Titel deiner Einträge und die Namen darin lesen. Bewahre sie auf, wo du solche Dinge aufbewahrst.",
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

  "move.title": "Mit einer anderen Begleitung teilen",
  "move.lead":
    "Was {from} lesen kann, wird auf einmal mit {to} geteilt, so weit du es hier wählst. Dadurch erfährt niemand von der anderen Person.",
  "move.to": "Mit wem",
  "move.what": "Was geteilt wird",
  "move.count": {
    one: "{n} von {of} gewählt",
    other: "{n} von {of} gewählt",
  },
  "move.honest":
    "Wo {from} nur Teile eines Eintrags sieht, wird {to} dieselben Teile sehen, so wie sie jetzt dastehen. Kommentare gehen nicht mit.",
  "move.yes": {
    one: "{n} Eintrag mit {to} teilen",
    other: "{n} Einträge mit {to} teilen",
  },
  "move.done": {
    one: "{n} Eintrag ist mit {to} geteilt.",
    other: "{n} Einträge sind mit {to} geteilt.",
  },
  "move.waits": {
    one: "{n} wurde nahe einer Dosis geschrieben. Er wartet und fragt dich noch einmal.",
    other: "{n} wurden nahe einer Dosis geschrieben. Sie warten und fragen dich noch einmal.",
  },
  "move.then": "{from} kann weiter lesen, was du geteilt hast. Das bleibt so, bis du es beendest.",
  "move.end": "Verbindung mit {from} beenden",
  "move.keep": "Beide behalten",
  "move.nothing": "Es gibt nichts mitzunehmen, oder niemanden sonst, mit dem es zu teilen wäre.",

  "comment.answer": "Einmal antworten",
  "comment.answerTo": "Deine Antwort an {name}",
  "comment.once":
    "Nur {name} liest sie. Antworten kann man einmal, oder gar nicht: Was sonst zu sagen ist, gehört in den Raum.",
  "comment.send": "An {name} senden",
  "comment.leave": "Lassen",
  "comment.sent": "Deine Antwort geht nur an {name}.",
};
