/** What one who reads is told. No words of an entry stand in a list. */
export default {
  "caseload.title": "Menschen",
  "caseload.empty":
    "Wer mit dir teilt, erscheint hier. Zum Verbinden lass deine Einladung beim Treffen scannen.",
  "caseload.since": { one: "{n} Tag seit Dosis {dose}", other: "{n} Tage seit Dosis {dose}" },
  "caseload.today": "heute Dosis {dose}",
  "caseload.tomorrow": "morgen Dosis {dose}",
  "caseload.until": { one: "Dosis {dose} in {n} Tag", other: "Dosis {dose} in {n} Tagen" },
  "caseload.quiet": { one: "seit {n} Tag still", other: "seit {n} Tagen still" },
  "caseload.noShares": "noch nichts geteilt",
  "caseload.link": "Mit jemandem verbinden",
  "caseload.asks": "{name} bittet dich um Kontakt.",
  "caseload.asksHint":
    "Gefragt {when}, ohne Nachricht. Sonst hat niemand davon erfahren, und die Person kann nicht sehen, dass du es gelesen hast.",
  "caseload.asksSeen": "Das habe ich gesehen",

  "reading.legend":
    "Gefüllt: durchgesehen. Offen: zu lesen; das Neueste hat einen Ring. Unterstrichen: kommentiert.",
  "reading.open": "zu lesen",
  "reading.reviewed": "durchgesehen",
  "reading.choose": "Wähle einen Eintrag auf dem Zeitstrahl, um ihn hier zu lesen.",
  "reading.toTimeline": "Zeitstrahl",
  "reading.next": "Als Nächstes zu lesen",
  "reading.review": "Als durchgesehen markieren",
  "reading.isReviewed": "Durchgesehen",
  "reading.unreview": "Als nicht durchgesehen markieren",
  "reading.sharedAt": "Mit dir geteilt. Geschehen {when}",
  "reading.comment": "Antworte in ein, zwei Sätzen",
  "reading.send": "Senden",
  "reading.sent": "Gespeichert, versiegelt und unterwegs zu {name}.",
  "reading.kept": "Deine Antwort steht noch hier.",
  "reading.number": "Sicherheitsnummer vergleichen",
  "reading.pane": "Eintrag",
  "reading.more": "Über diese Verbindung",
  "reading.noDosing": "{name} teilt keine Sitzungen mit dir.",
};
