/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Beginnen",
  "signUp.role": "Was dich herführt",
  "signUp.patient": "Ich schreibe hier",
  "signUp.patientHint": "Ein Tagebuch für dich. Du entscheidest, wer was liest.",
  "signUp.therapist": "Ich lese als therapeutische Begleitung",
  "signUp.therapistHint": "Du liest, was Menschen mit dir teilen.",
  "signUp.name": "Name",
  "signUp.nameHint":
    "Was die Person sieht, mit der du dich verbindest. Der Server sieht ihn nicht.",
  "signUp.handle": "Anmeldename",
  "signUp.handleHint":
    "Zum Anmelden, und alles, woran der Server dich kennt. Es muss nicht dein Name sein. Kleine Buchstaben und Ziffern.",
  "signUp.passphrase": "Passphrase",
  "signUp.passphraseHint":
    "Mindestens 15 Zeichen; ein kurzer Satz genügt. Sie verlässt dieses Gerät nie, und niemand kann sie zurücksetzen.",
  "signUp.generate": "Gib mir sechs Wörter",
  "signUp.generated":
    "Diese sechs Wörter gehören nur dir. Gleich schreibst du sie zusammen mit dem Blatt auf.",
  "signUp.country": "Dein Land, für die Nummern unter Hilfe",
  "signUp.code": "Anmeldecode",
  "signUp.go": "Weiter",
  "signUp.making": "Wird versiegelt",
  "signUp.have": "Ich habe ein Konto",

  "kit.title": "Dein Wiederherstellungsblatt",
  "kit.what":
    "Ein neues Gerät fragt nach diesem Code und nach deiner Passphrase. Wenn du die Passphrase vergisst, kommst du mit dem Code allein hinein. Bewahre ihn auf Papier auf oder irgendwo, nur nicht allein auf diesem Gerät. Ist beides fort, ist das Geschriebene für alle verloren.",
  "kit.code": "Wiederherstellungscode",
  "kit.handle": "Anmeldename",
  "kit.passphrase": "Passphrase",
  "kit.passphraseApart":
    "Schreib die Passphrase von Hand auf, getrennt vom Blatt. Ein Bild oder ein Text kann in einer Cloud landen; deshalb steht sie weder darin noch auf dem Ausdruck.",
  "kit.server": "Adresse",
  "kit.finder": "Wer diesen Code und den Anmeldenamen hat, kann das Tagebuch öffnen.",
  "kit.passphraseLine": "Schreib deine Passphrase hierher, wenn dieses Papier sicher ist",
  "kit.qr": "Der Wiederherstellungscode als Bild zum Scannen",
  "kit.print": "Drucken",
  "kit.picture": "Als Bild sichern",
  "kit.text": "Als Text sichern",
  "kit.fileName": "aufbewahren",
  "kit.made": "Gemacht {when}",
  "kit.kept": "Ich habe es aufbewahrt",
  "kit.proveTitle": "Eine Probe",
  "kit.prove":
    "Sieh auf dein Blatt, nicht auf diesen Bildschirm, und tippe vier seiner Zeichen ab. So ist sicher, dass es lesbar ist.",
  "kit.characterOf": "Gruppe {group}, Zeichen {place}",
  "kit.again": "Das Blatt noch einmal zeigen",
  "kit.finish": "Beginnen",
  "kit.newHandleHint": "Du bekommst ein neues Blatt. Wirf dieses weg: Es öffnet nichts.",

  "signIn.title": "Auf diesem Gerät anmelden",
  "signIn.lead":
    "Ein Gerät, das du zum ersten Mal nimmst, fragt nach zweierlei: was du weißt, und was du aufbewahrt hast.",
  "signIn.kitCode": "Wiederherstellungscode",
  "signIn.kitCodeHint":
    "Neun Gruppen zu vier, von deinem Wiederherstellungsblatt. Einfügen geht; Leerzeichen und kleine Buchstaben auch.",
  "signIn.go": "Anmelden",
  "signIn.going": "Dein Tagebuch öffnet sich",
  "signIn.forgotten": "Ich habe meine Passphrase vergessen",
  "signIn.new": "Ich bin neu hier",
  "recover.title": "Mit dem Blatt hinein",
  "recover.lead":
    "Mit deinem Anmeldenamen und deinem Wiederherstellungscode kommst du ohne Passphrase hinein. Dafür braucht es eine Verbindung.",
  "recover.leadHere":
    "Mit deinem Wiederherstellungscode kommst du ohne Passphrase hinein. Was du auf diesem Gerät geschrieben hast, bleibt. Dafür braucht es eine Verbindung.",
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
  "access.generated":
    "Diese sechs Wörter gehören dir allein. Schreib sie auf, bevor du weitergehst.",
  "access.change": "Ändern",
  "access.changeLead":
    "Deine anderen Geräte werden abgemeldet und fragen nach der neuen Passphrase. Was auf ihnen liegt, öffnet sich noch mit der alten, bis sie davon erfahren.",
  "access.changed": "Deine Passphrase ist geändert.",
  "access.kit": "Mein Wiederherstellungsblatt",
  "access.kitLead":
    "Wer das Blatt findet, kommt ohne Passphrase hinein. Darum wird nach der Passphrase gefragt, bevor es gezeigt wird.",
  "access.showKit": "Mein Blatt zeigen",
  "access.newKit": "Ein neues Blatt machen",
  "access.newKitHint":
    "Wenn das alte verloren ist oder jemand es gesehen haben könnte. Das alte Blatt gilt dann nicht mehr, und deine anderen Geräte werden abgemeldet: Dort kommst du mit dem neuen Blatt hinein.",
  "access.finishKit": "Ab jetzt gilt das neue Blatt",
  "access.kitMade": "Das neue Blatt gilt. Wirf das alte weg.",

  "me.title": "Ich",
  "me.hello": "Angemeldet als {handle}",
  "me.backup": "Sicherung",
  "me.again": "Wieder anmelden",
  "me.againHint":
    "Der Server hat dieses Gerät abgemeldet. Auf dem Gerät ist nichts berührt; mit deiner Passphrase sichert es wieder.",
  "me.syncNow": "Jetzt sichern",
  "me.look": "Aussehen",
  "me.theme": "Farben",
  "me.theme.system": "Wie das Gerät",
  "me.theme.light": "Hell",
  "me.theme.dark": "Dunkel",
  "me.themeHint": "„Wie das Gerät“ ist auch dunkel nach einer Dosis, bis zum nächsten Morgen.",
  "me.text": "Größe der Schrift",
  "me.text.normal": "Üblich",
  "me.text.large": "Groß",
  "me.text.larger": "Größer",
  "me.lock": "Sperren, wenn ich nicht da bin",
  "me.lock.1": "Nach einer Minute",
  "me.lock.5": "Nach 5 Minuten",
  "me.lock.15": "Nach 15 Minuten",
  "me.lock.0": "Sobald ich die App verlasse",
  "me.lockHint": "Sie ist immer gesperrt, wenn sie geschlossen war.",
  "me.install": "Auf den Startbildschirm legen",
  "me.installHint":
    "Dann öffnet sie sich wie eine App, auch ohne Netz, und der Browser räumt weniger leicht weg, was sie aufbewahrt.",
  "me.setup": "Wie du liest, Abwesenheit, Abschied",
  "me.install.safari":
    "Tippe in Safari auf Teilen, dann auf „Zum Home-Bildschirm“. Öffne es von dort und melde dich noch einmal an, mit Passphrase und Kit-Code: Was es aufbewahrt, liegt getrennt von Safari, das eine Seite leeren darf, die eine Woche nicht geöffnet wurde.",
  "me.install.menu": "Es steht im Menü deines Browsers: „Installieren“ oder „Zum Startbildschirm“.",
  "me.sharing": "Teilen: was wartet, was von selbst geschieht",
  "me.knows": "Was der Server über mich weiß",
  "me.about": "Über die App",
  "me.erase": "Mein Konto löschen",
  "me.remove": "Von diesem Gerät entfernen",
  "me.removeHint":
    "Löscht hier alles von dieser App. Was gesichert ist, bleibt auf dem Server und öffnet sich wieder mit Passphrase und Blatt.",
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
  "me.removeBackUp": "Erst sichern",
  "me.removeBackingUp": "Wird gesichert …",

  "knows.title": "Was der Server über mich weiß",
  "knows.lead": "Das antwortet der Server in diesem Augenblick selbst.",
  "knows.offline":
    "Ohne Verbindung kann der Server nicht gefragt werden. Das hier weiß er im Allgemeinen.",
  "knows.handle": "Dein Anmeldename",
  "knows.created": "Dein Konto seit",
  "knows.ways": "Arten, sich anzumelden",
  "knows.links": "Konten, mit denen du verbunden bist",
  "knows.pieces": "Versiegelte Stücke",
  "knows.records": "Unterschriebene Vermerke von Änderungen",
  "knows.bytes": "Bytes, versiegelt",
  "knows.delivered": "Bytes, an andere gebracht",
  "knows.room": "Bytes, für die Platz ist",
  "knows.nearlyFull":
    "Dieses Konto ist fast voll. Bitte vorher um mehr Platz bei denen, die den Server betreiben: Ist es voll, bleibt auf diesem Gerät, was du schreibst.",

  "about.title": "Über die App",
  "about.version": "Version",
  "about.fingerprint": "Fingerabdruck des Codes",
  "about.fingerprintHint":
    "Wer die Quellen geprüft hat, kann dieselbe Zahl ausrechnen. Weicht sie von der ab, die der Betrieb veröffentlicht, frag nach, bevor du weiterschreibst.",
  "about.licence":
    "Freie Software unter der AGPL, Version 3 oder später. Sie kommt ohne jede Gewährleistung.",
};
