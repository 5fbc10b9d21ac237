/** Taking a copy of everything, and the words that stand in it. */
export default {
  "copy.title": "Kopie mitnehmen",
  "copy.lead":
    "Alles, was du geschrieben hast, in einer Datei, die dir gehört. Sie entsteht auf diesem Gerät, auch offline, und wird nirgendwohin gesendet.",
  "copy.open":
    "Wer diese Datei hat, kann sie lesen. Sie ist nicht versiegelt: Bewahre sie so auf wie ein Tagebuch.",
  "copy.what": "Was darin sein wird",
  "copy.holds":
    "Seiten zum Lesen für jeden Tag, Tabellen für eine Tabellenkalkulation und eine Datei für andere Programme. Es ist eine .zip-Datei; Telefone und Computer öffnen sie von sich aus.",
  "copy.make": "Kopie anlegen",
  "copy.making": "Die Kopie wird angelegt",
  "copy.progress": "{n} von {of}",
  "copy.stopped": "Abgebrochen. Es gibt keine Datei.",
  "copy.ready": "Deine Kopie ist fertig",
  "copy.sealNot": "Wenn du diese Seite verlässt, ist sie weg, außer du speicherst sie.",
  "copy.save": "Speichern ({size})",
  "copy.saved":
    "Deinem Browser übergeben. Er legt sie zu den Downloads oder fragt dich, wohin damit.",
  "copy.tooMuch":
    "Das ist mehr, als eine .zip-Datei fassen kann. Es gibt keine Datei, und nichts ist verloren.",
  "copy.unread": {
    one: "{n} Stück lässt sich hier nicht lesen. Die Kopie nennt es; es bleibt, wo es ist.",
    other:
      "{n} Stücke lassen sich hier nicht lesen. Die Kopie nennt sie; sie bleiben, wo sie sind.",
  },
  "copy.last.unknown": "Letzte Kopie von diesem Gerät: noch keine",
  "copy.last.today": "Letzte Kopie von diesem Gerät: heute",
  "copy.last.days": {
    one: "Letzte Kopie von diesem Gerät: gestern",
    other: "Letzte Kopie von diesem Gerät: vor {n} Tagen",
  },

  "copy.file.n.entries": "Einträge",
  "copy.file.n.measures": "Fragebögen und Einschätzungen",
  "copy.file.n.dosings": "Sitzungen",
  "copy.file.n.drafts": "Entwürfe",
  "copy.file.n.comments": "Kommentare und Antworten",
  "copy.file.n.trash": "Im Papierkorb",
  "copy.file.n.captures": "Ohne Entsperren geschrieben, noch nicht eingeordnet",
  "copy.file.n.other": "Alles Übrige",
  "copy.file.title": "Tagebuch",
  "copy.file.made": "Kopie vom",
  "copy.file.open": "Wer diese Datei hat, kann sie lesen.",
  "copy.file.about":
    "Im Ordner journal liegt für jeden Tag eine Datei. In data.json steht alles, auch frühere Fassungen und mit wem was geteilt war; measures.csv und answers.csv sind Tabellen. Was andere geschrieben haben, steht als Zitat unter ihrem Namen.",
  "copy.file.unread": "Was sich nicht lesen ließ",
  "copy.file.undated": "Ohne Datum",
  "copy.file.drafts": "Angefangen und nicht fertig",
  "copy.file.trash": "Im Papierkorb",
  "copy.file.other": "Alles Übrige",
  "copy.file.dosing": "Sitzung",
  "copy.file.you": "Du",
};
