/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Menschen",
  "people.empty.patient":
    "Deine Therapeutin oder dein Therapeut erscheint hier, wenn ihr verbunden seid. Das Verbinden teilt noch nichts: Du wählst jeden Eintrag.",
  "people.link.patient": "Therapeut:in verbinden",
  "people.waiting": "Wartet, bis {name} bestätigt, dass du es bist",
  "people.closed": "Das Teilen ist beendet",
  "people.changed": "Das Teilen ist angehalten: Ist es noch dieselbe Person?",
  "people.seesDosing": "kann deine Sitzungen sehen",
  "people.verified.link": "Verbunden, Sicherheitsnummer nicht verglichen",
  "people.verified.in_person": "Verbunden, Sicherheitsnummer verglichen",
  "people.sees": {
    one: "kann {n} Eintrag lesen",
    other: "kann {n} Einträge lesen",
  },
  "people.seesNone": "kann noch nichts lesen",
  "people.comments": { one: "{n} neuer Kommentar", other: "{n} neue Kommentare" },

  "answer.title": "{name} hat deine Einladung beantwortet",
  "answer.ask": "Hast du sie dieser Person gegeben ({role})? Frag nach, wenn du nicht sicher bist.",
  "answer.contested":
    "Mehr als eine Person hat diese Einladung beantwortet, also hat sie vielleicht jemand anderes gesehen. Bestätige nicht. Mach eine neue, am besten persönlich.",
  "answer.yes": "Ja, das ist {name}",
  "answer.no": "Nein",
  "answer.confirmed": "Du bist mit {name} verbunden.",
  "answer.refused": "Du hast die Einladung zurückgezogen. Nichts wurde geteilt.",

  "role.patient": "Person",
  "role.therapist": "Therapeut:in",

  "link.title.patient": "Therapeut:in verbinden",
  "link.title.therapist": "Mit jemandem verbinden",
  "link.lead": "Eine Person macht eine Einladung, die andere öffnet sie. Wer anfängt, ist egal.",
  "link.make": "Eine Einladung machen",
  "link.scan": "Lass {them} das hier scannen, oder sende den Link. Er gilt einmal, bis {until}.",
  "link.them.patient": "deine Therapeutin oder deinen Therapeuten",
  "link.them.therapist": "die andere Person",
  "link.qr": "Die Einladung als Code zum Scannen",
  "link.field": "Link der Einladung",
  "link.copy": "Kopieren",
  "link.send": "Senden",
  "link.copied": "Kopiert. Sende ihn nur an diese eine Person.",
  "link.next": "Sobald die Antwort da ist, fragen wir dich hier, ob es die richtige Person ist.",
  "link.have": "Ich habe eine Einladung",
  "link.paste": "Link einfügen",
  "link.open": "Öffnen",
  "link.camera": "Scannen",
  "link.cameraFailed": "Die Kamera geht nicht. Du kannst stattdessen den Link einfügen.",

  "invite.title": "{name} möchte sich mit dir verbinden",
  "invite.patient": "{name} schreibt hier und kann Einträge mit dir teilen.",
  "invite.therapist":
    "{name} ist Therapeutin oder Therapeut. Das Verbinden teilt noch nichts: Du wählst jeden Eintrag und kannst jederzeit aufhören.",
  "invite.alike":
    "Unter deinen Menschen gibt es schon jemanden mit diesem Namen. Das hier ist ein anderes Konto mit einer anderen Sicherheitsnummer. Frag persönlich oder am Telefon nach, ob es dieser Person gehört, bevor du weitermachst.",
  "invite.ask": "Ist das die Person, die du erwartet hast?",
  "invite.yes": "Ja, mit {name} verbinden",
  "invite.no": "Nein",
  "invite.sent": "Deine Antwort ist unterwegs. {name} muss noch bestätigen, dass du es bist.",
  "invite.failed": "Diese Einladung ließ sich nicht öffnen",
  "invite.toPeople": "Zu den Menschen",

  "number.open": "Sicherheitsnummer vergleichen",
  "number.title": "Sicherheitsnummer",
  "number.lead":
    "Wenn niemand dazwischen ist, sieht {name} dieselben zwölf Gruppen. Vergleicht sie persönlich oder lest sie einander am Telefon vor.",
  "number.same": "Sie sind gleich",
  "number.different": "Sie sind verschieden",
  "number.marked": "Gespeichert: Du hast sie verglichen.",
  "number.already": "Du hast diese Nummer verglichen.",
  "number.warn":
    "Teile nichts. Vielleicht ist jemand dazwischen, oder es ist die falsche Person. Beende die Verbindung und macht persönlich eine neue.",
  "number.isDifferent": "Das sind zwei verschiedene Nummern.",
  "number.byCamera": "Mit der Kamera",
  "number.byCameraLead":
    "Eine Person zeigt dieses Bild, die andere scannt es. Es enthält nur die Nummer, und nichts wird gesendet. Wenn keine Kamera geht, lest einander die Nummer vor.",
  "number.qr": "Die Sicherheitsnummer als Code zum Scannen",
  "number.scan": "Das Bild von {name} scannen",
  "number.notOne":
    "Das ist keine Sicherheitsnummer. Öffnet diese Seite auf dem anderen Gerät und scannt das Bild dort.",
  "number.cameraFailed": "Die Kamera geht nicht. Ihr könnt einander die Nummer vorlesen.",

  "person.sees": "Was {name} sehen kann",
  "person.seesNothing": "Noch nichts. Öffne einen Eintrag und wähle Teilen.",
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
    one: "{n} Eintrag hast du nahe an einer Sitzung geschrieben. Er wartet, und wir fragen dich noch einmal.",
    other:
      "{n} Einträge hast du nahe an einer Sitzung geschrieben. Sie warten, und wir fragen dich noch einmal.",
  },
  "person.series": "{measure}, jedes Mal, wenn du es ausfüllst",
  "person.seriesEnd": "Beenden",
  "person.seriesEnded":
    "Neue Antworten in {measure} werden nicht mehr automatisch mit {name} geteilt. Was geteilt ist, bleibt geteilt.",
  "person.dosing":
    "{name} sieht auch deine Sitzungen: Datum, Art der Gabe, Nummer, Umgebung, wer bei dir ist und deine paar Worte. Nie Menge, Werte oder Nebenwirkungen.",
  "person.noDosing": "{name} sieht deine Sitzungen nicht.",
  "person.dosingShow": "Deine Sitzungen zeigen",
  "person.dosingTitle": "{name} deine Sitzungen zeigen?",
  "person.dosingShown": "{name} sieht jetzt alle deine Sitzungen, auch die früheren.",
  "person.dosingStop": "Sitzungen nicht mehr zeigen",
  "person.dosingStopTitle": "{name} deine Sitzungen nicht mehr zeigen?",
  "person.dosingStopHonest":
    "Der Server gibt sie nicht mehr an {name} heraus. Was {name} schon gesehen hat, bleibt gesehen; man erinnert sich an das, was man gelesen hat.",
  "person.byLink":
    "Ihr habt euch über eine Einladung verbunden. Ob es wirklich {name} ist, weißt du erst, wenn ihr persönlich oder am Telefon die Sicherheitsnummer verglichen habt.",
  "person.changed":
    "Das Teilen ist angehalten. Der Server hat im Namen von {name} etwas gezeigt, das nicht von dort stammt; vielleicht ist jemand dazwischen. Nichts mehr wird geteilt, bis ihr persönlich oder am Telefon die Sicherheitsnummer verglichen habt.",
  "person.closed":
    "Die Verbindung ist beendet. Mit {name} wird nichts mehr geteilt, und dein Tagebuch ist unverändert. Was {name} schon gelesen hat, bleibt gelesen.",
  "person.move": "Dasselbe mit jemand anderem in der Therapie teilen",
  "person.stopAll": "Das Teilen ganz beenden",
  "person.stopAllTitle": "Das Teilen mit {name} ganz beenden?",
  "person.stopAllHonest":
    "Der Server gibt {name} nichts mehr von dem, was du geteilt hast: Einträge, Teile davon, Fragebögen und Sitzungen. Ihr bleibt verbunden. Was {name} schon gelesen oder notiert hat, bleibt gelesen; man erinnert sich an das, was man gelesen hat.",
  "person.stopped": "Mit {name} ist nichts mehr geteilt. Ihr seid noch verbunden.",
  "person.end": "Verbindung beenden",
  "person.endTitle": "Die Verbindung mit {name} beenden?",
  "person.endHonest.patient":
    "Der Server gibt {name} nichts mehr von dem, was du geteilt hast, und die Verbindung endet für euch beide. Was {name} schon gelesen oder notiert hat, bleibt gelesen. Was {name} dir geschrieben hat, bleibt auf diesem Gerät. Diese beiden Konten können sich nicht noch einmal verbinden.",
  "person.endHonest.therapist":
    "Du erhältst nicht mehr, was {name} teilt, und {name} sieht, dass die Verbindung beendet ist. Diese beiden Konten können sich nicht noch einmal verbinden.",
  "person.ended": "Du hast die Verbindung mit {name} beendet.",
  "quiet.title": "Stummgeschaltet und blockiert",
  "quiet.label.muted": "Stummgeschaltet",
  "quiet.label.blocked": "Blockiert",
  "quiet.mute": "{name} stummschalten",
  "quiet.unmute": "Stummschaltung von {name} aufheben",
  "quiet.muteTitle": "{name} stummschalten?",
  "quiet.muteHonest":
    "Was {name} schreibt, kommt weiter an, aber ohne Hinweis: Es bleibt eingeklappt, bis du es öffnest. Alles andere bleibt, wie es ist, und {name} erfährt nichts davon.",
  "quiet.muted": "Du hast {name} stummgeschaltet.",
  "quiet.heard": "Du hast die Stummschaltung von {name} aufgehoben.",
  "quiet.isMuted":
    "Du hast {name} stummgeschaltet. Was von dort kommt, macht keinen Hinweis und bleibt eingeklappt. {name} erfährt nichts davon.",
  "quiet.block": "{name} blockieren",
  "quiet.blockTitle": "{name} blockieren?",
  "quiet.blockHonest":
    "Die Verbindung endet für immer. Du siehst nichts mehr von {name}, und Einladungen und Antworten von dort werden abgewiesen. {name} sieht, dass die Verbindung beendet ist, wie bei jedem Ende, aber nicht, dass du blockiert hast. Was schon gelesen wurde, bleibt gelesen. Eine Blockierung lässt sich nicht aufheben.",
  "quiet.blocked": "Du hast {name} blockiert.",
  "quiet.isBlocked":
    "Du hast {name} blockiert. Du siehst nichts mehr von dort. {name} sieht nur, dass die Verbindung beendet ist.",
};
