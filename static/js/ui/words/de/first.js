/** What the first screens say, and what every other one needs besides its own words. */
export default {
  "numbers.words": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  "numbers.nth":
    " erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte".split(
      " ",
    ),
  "numbers.ordinal": { other: "{n}." },
  "date.dayAndTime": "{day}, {time}",
  "date.inZone": "{time} ({zone})",

  "phase.preparation": "Vorbereitung",
  "phase.reflection": "Reflexion",
  "phase.integration": "Integration",

  "do.back": "Zurück",
  "do.cancel": "Abbrechen",
  "do.close": "Schließen",
  "do.help": "Hilfe",
  "do.lock": "Sperren",
  "do.show": "Zeigen, was ich tippe",
  "do.skip": "Zum Inhalt springen",
  "do.undo": "Rückgängig",

  "language.choose": "Sprache",
  "language.device": "Wie das Gerät: {name}",

  "watching.short":
    "Niemand liest mit, was du schreibst. Wenn du jetzt jemanden brauchst, öffne {help}.",

  "update.ready": "Eine neue Version ist bereit. Was du geschrieben hast, bleibt, wie es ist.",
  "update.take": "Neu laden",
  "update.later": "Sie wartet, bis aufbewahrt ist, was du gerade schreibst.",
  "screen.failed": "Diese Seite ließ sich nicht öffnen.",
  "screen.kept": "Was auf diesem Gerät aufbewahrt ist, ist unverändert.",
  "lack.title": "Hier lässt sich noch nichts aufbewahren",
  "lack.address":
    "Browser lassen eine App nur an einer Adresse versiegeln, was du schreibst, die mit https beginnt. Diese tut das nicht.",
  "lack.address.way":
    "Öffne dieselbe Adresse mit https davor, oder frag die, die diesen Server betreiben.",
  "lack.storage":
    "Dieser Browser lässt die App auf diesem Gerät nichts aufbewahren. Was du schreibst, könnte nicht bleiben.",
  "lack.storage.way":
    "Das kommt von einem privaten Fenster, von einer Einstellung, die Daten von Websites sperrt, oder von einem vollen Gerät. Nimm ein normales Fenster, erlaube dieser Seite Daten oder schaffe Platz, und versuch es noch einmal.",
  "lack.sealing": "Dieser Browser kann nicht versiegeln, was du schreibst.",
  "lack.sealing.way": "Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "lack.workers": "Diesem Browser fehlt, was deine Worte von der Seite trennt.",
  "lack.workers.way": "Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "lost.title": "Das Tagebuch ist nicht mehr auf diesem Gerät",
  "lost.what":
    "Dieser Browser hat weggeworfen, was die App hier aufbewahrt hatte. Das tun Browser, wenn das Gerät voll ist oder Daten von Websites gelöscht werden.",
  "lost.safe":
    "Was gesichert war, liegt sicher auf dem Server. Es kommt wieder, wenn du dich anmeldest.",
  "lost.safeAt":
    "Was bis {when} gesichert war, liegt sicher auf dem Server. Es kommt wieder, wenn du dich anmeldest.",
  "lost.only": {
    one: "Eine Änderung war nur auf diesem Gerät und ist verloren.",
    other: "{n:Words} Änderungen waren nur auf diesem Gerät und sind verloren.",
  },
  "lost.none": "Soweit dieses Gerät wusste, war nichts nur hier.",
  "lost.new": "Als jemand Neues beginnen",
  "screen.again": "Noch einmal versuchen",

  "error.wrong-passphrase":
    "Diese Passphrase öffnet dieses Tagebuch nicht. Alles darin ist weiter aufbewahrt.",
  "error.wrong-kit-code":
    "Diese Zeichen sind kein Wiederherstellungscode. Vergleiche sie mit deinem Blatt: Er hat neun Gruppen zu vier.",
  "error.wrong-characters":
    "Das sind nicht die gefragten Zeichen. Sieh noch einmal auf dein Blatt.",
  "error.sign-in-failed":
    "Anmeldename, Passphrase und Wiederherstellungscode gehören nicht zusammen. Nichts wurde geändert.",
  "error.handle-taken": "Diesen Anmeldenamen gibt es hier schon. Bitte wähle einen anderen.",
  "error.handle-invalid":
    "Ein Anmeldename hat 3 bis 64 Zeichen: Buchstaben a bis z, Ziffern, und . _ @ + - nach dem ersten.",
  "error.passphrase-short": "Eine Passphrase hat mindestens 15 Zeichen. Ein kurzer Satz genügt.",
  "error.passphrase-guessable":
    "Diese Passphrase gehört zu den ersten, die jemand probieren würde. Nimm einen eigenen Satz, oder lass dir sechs Wörter geben.",
  "error.passphrase-changed":
    "Die Passphrase oder das Wiederherstellungsblatt wurde auf einem anderen Gerät ersetzt. Gib die neue Passphrase ein; ist nur das Blatt neu, dann sperre und wähle „Ich habe mein Blatt“. Was du geschrieben hast, bleibt.",
  "error.access-unsure":
    "Die Verbindung brach ab, bevor der Server geantwortet hat. Vielleicht ist es geschehen, vielleicht nicht. Nichts ist verloren. Bitte versuch es noch einmal.",
  "error.offline":
    "Es gibt keine Verbindung zum Server. Nichts ist verloren. Bitte versuche es wieder, wenn es eine gibt.",
  "error.too-many":
    "Das waren gerade viele Versuche. Nichts ist verloren. Bitte warte ein paar Minuten.",
  "error.locked":
    "Das Tagebuch ist gesperrt. Was du geschrieben hast, ist auf diesem Gerät aufbewahrt.",
  "error.not-found": "Das ist nicht mehr auf diesem Gerät.",
  "error.invite-invalid": "Das ist keine ganze Einladung. Bitte noch einmal um den Link.",
  "error.invite-expired": "Diese Einladung ist abgelaufen. Bitte um eine neue.",
  "error.invite-spent": "Diese Einladung hat schon jemand beantwortet. Bitte um eine neue.",
  "error.invite-own": "Das ist deine eigene Einladung. Die andere Person öffnet sie.",
  "error.invite-same-role":
    "Eine Verbindung verbindet eine Person, die schreibt, mit einer, die liest. Ihr habt beide dasselbe gewählt.",
  "error.registration-closed": "Dieser Server nimmt zurzeit niemanden neu auf.",
  "error.registration-code":
    "Dieser Server fragt nach einem Anmeldecode. Wer ihn betreibt, gibt ihn aus.",
  "error.not-linked": "Du und diese Person, ihr seid nicht mehr verbunden. Nichts wurde gesendet.",
  "error.storage-full":
    "Deine Worte stehen noch auf dieser Seite, aber dieses Gerät hat keinen Platz, sie aufzubewahren. Schaffe Platz oder sichere sie als Text.",
  "error.storage-failed":
    "Deine Worte stehen noch auf dieser Seite, aber dieser Browser hat sie nicht aufbewahrt. Sichere sie als Text, bevor du sie schließt.",
  "error.too-long":
    "Es ist länger, als ein Eintrag fasst, und wurde weder aufbewahrt noch gesendet. Deine Worte stehen noch auf dieser Seite: Kürze oder teile sie.",
  "error.ring-full":
    "Du bist mit so vielen Menschen verbunden, wie ein Konto fasst. Nichts wurde gesendet, und was du hast, wird weiter gesichert.",
  "error.erased":
    "Der Server sagt, dass dieses Konto gelöscht wurde. Was auf diesem Gerät liegt, bleibt hier lesbar und wird nicht mehr gesichert.",
  "error.unsupported-browser":
    "Diesem Browser fehlt, was das Versiegeln braucht. Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "error.failed":
    "In der App ist etwas schiefgegangen. Was du geschrieben hast, ist auf diesem Gerät gespeichert. Versuch es bitte noch einmal.",
  "error.server":
    "Der Server hat anders geantwortet als erwartet. Was du geschrieben hast, ist auf diesem Gerät aufbewahrt.",

  "welcome.what":
    "Ein Tagebuch für die Wochen um eine Behandlung. Was du schreibst, wird auf deinem Gerät versiegelt, bevor es dieses verlässt, und dieser Server behält nur, was er nicht öffnen kann. Du kannst es deiner therapeutischen Begleitung zeigen, einen Eintrag nach dem anderen.",
  "welcome.signUp": "Hier beginnen",
  "welcome.signIn": "Ich habe ein Konto",
  "welcome.watching":
    "Niemand liest mit, was hier geschrieben wird, und es kann keine Hilfe rufen.",
  "welcome.invited":
    "Du hast eine Einladung. Beginne, oder melde dich an, dann öffnet sie sich als Nächstes.",

  "lock.title": "Gesperrt",
  "lock.as": "{handle} schreibt hier",
  "lock.passphrase": "Passphrase",
  "lock.unlock": "Entsperren",
  "lock.opening": "Öffnet sich",
  "lock.forgotten": "Ich habe meine Passphrase nicht",
  "lock.forgottenAnswer":
    "Niemand kann sie für dich nachsehen: Sie steht nirgends. Lass dir Zeit, oft kommt sie wieder. Großbuchstaben, ein Leerzeichen, eine andere Tastatur? Mit deinem Wiederherstellungsblatt kommst du auch ohne sie hinein.",
  "lock.recover": "Ich habe mein Blatt",
  "lock.invited": "Du hast eine Einladung. Entsperre, dann öffnet sie sich als Nächstes.",
  "lock.capture": "Schreiben, ohne zu entsperren",

  "capture.title": "Was jetzt da ist",
  "capture.begin": "Ein Wort genügt.",
  "capture.sealed":
    "Versiegelt, während du schreibst, und nicht wieder gezeigt, bis du entsperrst.",
  "capture.kept": "Auf diesem Gerät aufbewahrt. Es steht in deinem Tagebuch, sobald du entsperrst.",
  "capture.done": "Fertig",
  "capture.full":
    "Deine Worte stehen noch auf dieser Seite. Sie sind noch nicht aufbewahrt: Dieses Gerät hat keinen Platz. Schaffe welchen und tippe dann auf Fertig.",
  "capture.failed":
    "Deine Worte stehen noch auf dieser Seite. Sie sind noch nicht aufbewahrt: Dieser Browser hat sie nicht gespeichert. Tippe auf Fertig, um es noch einmal zu versuchen.",
  "capture.notYet":
    "Hier kann noch nichts aufgenommen werden. Entsperre einmal auf diesem Gerät; danach kannst du schreiben, ohne zu entsperren.",
};
