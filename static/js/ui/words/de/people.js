/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Menschen",
  "people.empty.patient":
    "Hier steht die therapeutische Begleitung, mit der du dich verbindest. Das Verbinden allein teilt nichts: Du teilst Eintrag für Eintrag.",
  "people.link.patient": "Therapeutische Begleitung verbinden",
  "people.waiting": "Wartet, bis {name} bestätigt hat, dass du es bist",
  "people.closed": "Das Teilen ist beendet",
  "people.changed": "Das Teilen ist angehalten: Ist es noch dieselbe Person?",
  "people.seesDosing": "sieht deine Dosissitzungen",
  "people.verified.link": "Über einen Link verbunden",
  "people.verified.in_person": "Verbunden, persönlich verglichen",
  "people.sees": {
    one: "kann {n} Eintrag lesen",
    other: "kann {n} Einträge lesen",
  },
  "people.seesNone": "kann noch nichts lesen",
  "people.comments": { one: "{n} neuer Kommentar", other: "{n} neue Kommentare" },

  "answer.title": "{name} hat deine Einladung beantwortet",
  "answer.ask":
    "Ist das die {role}, der du sie gegeben hast? Frag nach, wenn du nicht sicher bist.",
  "answer.contested":
    "Mehr als eine Person hat diese Einladung beantwortet, jemand anderes könnte sie also gesehen haben. Bestätige nicht. Mach eine neue, am besten im selben Raum.",
  "answer.yes": "Ja, das ist {name}",
  "answer.no": "Nein",
  "answer.confirmed": "Du bist mit {name} verbunden.",
  "answer.refused": "Die Einladung ist zurückgezogen. Nichts wurde geteilt.",

  "role.patient": "Person",
  "role.therapist": "therapeutische Begleitung",

  "link.title.patient": "Therapeutische Begleitung verbinden",
  "link.title.therapist": "Mit jemandem verbinden",
  "link.lead": "Eine Person macht eine Einladung, die andere öffnet sie. Wer anfängt, ist gleich.",
  "link.make": "Eine Einladung machen",
  "link.scan": "Lass {them} das hier scannen, oder sende den Link. Er gilt einmal, bis {until}.",
  "link.them.patient": "deine therapeutische Begleitung",
  "link.them.therapist": "die andere Person",
  "link.qr": "Die Einladung, zum Scannen",
  "link.field": "Der Link der Einladung",
  "link.copy": "Kopieren",
  "link.send": "Senden",
  "link.copied": "Kopiert. Sende ihn nur dieser einen Person.",
  "link.next": "Sobald geantwortet wurde, fragt dich diese Seite, ob es die richtige Person ist.",
  "link.have": "Ich habe eine Einladung bekommen",
  "link.paste": "Ihren Link einfügen",
  "link.open": "Öffnen",
  "link.camera": "Scannen",
  "link.cameraStop": "Kamera ausschalten",
  "link.cameraFailed": "Die Kamera ließ sich nicht benutzen. Den Link einzufügen, tut dasselbe.",
  "link.cameraView": "Was die Kamera sieht",

  "invite.title": "{name} lädt dich ein, euch zu verbinden",
  "invite.patient": "{name} schreibt hier und kann Einträge mit dir teilen.",
  "invite.therapist":
    "{name} begleitet therapeutisch. Das Verbinden allein teilt nichts: Du teilst Eintrag für Eintrag und kannst jederzeit aufhören.",
  "invite.alike":
    "Unter deinen Menschen steht schon jemand mit diesem Namen. Das hier ist ein anderes Konto, mit einer anderen Sicherheitsnummer. Frag im selben Raum oder am Telefon, ob es dieser Person gehört, bevor du weitergehst.",
  "invite.ask": "Ist das die Person, die du erwartest?",
  "invite.yes": "Ja, mit {name} verbinden",
  "invite.no": "Nein",
  "invite.sent": "Deine Antwort ist unterwegs. {name} bestätigt nun, dass du es bist.",
  "invite.failed": "Diese Einladung ging nicht auf",
  "invite.toPeople": "Zu den Menschen",

  "number.open": "Sicherheitsnummer vergleichen",
  "number.title": "Sicherheitsnummer",
  "number.lead":
    "{name} sieht dieselben zwölf Gruppen, wenn niemand zwischen euch steht. Vergleicht sie im selben Raum, oder lest sie einander am Telefon vor.",
  "number.same": "Sie sind gleich",
  "number.different": "Sie sind verschieden",
  "number.marked": "Vermerkt: persönlich verglichen.",
  "number.already": "Du hast sie persönlich verglichen.",
  "number.warn":
    "Teile nichts. Vielleicht steht jemand zwischen euch, oder du hast hier die falsche Person. Beende die Verbindung und macht zusammen im selben Raum eine neue.",
  "number.isDifferent": "Das sind zwei verschiedene Nummern.",
  "number.byCamera": "Mit der Kamera",
  "number.byCameraLead":
    "Eine Person zeigt dieses Bild, die andere scannt es. Nur die Nummer steht darin, und nichts wird gesendet. Geht keine Kamera, tut es auch, sie einander vorzulesen.",
  "number.qr": "Die Sicherheitsnummer, zum Scannen",
  "number.scan": "Das Bild von {name} scannen",
  "number.notOne":
    "Das ist keine Sicherheitsnummer. Öffnet diese Seite auf dem anderen Gerät und scannt das Bild dort.",
  "number.cameraFailed": "Die Kamera ging nicht. Einander die Nummer vorzulesen tut dasselbe.",

  "person.sees": "Was {name} sehen kann",
  "person.seesNothing": "Noch kein Eintrag. Öffne einen und wähle Teilen.",
  "person.count": {
    one: "{n} Eintrag, ganz oder in Teilen",
    other: "{n} Einträge, ganz oder in Teilen",
  },
  "person.stop": "Beenden",
  "person.stopOne": "Nicht mehr teilen: {title}",
  "person.older": "eine frühere Fassung, nicht deine letzten Änderungen",
  "person.unsent": "noch nicht gesendet",
  "person.sent": "gesendet",
  "person.there": "angekommen",
  "person.opened": "geöffnet {day}",
  "person.openedOnce": "geöffnet",
  "person.waits": {
    one: "{n} Eintrag aus der Zeit nahe einer Dosis wartet und fragt dich noch einmal.",
    other: "{n} Einträge aus der Zeit nahe einer Dosis warten und fragen dich noch einmal.",
  },
  "person.series": "{measure}, jedes Mal, wenn du es ausfüllst",
  "person.seriesEnd": "Beenden",
  "person.seriesEnded":
    "{measure} wird nicht mehr von selbst mit {name} geteilt. Was geteilt war, bleibt geteilt.",
  "person.dosing":
    "{name} sieht auch deine Dosissitzungen: Datum, Art der Gabe, Nummer, Umgebung, wer da ist und deine paar Worte. Nie die Menge, die Werte oder Nebenwirkungen.",
  "person.noDosing": "{name} sieht deine Dosissitzungen nicht.",
  "person.dosingShow": "Deine Dosissitzungen zeigen",
  "person.dosingTitle": "{name} deine Dosissitzungen zeigen?",
  "person.dosingShown": "{name} sieht von jetzt an deine Dosissitzungen, auch die bisherigen.",
  "person.dosingStop": "Dosissitzungen nicht mehr zeigen",
  "person.dosingStopTitle": "{name} deine Dosissitzungen nicht mehr zeigen?",
  "person.dosingStopHonest":
    "Der Server gibt sie nicht mehr heraus. Was {name} schon gesehen hat, bleibt gesehen: Wer gelesen hat, kann sich erinnern.",
  "person.byLink":
    "Ihr seid über einen Link verbunden. Dass es {name} ist, ist sicher, sobald ihr die Sicherheitsnummer im selben Raum verglichen habt.",
  "person.changed":
    "Das Teilen ist angehalten. Der Server hat im Namen von {name} etwas gezeigt, das nicht von dort stammt; vielleicht steht jemand zwischen euch. Nichts mehr wird geteilt, bis ihr die Sicherheitsnummer verglichen habt, im selben Raum oder am Telefon.",
  "person.closed":
    "Die Verbindung ist beendet. Mit {name} wird nichts mehr geteilt, und dein Tagebuch ist, wie es war. Was {name} schon gelesen hat, bleibt gelesen.",
  "person.move": "Dasselbe mit einer anderen Begleitung teilen",
  "person.stopAll": "Das Teilen ganz beenden",
  "person.stopAllTitle": "Das Teilen mit {name} ganz beenden?",
  "person.stopAllHonest":
    "Der Server gibt nichts mehr heraus von dem, was {name} sehen kann: Einträge, Teile davon, Fragebögen und Dosissitzungen. Ihr bleibt verbunden. Was {name} schon gelesen oder notiert hat, bleibt gelesen: Wer gelesen hat, kann sich erinnern.",
  "person.stopped": "Mit {name} ist nichts mehr geteilt. Ihr seid weiter verbunden.",
  "person.end": "Verbindung beenden",
  "person.endTitle": "Die Verbindung mit {name} beenden?",
  "person.endHonest.patient":
    "Der Server gibt nichts mehr heraus, was du geteilt hast, und die Verbindung endet für euch beide. Was {name} schon gelesen oder notiert hat, bleibt gelesen. Was {name} dir geschrieben hat, bleibt auf diesem Gerät. Zwischen diesen beiden Konten lässt sie sich nicht wieder öffnen.",
  "person.endHonest.therapist":
    "Du erhältst nicht mehr, was {name} teilt, und {name} erfährt, dass die Verbindung beendet ist. Zwischen diesen beiden Konten lässt sie sich nicht wieder öffnen.",
  "person.ended": "Die Verbindung mit {name} ist beendet.",
  "quiet.title": "Stummgeschaltet und blockiert",
  "quiet.label.muted": "Stummgeschaltet",
  "quiet.label.blocked": "Blockiert",
  "quiet.mute": "{name} stummschalten",
  "quiet.unmute": "Wieder von {name} hören",
  "quiet.muteTitle": "{name} stummschalten?",
  "quiet.muteHonest":
    "Was {name} schreibt, kommt weiter an, aber ohne Hinweis: Es bleibt eingeklappt, bis du es öffnest. Alles andere bleibt, wie es ist, und {name} erfährt nichts davon.",
  "quiet.muted": "{name} ist stummgeschaltet.",
  "quiet.heard": "Du hörst wieder von {name}.",
  "quiet.isMuted":
    "Du hast {name} stummgeschaltet. Was von dort kommt, macht keinen Hinweis und bleibt eingeklappt. {name} erfährt nichts davon.",
  "quiet.block": "{name} blockieren",
  "quiet.blockTitle": "{name} blockieren?",
  "quiet.blockHonest":
    "Die Verbindung endet für immer. Dir wird nichts mehr von {name} gezeigt, und keine Einladung oder Antwort von dort wird mehr angenommen. {name} sieht, dass die Verbindung beendet ist, wie bei jedem Ende, aber nicht, dass du blockiert hast. Was schon gelesen wurde, bleibt gelesen. Eine Blockierung lässt sich nicht aufheben.",
  "quiet.blocked": "{name} ist blockiert.",
  "quiet.isBlocked":
    "Du hast {name} blockiert. Von dort wird nichts mehr gezeigt oder angenommen. {name} sieht nur, dass die Verbindung beendet ist.",
};
