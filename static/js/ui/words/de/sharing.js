/** Teilen, wie man selbst es will: welche Teile, bis wann, was bis zum nächsten Tag wartet, was von selbst geschieht. */
export default {
  "sharing.what": "Wie viel davon",
  "sharing.whole": "Den ganzen Eintrag",
  "sharing.parts": "Nur Teile davon",
  "sharing.part.words": "Die Worte",
  "sharing.part.total": "Den Gesamtwert",
  "sharing.none": "Wähle mindestens einen Teil.",
  "sharing.more": "Mehr",
  "sharing.reason": "Wofür du es teilst",
  "sharing.reasonHint": "Für dich selbst. Sonst sieht das niemand.",
  "sharing.until": "Der letzte Tag",
  "sharing.untilHint":
    "Danach endet das Teilen von selbst, sobald diese App offen ist. Gelesenes lässt sich nicht ungelesen machen.",
  "sharing.remember": "Antworten auf „{set}“ ab jetzt mit {name} teilen",
  "sharing.rememberHint":
    "Den ganzen Eintrag, wenn du damit fertig bist. Es steht da, während du schreibst, und du kannst es jedes Mal anders sagen.",
  "sharing.series": "{measure} ab jetzt jedes Mal mit {name} teilen",
  "sharing.seriesHint":
    "Mit allen Antworten, sobald ausgefüllt ist, bis zum letzten Tag, wenn du einen nennst. Beenden kannst du es unter „Ich“.",
  "sharing.held":
    "Du hast das kurz nach einer Dosis geschrieben. Es wartet bis {when}, und dann wirst du noch einmal gefragt, Antwort für Antwort.",
  "sharing.wait": "Warten lassen",
  "sharing.hurry": "Trotzdem jetzt teilen",
  "sharing.sureTitle": "Jetzt teilen, so kurz nach einer Dosis?",
  "sharing.sure":
    "Am nächsten Tag sieht vieles anders aus. {name} kann es sofort lesen, und Gelesenes lässt sich nicht ungelesen machen.",
  "sharing.sureYes": "Ja, jetzt teilen",
  "sharing.waits": "Es wartet bis {when}. Nichts wird geteilt, bevor du es noch einmal sagst.",
  "sharing.first": "Bevor du zum ersten Mal mit {name} teilst",
  "sharing.byLink":
    "Du bist mit {name} nur über einen Link verbunden. Solange ihr die Sicherheitsnummer nicht unter „Menschen“ verglichen habt, könnte an dieser Stelle jemand anderes stehen.",
  "sharing.goOn": "Gelesen. Jetzt teilen",
  "sharing.updateTitle": "{names} deine Änderungen zeigen?",
  "sharing.updateAbout": "Bis dahin ist dort zu lesen, was vorher dastand.",
  "sharing.update": "Aktualisieren",
  "sharing.updateNot": "Lassen, wie es dort ist",
  "sharing.will": "{name} wird das sehen",
  "sharing.willWait": "Es wartet bis {when}, bevor {name} es sieht",
  "sharing.afterAll": "Mit {name} teilen",
  "sharing.takenBack": "Nur du kannst es lesen.",
  "sharing.again": "Mit {name} teilen?",
  "sharing.againHint":
    "Du hast es kurz nach einer Dosis geschrieben. Sieh es noch einmal an, Antwort für Antwort.",
  "sharing.lookAgain": "Noch einmal ansehen",
  "sharing.leave": "Für mich behalten",
  "sharing.left": "Es bleibt bei dir.",
  "sharing.title": "Teilen",
  "sharing.guard": "Nach einer Dosis",
  "sharing.guardAbout":
    "Was du in den Stunden nach einer Dosis schreibst, wird nicht sofort geteilt. Es wartet, und du wirst noch einmal gefragt.",
  "sharing.guardNone": "Nicht warten",
  "sharing.guardHours": { one: "{n} Stunde", other: "{n} Stunden" },
  "sharing.usual": "Antworten auf Fragen",
  "sharing.usualAbout":
    "Wer eine Antwort sieht, wenn du damit fertig bist. Beim Schreiben steht es jedes Mal da, und das Warten nach einer Dosis gilt auch hier.",
  "sharing.seriesTitle": "Fragebögen, die jedes Mal geteilt werden",
  "sharing.seriesOn": "{name} sieht {measure} jedes Mal.",
  "sharing.seriesEnd": "Beenden",
  "sharing.seriesEnded":
    "{measure} wird nicht mehr von selbst mit {name} geteilt. Was geteilt wurde, bleibt geteilt.",
};
