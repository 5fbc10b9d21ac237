/** Measures, personal ratings, the monthly self-check, and what stands at once when a question about harming oneself was answered. */
export default {
  "measures.title": "Fragebögen",
  "measures.lead":
    "Fragebögen mit einem Wert, Wort für Wort so, wie sie verfasst wurden. Füll aus, was du möchtest, wann du möchtest, oder keinen.",
  "measures.rate": "Deinen Tag einschätzen",
  "measures.rateHint":
    "Stimmung, Angst, Hoffnung, Verbundenheit, Schlaf, Kraft, Schmerz, Verlangen",
  "measures.check": "Verlangen, Blase, Gedächtnis",
  "measures.checkHint":
    "ein paar einfache Fragen einmal im Monat, nur für dich, solange du sie nicht teilst",
  "measures.last": "{score}, {day}",
  "measures.clinic":
    "Die Fragen stehen auf Englisch, wo wir keine offizielle Übersetzung haben, die wir zeigen dürfen. Deine Klinik kann mit eigener Lizenz andere Fragebögen verwenden.",

  "measure.about.PHQ-9": "Stimmung, in den letzten zwei Wochen",
  "measure.about.PHQ-2": "Stimmung in zwei Fragen, in den letzten zwei Wochen",
  "measure.about.GAD-7": "Sorgen, in den letzten zwei Wochen",
  "measure.about.GAD-2": "Sorgen in zwei Fragen, in den letzten zwei Wochen",
  "measure.about.WHO-5": "Wohlbefinden, in den letzten zwei Wochen",
  "measure.about.PCL-5":
    "Nach etwas sehr Belastendem, im letzten Monat. Was es war, musst du nicht sagen. Am besten zusammen mit den Menschen gewählt, die dich behandeln.",
  "measure.about.PEG": "Schmerz, in der letzten Woche",
  "measure.about.self-check":
    "Ein paar einfache Fragen zu Verlangen, Blase und Gedächtnis, im letzten Monat",

  "measure.fill": "Ausfüllen",
  "measure.goOn": "Weiter",
  "measure.begun": "{name}, angefangen",
  "measure.minutes": { one: "etwa {n} Minute", other: "etwa {n} Minuten" },
  "measure.step": "Frage {n} von {all}",
  "measure.previous": "Zurück",
  "measure.skip": "Leer lassen",
  "measure.next": "Weiter",
  "measure.end": "{n}: {name}",
  "measure.review": "Deine Antworten",
  "measure.blanks": {
    one: "Eine Frage ist leer. Das ist in Ordnung: Wir speichern deine Antworten, ohne Summe.",
    other:
      "{n:Words} Fragen sind leer. Das ist in Ordnung: Wir speichern deine Antworten, ohne Summe.",
  },
  "measure.keep": "Speichern",
  "measure.discard": "Verwerfen",
  "measure.tell":
    "Von einer dieser Antworten sollte deine Klinik bald hören. Niemand erfährt davon, wenn du es nicht sagst: Ruf an oder teile diese Seite.",

  "measure.of": "{n} von {most}",
  "measure.noTotal":
    "Du hast etwas leer gelassen, deshalb gibt es keine Summe. Deine Antworten sind gespeichert.",
  "measure.band.lower":
    "{from} bis {to} wird oft „{name}“ genannt ({source}). Niedriger ist besser.",
  "measure.band.higher": "{from} bis {to} wird oft „{name}“ genannt ({source}). Höher ist besser.",
  "measure.band.own.lower":
    "Dieser Fragebogen nennt {from} bis {to} „{name}“. Niedriger ist besser.",
  "measure.band.own.higher": "Dieser Fragebogen nennt {from} bis {to} „{name}“. Höher ist besser.",
  "measure.screen": "Das ist ein Screening, keine Diagnose.",
  "measure.same.last": "Dasselbe wie beim letzten Mal, {day}.",
  "measure.same.first": "Dasselbe wie beim ersten Mal, {day}.",
  "measure.lower.last": {
    one: "{n} Punkt niedriger als beim letzten Mal, {day}.",
    other: "{n} Punkte niedriger als beim letzten Mal, {day}.",
  },
  "measure.higher.last": {
    one: "{n} Punkt höher als beim letzten Mal, {day}.",
    other: "{n} Punkte höher als beim letzten Mal, {day}.",
  },
  "measure.lower.first": {
    one: "{n} Punkt niedriger als beim ersten Mal, {day}.",
    other: "{n} Punkte niedriger als beim ersten Mal, {day}.",
  },
  "measure.higher.first": {
    one: "{n} Punkt höher als beim ersten Mal, {day}.",
    other: "{n} Punkte höher als beim ersten Mal, {day}.",
  },
  "measure.response":
    "Das ist die Hälfte der ersten Summe oder weniger. Studien nennen das Ansprechen.",
  "measure.remission": { other: "Das ist unter {n}. Studien nennen das Remission." },
  "measure.ratingIs": "Deine eigenen 0 bis 10 für einen Tag. Das ist kein Fragebogen.",
  "measure.checkKept": "Gespeichert. Das sind unsere eigenen einfachen Fragen, ohne Wert.",
  "measure.checkPrivate":
    "Nur du kannst deine Antworten lesen, solange du sie nicht teilst. Wenn an deiner Blase etwas neu ist oder du mehr nimmst als geplant, sag es bitte deiner Klinik.",
  "measure.checkTimes": {
    one: "Bisher einmal ausgefüllt.",
    other: "Bisher {n}-mal ausgefüllt.",
  },

  "measure.never": "Du hast das noch nicht ausgefüllt. Danach siehst du hier den Verlauf.",
  "measure.sum.none":
    "Du hast {name} ausgefüllt, aber jedes Mal etwas leer gelassen. Deshalb gibt es keine Summe.",
  "measure.sum.one": "{name} war {to} am {last}.",
  "measure.sum.many":
    "{name} war {from} am {first} und {to} am {last}; ausgefüllt mit Summe: {n}-mal.",
  "measure.sum.rated":
    "{name} war {from} am {first} und {to} am {last}. Du hast es {n}-mal eingetragen.",
  "measure.is.lower": "Niedriger ist besser.",
  "measure.is.higher": "Höher ist besser.",
  "measure.marks": "Zahlen in Kreisen sind Sitzungen. Wo eine Lücke ist, wurde nichts ausgefüllt.",
  "measure.chart": "{name} im Verlauf. Die Tabelle darunter zeigt dasselbe.",
  "measure.table": "{name} als Tabelle",
  "measure.total": "Summe",
  "measure.rated": "Wert",
  "measure.bandName": "Bereich",
  "measure.since": "Letzte Dosis davor",
  "measure.blankTotal": "keine Summe",
  "measure.ask": "Unter „Heute“ danach fragen",
  "measure.askHint":
    "Vor der ersten Sitzung, dann je nach Fragebogen alle zwei Wochen oder jeden Monat, und einen, drei und sechs Monate nach der letzten. Du kannst ihn immer auslassen.",

  "rating.mood.least": "gedrückt",
  "rating.mood.most": "gut",
  "rating.anxiety.least": "keine",
  "rating.anxiety.most": "starke",
  "rating.hope.least": "keine",
  "rating.hope.most": "volle",
  "rating.connection.least": "fern von anderen",
  "rating.connection.most": "anderen nah",
  "rating.sleep.least": "schlecht",
  "rating.sleep.most": "gut",
  "rating.energy.least": "keine",
  "rating.energy.most": "volle",
  "rating.pain.least": "keiner",
  "rating.pain.most": "starker",
  "rating.craving.least": "keines",
  "rating.craving.most": "starkes",
  "rate.kept": "Auf diesem Gerät gespeichert.",

  "calm.title": "Bevor du weitermachst",
  "calm.text": "Du hast geantwortet, dass solche Gedanken da waren. Was trifft jetzt eher zu?",
  "calm.honest":
    "Niemand erfährt von dieser Antwort. Nur du kannst sie lesen, solange du sie nicht teilst.",
  "calm.safe": "Ich bin in Sicherheit. Es sind Gedanken",
  "calm.now": "Ich brauche jetzt jemanden",
  "calm.safe.title": "Danke, dass du geantwortet hast",
  "calm.safe.text":
    "Wenn sich das ändert, heute oder später: Hier sind Menschen und Nummern zum Anrufen.",
  "calm.now.title": "Ruf jetzt hier an",
  "calm.now.text":
    "Wenn du dir etwas antun könntest, wähle den Notruf oder geh in die nächste Notaufnahme. Wenn jemand in der Nähe ist, sag es.",
  "calm.on": "Weiter mit den Fragen",
  "measure.seriesSaid": "{name} kann das lesen, wenn sie oder er das nächste Mal nachsieht.",
  "measure.seriesAlone": "{name} sieht das diesmal nicht.",
  "measure.alone": "Diesmal privat lassen",
  "calm.honestShared":
    "Niemand wird durch diese Antwort alarmiert, auch wenn jemand sie später lesen kann.",
  "measure.turnTo":
    "Nach diesen Antworten ist es gerade schwer. Du musst nicht bis zum nächsten Termin warten: Ruf deine Klinik oder jemanden an, der dir nahesteht, oder öffne {help}.",
};
