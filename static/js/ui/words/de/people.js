/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Menschen",
  "people.empty.patient":
    "Hier steht die therapeutische Begleitung, mit der du dich verbindest. Das Verbinden allein teilt nichts: Du teilst Eintrag für Eintrag.",
  "people.link.patient": "Therapeutische Begleitung verbinden",
  "people.waiting": "Wartet, bis {name} bestätigt hat, dass du es bist",
  "people.closed": "Das Teilen ist beendet",
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
  "link.next":
    "Sobald geantwortet wurde, fragen wir dich unter Menschen, ob es die richtige Person ist.",
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

  "person.sees": "Was {name} lesen kann",
  "person.seesNothing": "Noch nichts. Öffne einen Eintrag und wähle Teilen.",
  "person.dosing":
    "{name} sieht auch deine Dosissitzungen: Datum, Art der Gabe, Nummer, Umgebung, wer da ist und deine paar Worte. Nie die Menge, die Werte oder Nebenwirkungen.",
  "person.noDosing": "{name} sieht deine Dosissitzungen nicht.",
  "person.stopAll": "Das Teilen ganz beenden",
  "person.stopAllTitle": "Das Teilen mit {name} ganz beenden?",
  "person.stopAllHonest":
    "Der Server gibt nichts mehr heraus, was du geteilt hast, und die Verbindung endet. Was {name} schon gelesen oder notiert hat, bleibt gelesen. Um wieder zu teilen, verbindet ihr euch neu.",
  "person.stopped": "Mit {name} ist nichts mehr geteilt.",
};
