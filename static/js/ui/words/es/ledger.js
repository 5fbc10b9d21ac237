/** What was shared and what became of it, moving to another therapist, and the one answer to a comment. */
export default {
  "ledger.open": "Lo que se ha compartido",
  "ledger.title": "Lo que se ha compartido",
  "ledger.lead":
    "A quién se mostró qué, y cuándo. Que algo se abrió consta aquí si tu terapeuta te lo deja saber.",
  "ledger.whom": "Con quién",
  "ledger.all": "Todas las personas",
  "ledger.empty":
    "No se ha compartido nada. Lo que compartas, y lo que pase con ello, se anota aquí.",
  "ledger.noDay": "Sin fecha",
  "ledger.dosing": "Una sesión de dosis",
  "ledger.gone": "Algo que borraste",
  "ledger.shared": "Compartido con {name}",
  "ledger.updated": "Compartido de nuevo con {name}, tal como lo cambiaste",
  "ledger.waits": "Retenido para {name} hasta el día siguiente",
  "ledger.asked": "Al final no compartido con {name}",
  "ledger.ended": "Ya no compartido con {name}",
  "ledger.delivered": "Ha llegado a {name}",
  "ledger.opened": "Abierto por {name}",
  "ledger.commented": "{name} comentó",
  "ledger.answered": "Respondiste a {name}",
  "ledger.part": "{shown:words} de {of:words} partes",
  "ledger.there": "ha llegado",
  "ledger.take": "Llevártelo como archivo",
  "ledger.unsealed":
    "El archivo se hace en este dispositivo y no se envía a ninguna parte. No va sellado: quien lo tenga puede leer los títulos de tus entradas y los nombres que contiene. Guárdalo donde guardas esas cosas.",
  "ledger.asText": "Como texto",
  "ledger.asTable": "Como tabla",
  "ledger.saved": "El archivo está hecho. No va sellado.",
  "ledger.file.text": "compartido.txt",
  "ledger.file.csv": "compartido.csv",
  "ledger.column.day": "Día",
  "ledger.column.time": "Hora",
  "ledger.column.what": "Qué pasó",
  "ledger.column.person": "Persona",
  "ledger.column.entry": "Entrada",
  "ledger.column.part": "Parte",

  "move.title": "Compartir con otra persona terapeuta",
  "move.lead":
    "Lo que {from} puede leer se comparte con {to} de una vez, hasta donde elijas aquí. Así ninguna de las dos personas sabe de la otra.",
  "move.to": "Con quién",
  "move.what": "Lo que se comparte",
  "move.count": {
    one: "{n} de {of} elegida",
    other: "{n} de {of} elegidas",
  },
  "move.honest":
    "Donde {from} ve solo partes de una entrada, {to} verá las mismas partes, tal como están ahora. Los comentarios no van con ellas.",
  "move.yes": {
    one: "Compartir {n} entrada con {to}",
    other: "Compartir {n} entradas con {to}",
  },
  "move.done": {
    one: "{n} entrada está compartida con {to}.",
    other: "{n} entradas están compartidas con {to}.",
  },
  "move.waits": {
    one: "{n} se escribió cerca de una dosis. Espera, y te preguntará de nuevo.",
    other: "{n} se escribieron cerca de una dosis. Esperan, y te preguntarán de nuevo.",
  },
  "move.then": "{from} aún puede leer lo que compartiste. Sigue así hasta que le pongas fin.",
  "move.end": "Terminar el vínculo con {from}",
  "move.keep": "Conservar ambos",
  "move.nothing": "No hay nada que llevar, o nadie más con quien compartirlo.",

  "comment.answer": "Responder una vez",
  "comment.answerTo": "Tu respuesta a {name}",
  "comment.once":
    "Solo {name} la lee. Se puede responder una vez, o ninguna: lo demás que haya que decir tiene su lugar en la sala.",
  "comment.send": "Enviar a {name}",
  "comment.leave": "Dejarlo",
  "comment.sent": "Tu respuesta va solo a {name}.",
};
