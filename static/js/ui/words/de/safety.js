/** What one has ready for hard hours: people, clinic, plan. */
export default {
  "safety.title": "Meine Menschen und meine Klinik",
  "safety.lead": "Sie stehen in der Hilfe zuoberst. Frag sie, bevor du sie notierst.",
  "safety.person": "Person {n}",
  "safety.name": "Name von Person {n}",
  "safety.phone": "Telefon",
  "safety.note": "Ein paar Worte, etwa wann sie wach ist",
  "safety.hours": "Wann jemand abnimmt",
  "safety.open": "Auf diesem Gerät schon vor dem Entsperren zeigen",
  "safety.openHint":
    "Dann liegen sie hier unversiegelt: Wer dieses Gerät in der Hand hat, kann diese Namen und Nummern lesen, und dass du sie in dieser App hast. Ist es aus, entsperrst du zuerst, um sie zu sehen.",
  "safety.kept": "Auf diesem Gerät aufbewahrt",
  "safety.done": "Fertig",

  "plan.title": "Mein Plan für schwere Stunden",
  "plan.lead":
    "In einer ruhigen Stunde geschrieben, in einer schweren gelesen. Trag ein, was du weißt; ein paar Worte genügen. Am besten zusammen mit deiner therapeutischen Begleitung.",
  "plan.signs": "Woran ich merke, dass es schwer wird",
  "plan.signsHint": "Was sich zuerst ändert: Schlaf, Gedanken, der Körper, was ich nicht mehr tue.",
  "plan.helps": "Was ein wenig hilft",
  "plan.helpsHint": "Was ich allein tun kann, in diesem Zimmer oder draußen.",
  "plan.places": "Wohin ich gehen kann",
  "plan.placesHint": "Ein Café, ein Park, die Küche von Freunden.",
  "plan.people": "Wer mir guttut",
  "plan.peopleHint": "Sie müssen nicht wissen, warum.",
  "plan.call": "Wen ich anrufe, und was ich sage",
  "plan.callHint": "Ein Satz genügt. Die Nummern stehen in der Hilfe.",
  "plan.room": "Den Raum sicher machen",
  "plan.roomHint": "Was ich wegräume, oder jemandem zum Aufbewahren gebe.",
  "plan.ours":
    "Diese Liste ist unsere eigene und einfach. Keine Studie hat sie geprüft. Wenn deine Klinik dir ein eigenes Blatt gegeben hat, nimm das.",
  "plan.open": "Diesen Plan auf diesem Gerät schon vor dem Entsperren zeigen",
  "plan.openHint":
    "Dann liegt er hier unversiegelt, und wer dieses Gerät in der Hand hat, kann ihn lesen. Ist es aus, entsperrst du zuerst, um ihn zu sehen.",
};
