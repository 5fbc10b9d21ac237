/** Measures, personal ratings, the monthly self-check, and what stands at once when a question about harming oneself was answered. */
export default {
  "measures.title": "Fragebögen",
  "measures.lead":
    "Fragebögen mit einem Wert, in den Worten derer, die sie verfasst haben. Füll aus, was du magst, wann du magst, oder keinen.",
  "measures.rate": "Diesen Tag einschätzen",
  "measures.rateHint":
    "Stimmung, Angst, Hoffnung, Verbundenheit, Schlaf, Kraft, Schmerz, Verlangen",
  "measures.check": "Verlangen, Blase, Gedächtnis",
  "measures.checkHint":
    "ein paar einfache Fragen einmal im Monat, nur für dich, solange du sie nicht teilst",
  "measures.last": "{score}, {day}",
  "measures.clinic":
    "Die Fragen eines Fragebogens stehen auf Englisch, wo keine amtliche Übersetzung gezeigt werden darf. Für andere, die deine Klinik benutzt, braucht sie eine eigene Lizenz.",

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
  "measure.goOn": "Weiter ausfüllen",
  "measure.begun": "{name}, begonnen",
  "measure.minutes": { one: "etwa {n} Minute", other: "etwa {n} Minuten" },
  "measure.step": "Frage {n} von {all}",
  "measure.previous": "Zurück",
  "measure.skip": "Leer lassen",
  "measure.next": "Weiter",
  "measure.end": "{n}: {name}",
  "measure.review": "Deine Antworten",
  "measure.blanks": {
    one: "Eine Frage ist leer. Das ist in Ordnung: Die Antworten werden aufbewahrt, ohne Summe.",
    other:
      "{n:Words} Fragen sind leer. Das ist in Ordnung: Die Antworten werden aufbewahrt, ohne Summe.",
  },
  "measure.keep": "Behalten",
  "measure.discard": "Wegwerfen",
  "measure.tell":
    "Eine dieser Antworten ist etwas, wovon deine Klinik bald hören sollte. Niemand erfährt es, wenn du es nicht sagst: Ruf an, oder teile diese Seite.",

  "measure.of": "{n} von {most}",
  "measure.noTotal":
    "Etwas wurde leer gelassen, darum gibt es keine Summe. Deine Antworten sind aufbewahrt.",
  "measure.band.lower":
    "In dem Bereich, den die Verfassenden „{name}“ nennen, {from} bis {to}. Niedriger ist besser.",
  "measure.band.higher":
    "In dem Bereich, den die Verfassenden „{name}“ nennen, {from} bis {to}. Höher ist besser.",
  "measure.screen": "Das ist ein erster Hinweis, keine Diagnose.",
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
  "measure.marked": {
    other: "Seit dem ersten Mal: {n} Punkte oder mehr, was Studien für mehr als Zufall halten.",
  },
  "measure.notMarked": {
    other: "Seit dem ersten Mal: weniger als {n} Punkte, was Zufall sein kann.",
  },
  "measure.markedShare": {
    other: "Seit dem ersten Mal: {n} Prozent oder mehr, was Menschen in Studien bemerkt haben.",
  },
  "measure.notMarkedShare": {
    other: "Seit dem ersten Mal: weniger als {n} Prozent, was Zufall sein kann.",
  },
  "measure.response":
    "Die Hälfte der ersten Summe oder weniger: Studien nennen das ein Ansprechen.",
  "measure.remission": { other: "Unter {n}: Studien nennen das Remission." },
  "measure.ratingIs": "Deine eigenen 0 bis 10 für einen Tag. Das ist kein Fragebogen.",
  "measure.checkKept":
    "Aufbewahrt. Das sind unsere eigenen einfachen Fragen, und es gibt keinen Wert.",
  "measure.checkPrivate":
    "Nur du kannst lesen, was du antwortest, bis du es teilst. Wenn an deiner Blase etwas neu ist, oder du mehr nimmst als geplant war, sollte deine Klinik es von dir hören.",
  "measure.checkTimes": {
    one: "Bisher einmal ausgefüllt.",
    other: "Bisher {n}-mal ausgefüllt.",
  },

  "measure.never": "Noch nicht ausgefüllt. Was du ausfüllst, wird hier über die Zeit gezeichnet.",
  "measure.sum.none": "{name} wurde ausgefüllt, jedes Mal blieb etwas leer: keine Summe.",
  "measure.sum.one": "{name} war {to} am {last}.",
  "measure.sum.many":
    "{name} war {from} am {first} und {to} am {last}; ausgefüllt mit Summe: {n}-mal.",
  "measure.is.lower": "Niedriger ist besser.",
  "measure.is.higher": "Höher ist besser.",
  "measure.marks": "Zahlen in Kreisen sind Dosissitzungen. Lücken werden als Lücken gezeigt.",
  "measure.chart": "{name} über die Zeit. Die Tabelle darunter sagt dasselbe.",
  "measure.table": "{name} als Tabelle",
  "measure.total": "Summe",
  "measure.bandName": "Bereich",
  "measure.since": "Letzte Dosis davor",
  "measure.blankTotal": "keine Summe",
  "measure.ask": "Unter Heute danach fragen",
  "measure.askHint":
    "Vor der ersten Dosis, alle zwei Wochen oder jeden Monat, je nachdem, worauf er zurückblickt, und einen, drei und sechs Monate nach der letzten. Auslassen ist in Ordnung.",

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
  "rate.kept": "Auf diesem Gerät aufbewahrt.",

  "cluster.B": "Erinnerungen, die wiederkommen",
  "cluster.C": "Vermeiden",
  "cluster.D": "Gedanken und Stimmung",
  "cluster.E": "Auf der Hut sein",

  "calm.title": "Bevor du weitermachst",
  "calm.text": "Du hast geantwortet, dass solche Gedanken da waren. Was trifft jetzt eher zu?",
  "calm.honest": "Niemand erfährt von dieser Antwort. Nur du kannst sie lesen, bis du sie teilst.",
  "calm.safe": "Ich bin in Sicherheit. Es sind Gedanken",
  "calm.now": "Ich brauche jetzt jemanden",
  "calm.safe.title": "Danke, dass du geantwortet hast",
  "calm.safe.text":
    "Wenn sich das ändert, heute oder später: Hier sind Menschen und Nummern zum Anrufen.",
  "calm.now.title": "Ruf jetzt hier an",
  "calm.now.text":
    "Wenn du es vielleicht tun wirst, ruf den Notruf, oder geh in die nächste Notaufnahme. Wenn jemand in der Nähe ist, sag es.",
  "calm.on": "Weiter mit den Fragen",
  "measure.seriesSaid": "{name} kann das lesen, wenn sie oder er das nächste Mal nachsieht.",
  "measure.seriesAlone": "{name} sieht das diesmal nicht.",
  "measure.alone": "Diesmal privat lassen",
  "calm.honestShared":
    "Niemand wird durch diese Antwort alarmiert, auch wenn jemand sie später lesen kann.",
  "measure.turnTo":
    "Nach diesen Antworten ist es gerade schwer. Du musst nicht bis zum nächsten Termin warten: Ruf deine Klinik oder jemanden an, der dir nahesteht, oder öffne {help}.",
};
