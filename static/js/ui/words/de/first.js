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
  "update.later": "Sie wartet, bis gespeichert ist, was du gerade schreibst.",
  "screen.failed": "Diese Seite ließ sich nicht öffnen.",
  "screen.kept": "Was auf diesem Gerät gespeichert ist, ist unverändert.",
  "lack.title": "Hier können wir noch nichts speichern",
  "lack.address":
    "Browser lassen eine App nur an einer Adresse, die mit https beginnt, versiegeln, was du schreibst. Diese beginnt nicht so.",
  "lack.address.way":
    "Öffne dieselbe Adresse mit https davor, oder frag die, die diesen Server betreiben.",
  "lack.storage":
    "Dieser Browser lässt die App auf diesem Gerät nichts speichern. Was du schreibst, könnte nicht bleiben.",
  "lack.storage.way":
    "Vielleicht ist es ein privates Fenster, eine Einstellung, die Websitedaten sperrt, oder ein volles Gerät. Nimm ein normales Fenster, erlaube dieser Seite das Speichern oder schaffe Platz, und versuch es noch einmal.",
  "lack.sealing": "Dieser Browser kann nicht versiegeln, was du schreibst.",
  "lack.sealing.way": "Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "lack.workers": "Dieser Browser kann deine Worte nicht von der Seite trennen.",
  "lack.workers.way": "Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "lost.title": "Dein Tagebuch ist nicht mehr auf diesem Gerät",
  "lost.what":
    "Dein Browser hat gelöscht, was die App hier gespeichert hatte. Das tun Browser, wenn das Gerät voll ist oder jemand Websitedaten löscht.",
  "lost.safe":
    "Was gesichert war, ist sicher auf dem Server. Es kommt wieder, wenn du dich anmeldest.",
  "lost.safeAt":
    "Was bis {when} gesichert war, ist sicher auf dem Server. Es kommt wieder, wenn du dich anmeldest.",
  "lost.only": {
    one: "Eine Änderung war nur auf diesem Gerät und ist verloren.",
    other: "{n:Words} Änderungen waren nur auf diesem Gerät und sind verloren.",
  },
  "lost.none": "Soweit dieses Gerät weiß, war alles gesichert.",
  "lost.new": "Mit einem neuen Konto anfangen",
  "screen.again": "Noch einmal versuchen",

  "error.wrong-passphrase":
    "Diese Passphrase öffnet dieses Tagebuch nicht. Alles darin ist noch da.",
  "error.wrong-kit-code":
    "Das ist kein Wiederherstellungscode. Sieh auf deinem Blatt nach: Er hat neun Vierergruppen.",
  "error.wrong-characters":
    "Das stimmt nicht überein. Sieh auf deinem Blatt nach und versuch es noch einmal.",
  "error.sign-in-failed":
    "Das Anmelden hat nicht geklappt. Prüfe Anmeldename, Passphrase und Wiederherstellungscode und versuch es noch einmal. Nichts wurde geändert.",
  "error.handle-taken": "Diesen Anmeldenamen gibt es schon. Bitte wähle einen anderen.",
  "error.handle-invalid":
    "Nimm 3 bis 64 Zeichen: Buchstaben a bis z, Ziffern, und nach dem ersten auch . _ @ + -",
  "error.passphrase-short": "Bitte nimm mindestens 15 Zeichen. Gut geht ein kurzer Satz.",
  "error.passphrase-guessable":
    "Das ist eine der ersten Passphrasen, die jemand probieren würde. Nimm einen eigenen Satz oder lass dir sechs Wörter geben.",
  "error.passphrase-changed":
    "Du hast die Passphrase oder das Blatt auf einem anderen Gerät ersetzt. Gib die neue Passphrase ein; wenn nur das Blatt neu ist, sperre und wähle „Ich habe mein Blatt“. Was du geschrieben hast, ist noch da.",
  "error.access-unsure":
    "Die Verbindung brach ab, bevor der Server geantwortet hat. Vielleicht ist es geschehen, vielleicht nicht. Nichts ist verloren. Bitte versuch es noch einmal.",
  "error.offline":
    "Wir erreichen den Server nicht. Nichts ist verloren. Bitte versuch es wieder, wenn du online bist.",
  "camera.stop": "Kamera ausschalten",
  "camera.view": "Was die Kamera sieht",
  "error.too-many":
    "Das waren zu viele Versuche. Nichts ist verloren. Bitte warte ein paar Minuten.",
  "error.locked":
    "Dein Tagebuch ist gesperrt. Was du geschrieben hast, ist auf diesem Gerät gespeichert.",
  "error.not-found": "Das ist nicht mehr auf diesem Gerät.",
  "error.invite-invalid": "Diese Einladung ist nicht vollständig. Bitte noch einmal um den Link.",
  "error.invite-expired": "Diese Einladung ist abgelaufen. Bitte um eine neue.",
  "error.invite-spent": "Diese Einladung hat schon jemand beantwortet. Bitte um eine neue.",
  "error.invite-own": "Das ist deine eigene Einladung. Die andere Person muss sie öffnen.",
  "error.invite-same-role":
    "Eine Verbindung braucht eine Person, die schreibt, und eine Therapeutin oder einen Therapeuten. Ihr habt euch beide gleich angemeldet.",
  "error.registration-closed": "Dieser Server nimmt gerade keine neuen Anmeldungen an.",
  "error.registration-code":
    "Du brauchst einen Anmeldecode. Frag deine Klinik oder die, die diesen Server betreiben.",
  "error.not-linked": "Ihr seid nicht mehr verbunden. Nichts wurde gesendet.",
  "error.storage-full":
    "Deine Worte stehen noch auf dieser Seite, aber dieses Gerät ist voll, und sie sind nicht gespeichert. Schaffe Platz oder speichere sie als Text.",
  "error.storage-failed":
    "Deine Worte stehen noch auf dieser Seite, aber dieser Browser hat sie nicht gespeichert. Speichere sie als Text, bevor du sie schließt.",
  "error.too-long":
    "Das ist zu lang für einen Eintrag. Wir haben es weder gespeichert noch gesendet. Deine Worte stehen noch auf dieser Seite: Kürze oder teile sie.",
  "error.ring-full":
    "Du bist mit so vielen Menschen verbunden, wie ein Konto fasst. Nichts wurde gesendet, und was du hast, wird weiter gesichert.",
  "error.erased":
    "Der Server sagt, dass dieses Konto gelöscht wurde. Du kannst noch lesen, was auf diesem Gerät ist, aber es wird nicht mehr gesichert.",
  "error.unsupported-browser":
    "Dieser Browser kann nicht versiegeln, was du schreibst. Bitte nimm ein aktuelles Safari, Chrome, Edge oder Firefox.",
  "error.failed":
    "In der App ist etwas schiefgegangen. Was du geschrieben hast, ist auf diesem Gerät gespeichert. Versuch es bitte noch einmal.",
  "error.server":
    "Der Server hat anders geantwortet als erwartet. Was du geschrieben hast, ist auf diesem Gerät gespeichert.",

  "welcome.what":
    "Ein Tagebuch für die Wochen um eine Behandlung. Was du schreibst, wird auf deinem Gerät versiegelt, bevor es das Gerät verlässt, und dieser Server kann es nicht lesen. Wenn du möchtest, teilst du einzelne Einträge mit einer Therapeutin oder einem Therapeuten deines Vertrauens.",
  "welcome.signUp": "Los geht’s",
  "welcome.signIn": "Ich habe ein Konto",
  "welcome.watching":
    "Niemand liest mit, was du hier schreibst, und diese App kann keine Hilfe rufen.",
  "welcome.invited":
    "Du hast eine Einladung. Fang an oder melde dich an, dann öffnet sie sich als Nächstes.",

  "lock.title": "Gesperrt",
  "lock.as": "{handle} schreibt hier",
  "lock.passphrase": "Passphrase",
  "lock.unlock": "Entsperren",
  "lock.opening": "Öffnet sich",
  "lock.forgotten": "Ich habe meine Passphrase nicht",
  "lock.forgottenAnswer":
    "Niemand kann sie für dich nachsehen, denn sie ist nirgends gespeichert. Lass dir Zeit, oft kommt sie wieder. Ein Großbuchstabe, ein Leerzeichen, eine andere Tastatur? Mit deinem Wiederherstellungsblatt kommst du auch ohne sie hinein.",
  "lock.recover": "Ich habe mein Blatt",
  "lock.invited": "Du hast eine Einladung. Entsperre, dann öffnet sie sich als Nächstes.",
  "lock.capture": "Schreiben, ohne zu entsperren",

  "capture.title": "Was jetzt da ist",
  "capture.begin": "Ein Wort genügt.",
  "capture.sealed": "Beim Tippen versiegelt. Du siehst es erst wieder, wenn du entsperrst.",
  "capture.kept":
    "Auf diesem Gerät gespeichert. Du findest es in deinem Tagebuch, wenn du entsperrst.",
  "capture.done": "Fertig",
  "capture.full":
    "Deine Worte stehen noch auf dieser Seite. Dieses Gerät ist voll, darum sind sie noch nicht gespeichert. Schaffe Platz und tippe dann auf Fertig.",
  "capture.failed":
    "Deine Worte stehen noch auf dieser Seite. Dein Browser hat sie noch nicht gespeichert. Tippe auf Fertig, um es noch einmal zu versuchen.",
  "capture.notYet":
    "Hier kannst du noch nicht schreiben. Entsperre einmal auf diesem Gerät; danach geht es auch ohne Entsperren.",
};
