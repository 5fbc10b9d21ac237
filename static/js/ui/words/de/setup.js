/** Wie eine therapeutische Begleitung liest, und das Verlassen einer Praxis: nur für sie selbst. */
export default {
  "setup.title": "Wie du liest",
  "setup.lead":
    "Alle, die mit dir verbunden sind, lesen das vor dem Teilen, Wort für Wort. Schreib es so, wie du es im Gespräch sagen würdest.",
  "setup.rhythm": "Wie oft liest du, was man mit dir teilt?",
  "setup.rhythmHint": "Zum Beispiel: montags und donnerstags am Abend, nicht am Wochenende.",
  "setup.record": "Was kommt in deine Akte?",
  "setup.recordHint":
    "Zum Beispiel: Ich vermerke, dass ich gelesen habe, und übernehme Worte nur, wenn ich muss. Prüfe, was dein Berufsrecht und deine Versicherung verlangen.",
  "setup.danger": "Was tust du, wenn du von Gefahr liest?",
  "setup.dangerHint":
    "Zum Beispiel: Sobald ich es gelesen habe, rufe ich dich an, danach die Person, die du genannt hast. Solange ich es nicht gelesen habe, weiß ich nichts davon.",
  "setup.absence": "Wer vertritt dich, wenn du nicht da bist?",
  "setup.absenceHint":
    "Zum Beispiel: Dr. Lind unter derselben Nummer. Sie kann nicht öffnen, was du mit mir geteilt hast.",
  "setup.away": "Abwesenheit",
  "setup.awayHint":
    "Alle, die mit dir verbunden sind, sehen sie zuerst. Sie endet nach ihrem letzten Tag. Lass die Tage leer, wenn du da bist.",
  "setup.awayFrom": "Erster Tag",
  "setup.awayUntil": "Letzter Tag",
  "setup.awayText": "Was sollten sie wissen?",
  "setup.awayTextHint": "Zum Beispiel: Bis zum 7. lese ich nicht. Dr. Lind ist am Telefon.",
  "setup.awayDays": "Bitte gib einen ersten und einen letzten Tag ein, in dieser Reihenfolge.",
  "setup.save": "Speichern und mitteilen",
  "setup.kept":
    "Gespeichert. Alle, mit denen du verbunden bist, bekommen es, wenn sie das nächste Mal online sind.",
  "setup.keptFirst": "Gespeichert. Alle, mit denen du dich verbindest, bekommen es.",
  "setup.draft": "Als Entwurf auf diesem Gerät gespeichert. Niemand hat ihn gesehen.",
  "setup.opened": "Wenn du etwas öffnest",
  "setup.tellOpened": "Andere sehen, dass ich Geteiltes geöffnet habe",
  "setup.tellOpenedHint": "Sie sehen, wann du es zuerst geöffnet hast, und sonst nichts.",
  "setup.tells": "Von jetzt an sehen andere, wann du Geteiltes geöffnet hast.",
  "setup.tellsNot": "Von jetzt an sehen andere nicht, was du öffnest.",
  "setup.leaving": "Wenn du eine Praxis verlässt",

  "leaving.title": "Wenn du eine Praxis verlässt",
  "leaving.lead":
    "Verbindungen bestehen zwischen dir und jeder einzelnen Person. Niemand in der Praxis kann sie für dich öffnen, beenden oder übernehmen. Wir schlagen diese Reihenfolge vor:",
  "leaving.tell": "Sag es allen, wenn möglich persönlich",
  "leaving.tellHint":
    "Sag, ab wann du nicht mehr liest und wer nach dir da ist. Wir senden keine Nachricht für dich.",
  "leaving.away": "Trag ab diesem Tag eine Abwesenheit ein",
  "leaving.awayHint": "Wer teilen will, sieht sie zuerst, bis die Verbindung beendet ist.",
  "leaving.move": "Gib Zeit für den Wechsel",
  "leaving.moveHint":
    "Jede Person verbindet sich selbst mit der nächsten Therapeutin oder dem nächsten Therapeuten und wählt, was dort gelesen werden darf. Du kannst nicht weitergeben, was mit dir geteilt wurde.",
  "leaving.keep": "Schreib auf, was deine Akte enthalten muss",
  "leaving.keepHint":
    "Wenn eine Verbindung beendet ist, kannst du nicht mehr öffnen, was darüber geteilt wurde.",
  "leaving.end": "Beende alle Verbindungen",
  "leaving.endHint": "Das kommt zuletzt. Jede Person sieht, dass ihre Verbindung beendet ist.",
  "leaving.links": {
    one: "{n} Verbindung besteht noch.",
    other: "{n} Verbindungen bestehen noch.",
  },
  "leaving.do": "Alle Verbindungen beenden",
  "leaving.sure": "Alle Verbindungen beenden?",
  "leaving.honest": {
    one: "{n} Verbindung endet. Das lässt sich nicht rückgängig machen: Dieses Konto kann sich mit derselben Person nicht noch einmal verbinden.",
    other:
      "{n} Verbindungen enden. Das lässt sich nicht rückgängig machen: Dieses Konto kann sich mit denselben Personen nicht noch einmal verbinden.",
  },
  "leaving.told": "Ich habe es den Betroffenen gesagt",
  "leaving.ended":
    "Du hast alle Verbindungen beendet. Jede Person sieht es, wenn sie das nächste Mal online ist.",
};
