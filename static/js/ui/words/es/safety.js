/** What one has ready for hard hours: people, clinic, plan. */
export default {
  "safety.title": "Mi gente y mi clínica",
  "safety.lead": "Aparecen primero en Ayuda. Pregunta a cada persona antes de agregarla.",
  "safety.person": "Persona {n}",
  "safety.name": "Nombre de la persona {n}",
  "safety.phone": "Teléfono",
  "safety.note": "Unas palabras, por ejemplo a qué horas está",
  "safety.hours": "Cuándo responde alguien",
  "safety.open": "Mostrarlo antes de desbloquear, en este dispositivo",
  "safety.openHint":
    "Las guardaremos aquí sin sellar: quien tenga este dispositivo puede leer estos nombres y números y ver que los tienes en esta aplicación. Si está apagado, desbloquea primero para verlos.",
  "safety.kept": "Guardado en este dispositivo",
  "safety.done": "Listo",

  "plan.title": "Mi plan para las horas difíciles",
  "plan.lead":
    "Escríbelo en una hora tranquila para poder leerlo en una difícil. Pon lo que sepas; bastan unas palabras. Lo mejor es hacerlo con tu terapeuta.",
  "plan.signs": "Cómo noto que se pone difícil",
  "plan.signsHint": "Qué cambia primero: el sueño, las ideas, el cuerpo, lo que dejas de hacer.",
  "plan.helps": "Qué ayuda un poco",
  "plan.helpsHint": "Cosas que puedes hacer por tu cuenta, en este cuarto o fuera.",
  "plan.places": "Adónde puedo ir",
  "plan.placesHint": "Un café, un parque, la cocina de una amistad.",
  "plan.people": "Con quién es bueno estar",
  "plan.peopleHint": "No hace falta que sepan por qué.",
  "plan.call": "A quién llamo, y qué digo",
  "plan.callHint": "Basta una frase. Sus números están en Ayuda.",
  "plan.room": "Hacer seguro el cuarto",
  "plan.roomHint": "Qué apartas, o pides a alguien que te guarde.",
  "plan.ours":
    "Esta lista sencilla es nuestra. Ningún estudio la ha probado. Si tu clínica te dio una hoja propia, usa esa.",
  "plan.open": "Mostrar este plan antes de desbloquear, en este dispositivo",
  "plan.openHint":
    "Lo guardaremos aquí sin sellar, y quien tenga este dispositivo puede leerlo. Si está apagado, desbloquea primero para verlo.",
};
