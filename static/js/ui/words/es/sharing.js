/** Compartir según la propia voluntad: qué partes, hasta cuándo, qué espera al día siguiente, qué sucede por sí solo. */
export default {
  "sharing.what": "Cuánto",
  "sharing.whole": "La entrada entera",
  "sharing.parts": "Solo algunas partes",
  "sharing.part.words": "Las palabras",
  "sharing.part.total": "El total",
  "sharing.none": "Elige al menos una parte.",
  "sharing.more": "Más",
  "sharing.reason": "Para qué lo compartes",
  "sharing.reasonHint": "Para ti. Nadie más ve esto.",
  "sharing.until": "El último día",
  "sharing.untilHint":
    "Después se deja de compartir por sí solo en cuanto esta aplicación esté abierta. Lo leído no se puede desleer.",
  "sharing.remember": "Desde ahora, compartir con {name} las respuestas a «{set}»",
  "sharing.rememberHint":
    "La entrada entera, cuando termines. Se te dice mientras escribes, y cada vez puedes decir otra cosa.",
  "sharing.series": "Compartir {measure} con {name} cada vez desde ahora",
  "sharing.seriesHint":
    "Con todas las respuestas, en cuanto lo rellenes, hasta el último día si pones uno. Puedes terminarlo en Yo.",
  "sharing.held":
    "Escribiste esto poco después de una dosis. Espera hasta {when}, y entonces se te pregunta otra vez, respuesta por respuesta.",
  "sharing.wait": "Dejar que espere",
  "sharing.hurry": "Compartirlo ahora de todos modos",
  "sharing.sureTitle": "¿Compartirlo ahora, tan cerca de una dosis?",
  "sharing.sure":
    "Al día siguiente muchas cosas se ven de otra manera. {name} puede leerlo enseguida, y lo leído no se puede desleer.",
  "sharing.sureYes": "Sí, compartirlo ahora",
  "sharing.waits": "Espera hasta {when}. No se comparte nada antes de que lo digas otra vez.",
  "sharing.first": "Antes de compartir con {name} por primera vez",
  "sharing.byLink":
    "El vínculo con {name} se hizo solo por un enlace. Mientras no hayáis comparado el número de seguridad, en Personas, alguien podría estar en su lugar.",
  "sharing.goOn": "Lo he leído. Compartir",
  "sharing.updateTitle": "¿Mostrar tus cambios a {names}?",
  "sharing.updateAbout": "Hasta entonces lo tienen como estaba antes.",
  "sharing.update": "Actualizar",
  "sharing.updateNot": "Dejar lo que tienen",
  "sharing.will": "{name} verá esto",
  "sharing.willWait": "Espera hasta {when} antes de que {name} lo vea",
  "sharing.afterAll": "Compartir con {name}",
  "sharing.takenBack": "Solo tú puedes leerlo.",
  "sharing.again": "¿Compartir con {name}?",
  "sharing.againHint":
    "Lo escribiste poco después de una dosis. Míralo otra vez, respuesta por respuesta.",
  "sharing.lookAgain": "Mirarlo otra vez",
  "sharing.leave": "Guardarlo para mí",
  "sharing.left": "Se queda contigo.",
  "sharing.title": "Compartir",
  "sharing.guard": "Después de una dosis",
  "sharing.guardAbout":
    "Lo que escribes en las horas después de una dosis no se comparte enseguida. Espera, y se te pregunta otra vez.",
  "sharing.guardNone": "No esperar",
  "sharing.guardHours": { one: "{n} hora", other: "{n} horas" },
  "sharing.usual": "Respuestas a preguntas",
  "sharing.usualAbout":
    "Quién ve una respuesta cuando terminas con ella. Se dice cada vez mientras escribes, y la espera después de una dosis vale también aquí.",
  "sharing.seriesTitle": "Cuestionarios que se comparten cada vez",
  "sharing.seriesOn": "{name} ve {measure} cada vez.",
  "sharing.seriesEnd": "Terminar",
  "sharing.seriesEnded":
    "{measure} ya no se comparte por sí solo con {name}. Lo compartido sigue compartido.",
};
