/** Teilen, wie man selbst es will: welche Teile, bis wann, was bis zum nächsten Tag wartet, was von selbst geschieht. */
export default {
  "sharing.what": "Wie viel du teilst",
  "sharing.whole": "Den ganzen Eintrag",
  "sharing.parts": "Nur Teile davon",
  "sharing.part.words": "Die Worte",
  "sharing.part.total": "Die Summe",
  "sharing.none": "Wähle mindestens einen Teil.",
  "sharing.more": "Mehr",
  "sharing.reason": "Warum du es teilst",
  "sharing.reasonHint": "Nur für dich. Sonst sieht das niemand.",
  "sharing.until": "Letzter Tag",
  "sharing.untilHint":
    "Nach diesem Tag endet das Teilen, wenn diese App das nächste Mal offen ist. Was gelesen wurde, bleibt gelesen.",
  "sharing.remember": "Antworten auf „{set}“ ab jetzt mit {name} teilen",
  "sharing.rememberHint":
    "Der ganze Eintrag wird geteilt, wenn du auf Fertig tippst. Du siehst es beim Schreiben und kannst es jedes Mal ändern.",
  "sharing.series": "{measure} ab jetzt jedes Mal mit {name} teilen",
  "sharing.seriesHint":
    "Mit jeder Antwort, sobald du fertig ausgefüllt hast, bis zum letzten Tag, wenn du einen angibst. Beenden kannst du es unter „Ich“.",
  "sharing.held":
    "Du hast das nahe an einer Sitzung geschrieben. Es wartet bis {when}, und dann fragen wir dich noch einmal, Antwort für Antwort.",
  "sharing.wait": "Warten lassen",
  "sharing.hurry": "Trotzdem jetzt teilen",
  "sharing.sureTitle": "Jetzt teilen, so nahe an einer Sitzung?",
  "sharing.sure":
    "Am nächsten Tag sieht vieles anders aus. {name} kann es sofort lesen, und was gelesen wurde, bleibt gelesen.",
  "sharing.sureYes": "Ja, jetzt teilen",
  "sharing.waits": "Es wartet bis {when}. Wir teilen nichts, bevor du es noch einmal sagst.",
  "sharing.first": "Bevor du zum ersten Mal mit {name} teilst",
  "sharing.byLink":
    "Du bist mit {name} nur über eine Einladung verbunden. Solange ihr unter „Menschen“ die Sicherheitsnummer nicht verglichen habt, könnte es jemand anderes sein.",
  "sharing.known":
    "Ich weiß, dass es {name} ist: Wir haben persönlich oder am Telefon über diese Einladung gesprochen.",
  "sharing.knownWrong":
    "Bitte kreuze das zuerst an, oder vergleiche mit {name} die Sicherheitsnummer.",
  "sharing.goOn": "Gelesen. Jetzt teilen",
  "sharing.updateTitle": "{names} deine Änderungen zeigen?",
  "sharing.updateAbout": "Bis dahin ist dort die frühere Fassung.",
  "sharing.update": "Aktualisieren",
  "sharing.updateNot": "Frühere Fassung lassen",
  "sharing.will": "{name} wird das sehen",
  "sharing.willWait": "Es wartet bis {when}, bevor {name} es sieht",
  "sharing.afterAll": "Mit {name} teilen",
  "sharing.takenBack": "Nur du kannst es lesen.",
  "sharing.again": "Mit {name} teilen?",
  "sharing.againHint":
    "Du hast das nahe an einer Sitzung geschrieben. Sieh es noch einmal an, Antwort für Antwort.",
  "sharing.lookAgain": "Noch einmal ansehen",
  "sharing.leave": "Für mich behalten",
  "sharing.left": "Es bleibt privat.",
  "sharing.title": "Teilen",
  "sharing.guard": "Nach einer Sitzung",
  "sharing.guardAbout":
    "Was du in den Stunden nach einer Sitzung schreibst, wird nicht sofort geteilt. Es wartet, und wir fragen dich noch einmal.",
  "sharing.guardNone": "Nicht warten",
  "sharing.guardHours": { one: "{n} Stunde", other: "{n} Stunden" },
  "sharing.usual": "Antworten auf Fragen",
  "sharing.usualAbout":
    "Wer eine Antwort sieht, wenn du auf Fertig tippst. Du siehst es jedes Mal beim Schreiben, und nach einer Sitzung warten Antworten trotzdem.",
  "sharing.seriesTitle": "Fragebögen, die du jedes Mal teilst",
  "sharing.seriesOn": "{name} sieht {measure} jedes Mal.",
  "sharing.seriesEnd": "Beenden",
  "sharing.seriesEnded":
    "Neue Antworten in {measure} werden nicht mehr automatisch mit {name} geteilt. Was geteilt ist, bleibt geteilt.",
};
