/** La línea de tiempo propia y la de quien comparte. */
export default {
  "span.show": "Mostrar",
  "span.all": "Todo",
  "span.course": "Ciclo del {from} al {to}",
  "span.meeting": "Desde el último encuentro, {day}",
  "span.own": "Otro tramo",
  "span.closer": "Ver más de cerca",
  "span.wider": "Ver más lejos",

  "chart.print": "Imprimir",
  "chart.printed": "Impreso el {day}",
  "chart.stretch": "del {from} al {to}",
  "chart.dosesShown": "Dosis mostradas",
  "chart.entriesIn": {
    one: "{n} entrada, del {from} al {to}",
    other: "{n} entradas, del {from} al {to}",
  },
  "chart.valuesIn": {
    one: "{n} valor, del {from} al {to}",
    other: "{n} valores, del {from} al {to}",
  },
  "chart.dosesIn": "Dosis {first} a {last}",
  "chart.opens": "Se abre al ver más de cerca.",
  "chart.tasks": "Propuesto",
  "chart.part": "{shown} de {of} partes compartidas",
  "chart.commented": "comentada",
  "chart.pinned": "para llevar a la sesión",
  "chart.half": "Medio: una parte de una entrada.",
  "chart.pins": "Con una punta encima: para llevar a la sesión.",
  "chart.planned": "Con trazos: prevista.",
  "chart.ratingAt": "{name}: {n} de 10",
  "chart.doseAt": "Dosis {n}, {route}, {when}",
};
