/** What is set beside the words of an entry: chips, sliders, places in the body. */
export default {
  "beside.feelings": "Passende Wörter",
  "beside.own": "Ein eigenes Wort",
  "beside.add": "Hinzufügen",
  "beside.scales": "Von 0 bis 10",
  "beside.scalesHint": "Nur die, die du möchtest. Ein Regler, den du nicht berührst, bleibt leer.",
  "beside.blank": "leer",
  "beside.clear": "Leer lassen",
  "beside.of": "{n} von {most}",
  "beside.bodyHint":
    "Tippe auf eine Stelle, oder male über mehrere. Die Liste hat dieselben Stellen.",
  "beside.side": "Seite des Körpers",
  "beside.front": "Vorn",
  "beside.back": "Hinten",
  "beside.places": "Stellen",
  "beside.done": "Fertig",
  "beside.change": "Ändern",
  "beside.changeWhat": "Ändern: {question}",
};
