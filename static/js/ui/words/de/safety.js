/** What one has ready for hard hours: people, clinic, plan. */
export default {
  "safety.title": "Meine Leute und meine Klinik",
  "safety.lead": "Sie stehen in der Hilfe ganz oben. Frag jede Person, bevor du sie einträgst.",
  "safety.person": "Person {n}",
  "safety.name": "Name von Person {n}",
  "safety.phone": "Telefon",
  "safety.note": "Ein paar Worte, etwa wann sie wach ist",
  "safety.hours": "Wann jemand drangeht",
  "safety.open": "Auf diesem Gerät schon vor dem Entsperren zeigen",
  "safety.openHint":
    "Wir speichern sie dann hier unversiegelt: Wer dieses Gerät in der Hand hat, kann diese Namen und Nummern lesen und sehen, dass du sie in dieser App hast. Ist es aus, entsperre zuerst, um sie zu sehen.",
  "safety.kept": "Auf diesem Gerät gespeichert",
  "safety.done": "Fertig",

  "plan.title": "Mein Plan für schwere Stunden",
  "plan.lead":
    "Schreib ihn in einer ruhigen Stunde, damit du ihn in einer schweren lesen kannst. Trag ein, was du weißt; ein paar Worte genügen. Am besten zusammen mit deiner Therapeutin oder deinem Therapeuten.",
  "plan.signs": "Woran ich merke, dass es schwer wird",
  "plan.signsHint": "Was sich zuerst ändert: Schlaf, Gedanken, der Körper, was du nicht mehr tust.",
  "plan.helps": "Was ein wenig hilft",
  "plan.helpsHint": "Was du allein tun kannst, in diesem Zimmer oder draußen.",
  "plan.places": "Wohin ich gehen kann",
  "plan.placesHint": "Ein Café, ein Park, die Küche von Freunden.",
  "plan.people": "Wer mir guttut",
  "plan.peopleHint": "Sie müssen nicht wissen, warum.",
  "plan.call": "Wen ich anrufe, und was ich sage",
  "plan.callHint": "Ein Satz genügt. Die Nummern stehen in der Hilfe.",
  "plan.room": "Den Raum sicher machen",
  "plan.roomHint": "Was du wegräumst oder jemandem zum Aufbewahren gibst.",
  "plan.ours":
    "Diese einfache Liste ist unsere eigene. Keine Studie hat sie geprüft. Wenn deine Klinik dir ein eigenes Blatt gegeben hat, nimm das.",
  "plan.open": "Diesen Plan auf diesem Gerät schon vor dem Entsperren zeigen",
  "plan.openHint":
    "Wir speichern ihn dann hier unversiegelt, und wer dieses Gerät in der Hand hat, kann ihn lesen. Ist es aus, entsperre zuerst, um ihn zu sehen.",
};
