/** Wie eine therapeutische Begleitung liest, und das Verlassen einer Praxis: nur für sie selbst. */
export default {
  "setup.title": "Wie du liest",
  "setup.lead":
    "Wer mit dir verbunden ist, liest das vor dem Teilen, Wort für Wort. Schreib es so, wie du es im Raum sagen würdest.",
  "setup.rhythm": "Wie oft liest du Geteiltes?",
  "setup.rhythmHint": "Zum Beispiel: montags und donnerstags am Abend, nicht am Wochenende.",
  "setup.record": "Was machst du damit in der Akte?",
  "setup.recordHint":
    "Zum Beispiel: Ich vermerke, dass ich gelesen habe, und schreibe Worte nur auf deinen Wunsch auf.",
  "setup.danger": "Was tust du, wenn du von Gefahr liest?",
  "setup.dangerHint":
    "Zum Beispiel: Ich rufe dich in derselben Stunde an, danach die Person, die du genannt hast. Bevor ich lese, weiß ich nichts davon.",
  "setup.absence": "Wer ist da, wenn du abwesend bist?",
  "setup.absenceHint":
    "Zum Beispiel: Dr. Lind unter derselben Nummer. Sie kann nicht öffnen, was du mit mir geteilt hast.",
  "setup.away": "Eine Abwesenheit",
  "setup.awayHint":
    "Alle Verbundenen sehen sie zuoberst. Sie endet von selbst nach ihrem letzten Tag. Ohne Tage gibt es keine.",
  "setup.awayFrom": "Erster Tag",
  "setup.awayUntil": "Letzter Tag",
  "setup.awayText": "Was man wissen sollte",
  "setup.awayTextHint": "Zum Beispiel: Bis zum 7. lese ich nicht. Dr. Lind ist am Telefon.",
  "setup.awayDays":
    "Eine Abwesenheit braucht einen ersten und einen letzten Tag, in dieser Reihenfolge.",
  "setup.save": "Behalten und mitteilen",
  "setup.kept": "Behalten. Alle Verbundenen erfahren es.",
  "setup.draft": "Als Entwurf auf diesem Gerät behalten. Niemand hat davon erfahren.",
  "setup.opened": "Wenn du etwas geöffnet hast",
  "setup.tellOpened": "Man sieht, dass ich Geteiltes geöffnet habe",
  "setup.tellOpenedHint":
    "Zu sehen ist, wann du es zuerst geöffnet hast, und nichts von dem, was du dachtest.",
  "setup.tells": "Von jetzt an ist zu sehen, dass du Geteiltes geöffnet hast.",
  "setup.tellsNot": "Von jetzt an erfährt niemand, was du öffnest.",
  "setup.leaving": "Wenn du eine Praxis verlässt",

  "leaving.title": "Wenn du eine Praxis verlässt",
  "leaving.lead":
    "Verbindungen bestehen zwischen dir und jeder einzelnen Person. Niemand in der Praxis kann sie für dich öffnen, beenden oder übernehmen. Diese Reihenfolge hat sich bewährt:",
  "leaving.tell": "Sag es allen, wo es geht im Raum",
  "leaving.tellHint":
    "Ab welchem Tag du nicht mehr liest und wer nach dir da ist. Von hier geht keine Nachricht hinaus.",
  "leaving.away": "Trag ab diesem Tag eine Abwesenheit ein",
  "leaving.awayHint": "Wer teilen will, sieht sie zuerst, bis die Verbindung beendet ist.",
  "leaving.move": "Gib Zeit für den Wechsel",
  "leaving.moveHint":
    "Jede Person verbindet sich selbst mit der nächsten Begleitung und wählt, was diese lesen darf. Weitergeben kannst du nicht, was mit dir geteilt wurde.",
  "leaving.keep": "Schreib auf, was deine Akte enthalten muss",
  "leaving.keepHint":
    "Nach dem Ende einer Verbindung öffnest du hier nicht mehr, was darüber geteilt wurde.",
  "leaving.end": "Beende alle Verbindungen",
  "leaving.endHint": "Der letzte Schritt. Jede Person sieht, dass ihre Verbindung beendet ist.",
  "leaving.links": { one: "{n} Verbindung besteht.", other: "{n} Verbindungen bestehen." },
  "leaving.do": "Alle Verbindungen beenden",
  "leaving.sure": "Alle Verbindungen beenden?",
  "leaving.honest": {
    one: "{n} Verbindung endet. Das lässt sich nicht rückgängig machen: Dieses Konto kann sich mit derselben Person nicht noch einmal verbinden.",
    other:
      "{n} Verbindungen enden. Das lässt sich nicht rückgängig machen: Dieses Konto kann sich mit denselben Personen nicht noch einmal verbinden.",
  },
  "leaving.told": "Ich habe es den Betroffenen gesagt",
  "leaving.ended": "Alle Verbindungen sind beendet. Jede Person erfährt es von ihrer App.",
};
