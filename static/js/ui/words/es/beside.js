/** What is set beside the words of an entry: chips, sliders, places in the body. */
export default {
  "beside.feelings": "Palabras que encajan",
  "beside.own": "Una palabra tuya",
  "beside.add": "Agregar",
  "beside.scales": "De 0 a 10",
  "beside.scalesHint": "Solo los que quieras. Un control que no tocas queda en blanco.",
  "beside.blank": "en blanco",
  "beside.clear": "Dejar en blanco",
  "beside.of": "{n} de {most}",
  "beside.bodyHint": "Toca un lugar, o dibuja sobre varios. La lista tiene los mismos lugares.",
  "beside.side": "Lado del cuerpo",
  "beside.front": "Delante",
  "beside.back": "Detrás",
  "beside.places": "Lugares",
  "beside.done": "Listo",
  "beside.change": "Cambiar",
  "beside.changeWhat": "Cambiar: {question}",
};
