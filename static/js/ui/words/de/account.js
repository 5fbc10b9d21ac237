/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Los geht’s",
  "signUp.role": "Was führt dich her?",
  "signUp.patient": "Ich möchte schreiben",
  "signUp.patientHint": "Ein Tagebuch für dich. Du entscheidest, wer was liest.",
  "signUp.therapist": "Ich bin Therapeut:in",
  "signUp.therapistHint": "Du liest, was Menschen mit dir teilen.",
  "signUp.name": "Name",
  "signUp.nameHint": "Das sieht die Person, mit der du dich verbindest. Der Server sieht es nicht.",
  "signUp.nameMissing": "Bitte gib einen Namen ein.",
  "signUp.handle": "Anmeldename",
  "signUp.handleHint":
    "Damit meldest du dich an. Es muss nicht dein Name sein. 3 bis 64 Zeichen: Buchstaben a bis z, Ziffern, und nach dem ersten auch . _ @ + -",
  "signUp.passphrase": "Passphrase",
  "signUp.passphraseHint":
    "Mindestens 15 Zeichen; am besten ein kurzer Satz. Sie verlässt dieses Gerät nie, und niemand kann sie zurücksetzen.",
  "signUp.generate": "Gib mir sechs Wörter",
  "signUp.generated":
    "Diese sechs Wörter gehören nur dir. Gleich schreibst du sie zusammen mit dem Blatt auf.",
  "signUp.country": "Dein Land, für die Nummern unter Hilfe",
  "signUp.code": "Anmeldecode",
  "signUp.go": "Weiter",
  "signUp.making": "Wird eingerichtet",
  "signUp.have": "Ich habe ein Konto",

  "kit.title": "Dein Wiederherstellungsblatt",
  "kit.what":
    "Auf einem neuen Gerät brauchst du diesen Code und deine Passphrase. Wenn du die Passphrase vergisst, kommst du mit dem Code allein hinein. Bewahre ihn auf Papier auf oder an einem anderen Ort als auf diesem Gerät. Verlierst du beides, ist das Geschriebene für alle verloren.",
  "kit.code": "Wiederherstellungscode",
  "kit.handle": "Anmeldename",
  "kit.passphrase": "Passphrase",
  "kit.passphraseApart":
    "Schreib deine Passphrase von Hand auf, getrennt vom Blatt. Sie steht in keiner Datei und auf keinem Ausdruck.",
  "kit.files":
    "Was du speicherst, kopierst oder teilst, kann in einer Cloud landen oder von anderen Apps gelesen werden; deshalb lassen wir deinen Anmeldenamen weg: Wer beides hat, kann dein Tagebuch öffnen. Merk dir den Anmeldenamen oder bewahre ihn auf Papier auf.",
  "kit.handleApart": "absichtlich weggelassen",
  "kit.server": "Adresse",
  "kit.finder": "Wer diesen Code und deinen Anmeldenamen hat, kann dein Tagebuch öffnen.",
  "kit.passphraseLine": "Schreib deine Passphrase nur hierher, wenn dieses Papier sicher liegt",
  "kit.qr": "Der Wiederherstellungscode als Bild zum Scannen",
  "kit.scan": "Blatt scannen",
  "kit.cameraFailed": "Die Kamera geht nicht. Du kannst den Code stattdessen eintippen.",
  "kit.scanOther": "Das ist kein Wiederherstellungscode. Scann das Bild auf deinem Blatt.",
  "kit.print": "Drucken",
  "kit.picture": "Als Bild speichern",
  "kit.text": "Als Text speichern",
  "kit.copy": "Code kopieren",
  "kit.share": "Teilen",
  "kit.copied":
    "Kopiert. Andere Apps können lesen, was du kopierst: Füg es dort ein, wo du es aufbewahrst, und kopiere dann etwas anderes. Wir können es nicht für dich löschen.",
  "kit.copyFailed": "Wir konnten ihn nicht kopieren. Du kannst ihn abschreiben oder speichern.",
  "kit.fileName": "aufbewahren",
  "kit.made": "Erstellt {when}",
  "kit.kept": "Ich habe es gespeichert",
  "kit.proveTitle": "Eine kurze Probe",
  "kit.prove":
    "Sieh auf dein Blatt, nicht auf den Bildschirm, und tippe vier Zeichen davon ab. So merkst du, ob es lesbar ist.",
  "kit.characterOf": "Gruppe {group}, Zeichen {place}",
  "kit.again": "Blatt noch einmal zeigen",
  "kit.finish": "Fertig",
  "kit.newHandleHint": "Du bekommst ein neues Blatt. Wirf dieses weg: Es öffnet nichts.",

  "signIn.title": "Auf diesem Gerät anmelden",
  "signIn.lead":
    "Um dich auf einem neuen Gerät anzumelden, brauchst du deine Passphrase und deinen Wiederherstellungscode.",
  "signIn.kitCode": "Wiederherstellungscode",
  "signIn.kitCodeHint":
    "Neun Vierergruppen von deinem Wiederherstellungsblatt. Du kannst ihn einfügen; Leerzeichen und Kleinbuchstaben sind in Ordnung.",
  "signIn.go": "Anmelden",
  "signIn.going": "Dein Tagebuch öffnet sich",
  "signIn.forgotten": "Ich habe meine Passphrase vergessen",
  "signIn.new": "Ich bin neu hier",
  "recover.title": "Mit dem Blatt hinein",
  "recover.lead":
    "Mit deinem Anmeldenamen und deinem Wiederherstellungscode kommst du ohne Passphrase hinein. Dafür musst du online sein.",
  "recover.leadHere":
    "Mit deinem Wiederherstellungscode kommst du ohne Passphrase hinein. Was du auf diesem Gerät geschrieben hast, bleibt. Dafür musst du online sein.",
  "recover.failed":
    "Anmeldename und Wiederherstellungscode gehören nicht zusammen. Nichts wurde geändert.",
  "recover.neither":
    "Ohne Blatt und ohne Passphrase hilft nur ein Gerät, auf dem dein Tagebuch noch offen ist: Was dort steht, lässt sich dort noch lesen.",
  "recover.newTitle": "Eine neue Passphrase",
  "recover.newLead":
    "{name}, dein Blatt passt. Wähle eine neue Passphrase. Die alte gilt dann nicht mehr, und deine anderen Geräte fragen nach der neuen.",
  "recover.finish": "Mein Tagebuch öffnen",
  "access.passphrase": "Meine Passphrase ändern",
  "access.present": "Jetzige Passphrase",
  "access.new": "Neue Passphrase",
  "access.generated": "Diese sechs Wörter gehören nur dir. Schreib sie auf, bevor du weitermachst.",
  "access.change": "Ändern",
  "access.changeLead":
    "Deine anderen Geräte werden abgemeldet und fragen nach der neuen Passphrase. Was auf ihnen liegt, öffnet sich noch mit der alten, bis sie davon erfahren.",
  "access.changed": "Du hast deine Passphrase geändert.",
  "access.kit": "Mein Wiederherstellungsblatt",
  "access.kitLead":
    "Wer das Blatt findet, kommt ohne Passphrase hinein. Deshalb fragen wir nach der Passphrase, bevor wir es zeigen.",
  "access.showKit": "Mein Blatt zeigen",
  "access.newKit": "Ein neues Blatt machen",
  "access.newKitHint":
    "Wenn das alte verloren ist oder jemand es gesehen haben könnte. Das alte Blatt gilt dann nicht mehr, und deine anderen Geräte werden abgemeldet: Dort kommst du mit dem neuen Blatt hinein.",
  "access.finishKit": "Ab jetzt gilt das neue Blatt",
  "access.kitMade": "Das neue Blatt gilt. Wirf das alte weg.",

  "devices.title": "Meine Geräte",
  "devices.lead": "Auf diesen Geräten bist du angemeldet.",
  "devices.asking": "Wir fragen den Server…",
  "devices.this": "Dieses Gerät",
  "devices.unnamed": "Ein Gerät ohne Namen",
  "devices.since": "Angemeldet: {when}",
  "devices.seen": "Zuletzt online: {when}",
  "devices.end": "Abmelden",
  "devices.endTitle": "{name} abmelden?",
  "devices.endHonest":
    "Der Server meldet es sofort ab, und nichts Neues kommt mehr darauf. Was darauf ist, bleibt dort, versiegelt, und öffnet sich mit der Passphrase, die dort galt. Wenn jemand sie kennen könnte, ändere sie auch: Damit könnte man sich dort wieder anmelden.",
  "devices.ended": "{name} ist abgemeldet.",
  "devices.many":
    "Es gibt noch mehr. Um alle anderen auf einmal abzumelden, ändere deine Passphrase.",
  "devices.honest":
    "Der Server führt diese Liste und könnte ein Gerät weglassen. Wenn du deine Passphrase änderst, werden alle anderen Geräte abgemeldet.",
  "devices.offline":
    "Die Liste deiner Geräte liegt auf dem Server, und wir erreichen ihn nicht. Versuch es noch einmal, wenn du online bist.",
  "devices.signedOut":
    "Du wurdest abgemeldet, deshalb können wir die Liste nicht holen. Auf diesem Gerät ist nichts verloren.",
  "phone.title": "Mein Telefon ist weg",
  "phone.lead":
    "Mach diese drei Dinge, in dieser Reihenfolge. Was auf dem Telefon schon gesichert war, steht weiter in deinem Tagebuch.",
  "phone.out": "1. Melde es ab",
  "phone.outHint":
    "Such es unter „Meine Geräte“ und melde es ab. Ab dann kommt nichts Neues mehr darauf.",
  "phone.passphrase": "2. Ändere deine Passphrase",
  "phone.passphraseHint":
    "Das meldet ohnehin alle anderen Geräte ab, und mit der alten Passphrase kann sich niemand mehr anmelden.",
  "phone.kit": "3. Mach ein neues Blatt, wenn deins auch weg sein könnte",
  "phone.kitHint":
    "Tu das, wenn dein Wiederherstellungsblatt beim Telefon war oder jemand es gesehen haben könnte. Das alte gilt dann nicht mehr.",
  "phone.reads": "Was man auf dem Telefon lesen kann",
  "phone.locked":
    "Solange die App gesperrt ist: nichts aus deinem Tagebuch, außer den Menschen und dem Plan, die du in der Hilfe zeigen lässt.",
  "phone.open": "Wenn sie offen war: was darauf ist, bis sie sich sperrt.",
  "phone.known":
    "Wenn jemand die Passphrase kennt, die dort galt: was darauf ist, auch nachdem du sie hier geändert hast.",
  "phone.withKit":
    "Wenn jemand dein Wiederherstellungsblatt und deinen Anmeldenamen hat: alles, bis du ein neues Blatt gemacht hast. Was schon geöffnet wurde, bleibt bekannt.",
  "phone.gone":
    "Von hier aus kann niemand das Telefon löschen; nimm dafür seine eigene Ortung. Was nur darauf war, ist weg.",

  "me.title": "Ich",
  "me.hello": "Angemeldet als {handle}",
  "me.backup": "Sicherung",
  "me.again": "Wieder anmelden",
  "me.againHint":
    "Du wurdest abgemeldet. Auf diesem Gerät ist nichts verloren. Gib deine Passphrase ein, um die Sicherung wieder einzuschalten.",
  "me.syncNow": "Jetzt sichern",
  "me.look": "Darstellung",
  "me.theme": "Farben",
  "me.theme.system": "Wie das Gerät",
  "me.theme.light": "Hell",
  "me.theme.dark": "Dunkel",
  "me.themeHint": "„Wie das Gerät“ ist auch nach einer Sitzung bis zum nächsten Morgen dunkel.",
  "me.text": "Schriftgröße",
  "me.text.normal": "Standard",
  "me.text.large": "Groß",
  "me.text.larger": "Größer",
  "me.lock": "Sperren, wenn ich nicht da bin",
  "me.lock.1": "Nach einer Minute",
  "me.lock.5": "Nach 5 Minuten",
  "me.lock.15": "Nach 15 Minuten",
  "me.lock.30": "Nach 30 Minuten",
  "me.lock.0": "Sobald ich die App verlasse",
  "me.lockHint": "Wenn du die App schließt, ist sie immer gesperrt.",
  "me.install": "Zum Startbildschirm hinzufügen",
  "me.installHint":
    "Dann öffnet sie sich wie eine App, auch offline, und der Browser löscht seltener, was gespeichert ist.",
  "me.setup": "Wie du liest, Abwesenheit, Praxis verlassen",
  "me.install.safari":
    "Tippe in Safari auf Teilen, dann auf „Zum Home-Bildschirm“. Öffne die App von dort und melde dich noch einmal mit Passphrase und Wiederherstellungscode an: Sie speichert getrennt von Safari, und Safari löscht manchmal Seiten, die eine Woche nicht geöffnet wurden.",
  "me.install.menu":
    "Im Menü deines Browsers: „Installieren“ oder „Zum Startbildschirm hinzufügen“.",
  "me.sharing": "Einstellungen zum Teilen",
  "me.knows": "Was der Server über mich weiß",
  "me.about": "Über die App",
  "me.if": "Wenn etwas schiefgeht",
  "me.consent": "Dem habe ich zugestimmt, und wann",
  "me.erase": "Mein Konto löschen",
  "me.remove": "Von diesem Gerät entfernen",
  "me.removeHint":
    "Löscht alles in dieser App von diesem Gerät. Was gesichert ist, bleibt auf dem Server; mit Passphrase und Blatt kannst du es wieder öffnen.",
  "me.removeTitle": "Alles von diesem Gerät entfernen?",
  "me.removeLost": {
    one: "Eine Änderung ist nur auf diesem Gerät und wäre für immer verloren.",
    other: "{n:Words} Änderungen sind nur auf diesem Gerät und wären für immer verloren.",
  },
  "me.removeSafe":
    "Alles ist gesichert. Um es auf diesem Gerät wieder zu lesen, brauchst du deine Passphrase und deinen Wiederherstellungscode.",
  "me.removeErased":
    "Der Server sagt, dass dieses Konto gelöscht wurde. Was auf diesem Gerät liegt, gibt es sonst nirgends, außer du hast eine Kopie.",
  "me.removeYes": "Entfernen",
  "me.removeBackUp": "Zuerst sichern",
  "me.removeBackingUp": "Wird gesichert …",

  "knows.title": "Was der Server über mich weiß",
  "knows.lead": "Das sagt der Server gerade selbst.",
  "knows.offline":
    "Du bist offline, deshalb können wir den Server nicht fragen. Das hier weiß er im Allgemeinen.",
  "knows.handle": "Dein Anmeldename",
  "knows.created": "Konto erstellt",
  "knows.ways": "Arten, sich anzumelden",
  "knows.links": "Konten, mit denen du verbunden bist",
  "knows.pieces": "Versiegelte Stücke",
  "knows.records": "Signierte Einträge über Änderungen",
  "knows.bytes": "Bytes, versiegelt",
  "knows.delivered": "An andere gesendete Bytes",
  "knows.room": "Bytes, für die Platz ist",
  "knows.nearlyFull":
    "Dein Konto ist fast voll. Bitte die, die den Server betreiben, bald um mehr Platz: Wenn es voll ist, bleibt das, was du schreibst, nur auf diesem Gerät.",

  "about.title": "Über die App",
  "about.version": "Version",
  "about.fingerprint": "Fingerabdruck des Codes",
  "about.fingerprintHint":
    "Wer den Quellcode geprüft hat, kann dieselbe Zahl ausrechnen. Wenn deine von der veröffentlichten abweicht, frag nach, bevor du weiterschreibst.",
  "about.licence":
    "Freie Software unter der AGPL, Version 3 oder später. Sie kommt ohne jede Gewährleistung.",

  "aside.title": "Was wir nicht senden oder öffnen konnten",
  "aside.lead":
    "Alles davon ist noch auf diesem Gerät, so wie es ist. Der Rest läuft ohne es weiter.",
  "aside.none": "Hier ist nichts. Alles wurde gesendet und geöffnet.",
  "aside.unsent": "Nicht gesendet",
  "aside.unsentHint":
    "Es ist hier gespeichert und nicht gesichert. Jedes Mal, wenn du auf den Knopf tippst, versuchen wir es wieder.",
  "aside.again": "Noch einmal versuchen",
  "aside.put": "Etwas, das du geschrieben hast",
  "aside.del": "Etwas, das du gelöscht hast",
  "aside.grant": "Etwas, das du mit {name} geteilt hast",
  "aside.revoke": "Ein Ende des Teilens mit {name}",
  "aside.link": "Ein Teil deiner Verbindung mit {name}",
  "aside.account": "Ein Teil deines Kontos",
  "aside.unopened": "Nicht geöffnet",
  "aside.unopenedHint":
    "Es wurde beschädigt, oder diese App kennt seine Form nicht. Du kannst es speichern, noch versiegelt, für jemanden, der helfen kann.",
  "aside.from.person": "Etwas von {name}",
  "aside.from.own": "Etwas vom Server",
  "aside.from.outbox": "Etwas von dir, das noch nicht gesendet war",
  "aside.from.capture": "Etwas, das ohne Entsperren geschrieben wurde",
  "aside.from.draft": "Etwas, das du nicht beendet hattest",
  "aside.newer": "Eine neuere Version dieser App hat es geschrieben.",
  "aside.more": { one: "Und {n} weiteres", other: "Und {n} weitere" },
};
