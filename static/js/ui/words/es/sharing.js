/** Compartir según la propia voluntad: qué partes, hasta cuándo, qué espera al día siguiente, qué sucede por sí solo. */
export default {
  "sharing.what": "Cuánto compartir",
  "sharing.whole": "La entrada entera",
  "sharing.parts": "Solo algunas partes",
  "sharing.part.words": "Las palabras",
  "sharing.part.total": "El total",
  "sharing.none": "Elige al menos una parte.",
  "sharing.more": "Más",
  "sharing.reason": "Por qué lo compartes",
  "sharing.reasonHint": "Para ti. Nadie más ve esto.",
  "sharing.until": "Último día",
  "sharing.untilHint":
    "Después de ese día, se deja de compartir la próxima vez que esta aplicación esté abierta. Lo que ya se leyó no se puede borrar.",
  "sharing.remember": "Desde ahora, compartir con {name} las respuestas a «{set}»",
  "sharing.rememberHint":
    "Se comparte la entrada entera cuando tocas Listo. Lo verás mientras escribes y puedes cambiarlo cada vez.",
  "sharing.series": "Desde ahora, compartir {measure} con {name} cada vez",
  "sharing.seriesHint":
    "Con todas las respuestas, en cuanto lo completes, hasta el último día si pones uno. Puedes terminarlo en Yo.",
  "sharing.held":
    "Escribiste esto cerca de una sesión. Espera hasta {when}, y entonces te preguntaremos otra vez, respuesta por respuesta.",
  "sharing.wait": "Dejar que espere",
  "sharing.hurry": "Compartirlo ahora de todos modos",
  "sharing.sureTitle": "¿Compartirlo ahora, tan cerca de una sesión?",
  "sharing.sure":
    "Al día siguiente muchas cosas se ven de otra manera. {name} puede leerlo enseguida, y lo que ya se leyó no se puede borrar.",
  "sharing.sureYes": "Sí, compartirlo ahora",
  "sharing.waits": "Espera hasta {when}. No compartiremos nada antes de que lo digas otra vez.",
  "sharing.first": "Antes de compartir con {name} por primera vez",
  "sharing.byLink":
    "Te vinculaste con {name} solo por una invitación. Mientras no comparen el número de seguridad, en Personas, podría ser otra persona.",
  "sharing.known": "Sé que es {name}: hablamos de esta invitación en persona o por teléfono.",
  "sharing.knownWrong": "Marca primero esta casilla, o compara el número de seguridad con {name}.",
  "sharing.goOn": "Ya lo leí. Compartir",
  "sharing.updateTitle": "¿Mostrar tus cambios a {names}?",
  "sharing.updateAbout": "Hasta entonces tienen la versión anterior.",
  "sharing.update": "Actualizar",
  "sharing.updateNot": "Dejar la versión anterior",
  "sharing.will": "{name} verá esto",
  "sharing.willWait": "Espera hasta {when} antes de que {name} lo vea",
  "sharing.afterAll": "Compartir con {name}",
  "sharing.takenBack": "Solo tú puedes leerlo.",
  "sharing.again": "¿Compartir con {name}?",
  "sharing.againHint":
    "Lo escribiste cerca de una sesión. Míralo otra vez, respuesta por respuesta.",
  "sharing.lookAgain": "Mirarlo otra vez",
  "sharing.leave": "Guardarlo para mí",
  "sharing.left": "Queda en privado.",
  "sharing.title": "Compartir",
  "sharing.guard": "Después de una sesión",
  "sharing.guardAbout":
    "Lo que escribes en las horas después de una sesión no se comparte enseguida. Espera, y te preguntaremos otra vez.",
  "sharing.guardNone": "No esperar",
  "sharing.guardHours": { one: "{n} hora", other: "{n} horas" },
  "sharing.usual": "Respuestas a preguntas",
  "sharing.usualAbout":
    "Quién ve una respuesta cuando tocas Listo. Lo verás cada vez que escribas, y después de una sesión las respuestas también esperan.",
  "sharing.seriesTitle": "Cuestionarios que compartes cada vez",
  "sharing.seriesOn": "{name} ve {measure} cada vez.",
  "sharing.seriesEnd": "Terminar",
  "sharing.seriesEnded":
    "Las nuevas respuestas a {measure} ya no se comparten con {name} automáticamente. Lo compartido sigue compartido.",
};
