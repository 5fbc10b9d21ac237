/** Measures, personal ratings, the monthly self-check, and what stands at once when a question about harming oneself was answered. */
export default {
  "measures.title": "Cuestionarios",
  "measures.lead":
    "Cuestionarios con puntuación, palabra por palabra como los escribieron sus autores. Completa los que quieras cuando quieras, o ninguno.",
  "measures.rate": "Valorar tu día",
  "measures.rateHint":
    "ánimo, ansiedad, esperanza, conexión, sueño, energía, dolor, deseo de consumir",
  "measures.check": "Deseo, vejiga, memoria",
  "measures.checkHint":
    "unas preguntas sencillas una vez al mes, solo para ti mientras no las compartas",
  "measures.last": "{score}, {day}",
  "measures.clinic":
    "Las preguntas están en inglés cuando no tenemos una traducción oficial que podamos mostrar. Tu clínica puede usar otros cuestionarios con su propia licencia.",

  "measure.about.PHQ-9": "Ánimo, en las últimas dos semanas",
  "measure.about.PHQ-2": "Ánimo en dos preguntas, en las últimas dos semanas",
  "measure.about.GAD-7": "Preocupación, en las últimas dos semanas",
  "measure.about.GAD-2": "Preocupación en dos preguntas, en las últimas dos semanas",
  "measure.about.WHO-5": "Bienestar, en las últimas dos semanas",
  "measure.about.PCL-5":
    "Después de algo muy estresante, en el último mes. No hace falta decir qué fue. Lo mejor es elegirlo con quien te trata.",
  "measure.about.PEG": "Dolor, en la última semana",
  "measure.about.self-check":
    "Unas preguntas sencillas sobre deseo de consumir, vejiga y memoria, en el último mes",

  "measure.fill": "Completar",
  "measure.goOn": "Continuar",
  "measure.begun": "{name}, empezado",
  "measure.minutes": { one: "alrededor de {n} minuto", other: "alrededor de {n} minutos" },
  "measure.step": "Pregunta {n} de {all}",
  "measure.previous": "Anterior",
  "measure.skip": "Dejar en blanco",
  "measure.next": "Siguiente",
  "measure.end": "{n}: {name}",
  "measure.review": "Tus respuestas",
  "measure.blanks": {
    one: "Una pregunta está en blanco. Está bien: guardaremos tus respuestas, sin total.",
    other: "{n:Words} preguntas están en blanco. Está bien: guardaremos tus respuestas, sin total.",
  },
  "measure.keep": "Guardar",
  "measure.discard": "Descartar",
  "measure.tell":
    "Tu clínica debería saber pronto de una de estas respuestas. Nadie se entera si no lo dices tú: llama o comparte esta página.",

  "measure.of": "{n} de {most}",
  "measure.noTotal":
    "Dejaste algo en blanco, así que no hay total. Tus respuestas están guardadas.",
  "measure.band.lower": "De {from} a {to} suele llamarse «{name}» ({source}). Más bajo es mejor.",
  "measure.band.higher": "De {from} a {to} suele llamarse «{name}» ({source}). Más alto es mejor.",
  "measure.band.own.lower":
    "Este cuestionario llama «{name}» a los totales de {from} a {to}. Más bajo es mejor.",
  "measure.band.own.higher":
    "Este cuestionario llama «{name}» a los totales de {from} a {to}. Más alto es mejor.",
  "measure.screen": "Esto es una prueba de detección, no un diagnóstico.",
  "measure.same.last": "Lo mismo que la última vez, {day}.",
  "measure.same.first": "Lo mismo que la primera vez, {day}.",
  "measure.lower.last": {
    one: "{n} punto menos que la última vez, {day}.",
    other: "{n} puntos menos que la última vez, {day}.",
  },
  "measure.higher.last": {
    one: "{n} punto más que la última vez, {day}.",
    other: "{n} puntos más que la última vez, {day}.",
  },
  "measure.lower.first": {
    one: "{n} punto menos que la primera vez, {day}.",
    other: "{n} puntos menos que la primera vez, {day}.",
  },
  "measure.higher.first": {
    one: "{n} punto más que la primera vez, {day}.",
    other: "{n} puntos más que la primera vez, {day}.",
  },
  "measure.response": "Es la mitad del primer total o menos. Los estudios lo llaman respuesta.",
  "measure.remission": { other: "Está por debajo de {n}. Los estudios lo llaman remisión." },
  "measure.ratingIs": "Tu propio 0 a 10 para un día. No es un cuestionario.",
  "measure.checkKept": "Guardado. Son preguntas nuestras y sencillas, y no hay puntuación.",
  "measure.checkPrivate":
    "Solo tú puedes leer tus respuestas, mientras no las compartas. Si algo de tu vejiga es nuevo, o usas más de lo previsto, cuéntaselo a tu clínica.",
  "measure.checkTimes": {
    one: "Completado una vez hasta ahora.",
    other: "Completado {n} veces hasta ahora.",
  },

  "measure.never": "Todavía no lo completaste. Cuando lo hagas, verás aquí cómo cambia.",
  "measure.sum.none":
    "Completaste {name}, pero cada vez dejaste algo en blanco, así que no hay total.",
  "measure.sum.one": "{name} fue {to} el {last}.",
  "measure.sum.many": "{name} fue {from} el {first} y {to} el {last}. Tienes {n} totales.",
  "measure.sum.rated": "{name} fue {from} el {first} y {to} el {last}. Lo anotaste {n} veces.",
  "measure.is.lower": "Más bajo es mejor.",
  "measure.is.higher": "Más alto es mejor.",
  "measure.marks":
    "Los números en círculos son sesiones de tratamiento. Un hueco significa que no se completó nada.",
  "measure.chart": "{name} a lo largo del tiempo. La tabla de abajo muestra lo mismo.",
  "measure.table": "{name} como tabla",
  "measure.total": "Total",
  "measure.rated": "Valor",
  "measure.bandName": "Franja",
  "measure.since": "Última dosis antes",
  "measure.blankTotal": "sin total",
  "measure.ask": "Preguntármelo en Hoy",
  "measure.askHint":
    "Antes de tu primera sesión, luego cada dos semanas o cada mes según el cuestionario, y uno, tres y seis meses después de la última. Siempre puedes saltarlo.",

  "rating.mood.least": "bajo",
  "rating.mood.most": "bueno",
  "rating.anxiety.least": "ninguna",
  "rating.anxiety.most": "fuerte",
  "rating.hope.least": "ninguna",
  "rating.hope.most": "plena",
  "rating.connection.least": "lejos de otras personas",
  "rating.connection.most": "cerca de otras personas",
  "rating.sleep.least": "malo",
  "rating.sleep.most": "bueno",
  "rating.energy.least": "ninguna",
  "rating.energy.most": "plena",
  "rating.pain.least": "ninguno",
  "rating.pain.most": "fuerte",
  "rating.craving.least": "ninguno",
  "rating.craving.most": "fuerte",
  "rate.kept": "Guardado en este dispositivo.",

  "calm.title": "Antes de seguir",
  "calm.text": "Dijiste que has tenido pensamientos así. ¿Qué se acerca más a cómo estás ahora?",
  "calm.honest":
    "A nadie se le dice esta respuesta. Solo tú puedes leerla, mientras no la compartas.",
  "calm.safe": "Estoy a salvo, son pensamientos",
  "calm.now": "Necesito a alguien ahora",
  "calm.safe.title": "Gracias por responder",
  "calm.safe.text": "Si eso cambia, hoy o después, aquí hay personas y líneas a las que llamar.",
  "calm.now.title": "Llama ahora a uno de estos",
  "calm.now.text":
    "Si crees que podrías hacerte daño, llama a emergencias o ve a la sala de urgencias más cercana. Si hay alguien cerca, díselo.",
  "calm.on": "Seguir con las preguntas",
  "measure.seriesSaid": "{name} podrá leer esto la próxima vez que mire.",
  "measure.seriesAlone": "{name} no lo verá esta vez.",
  "measure.alone": "Esta vez, dejarlo en privado",
  "calm.honestShared":
    "Nadie recibe un aviso por esta respuesta, aunque alguien pueda leerla después.",
  "measure.turnTo":
    "Por estas respuestas, ahora es un momento difícil. No tienes que esperar a la próxima cita: llama a tu clínica o a alguien cercano, o abre {help}.",
};
