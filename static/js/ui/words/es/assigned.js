/** Lo que un terapeuta propone a una persona, como ella lo ve, y cuándo se pregunta. */
export default {
  "assigned.from": "De {name}",
  "assigned.no": "Esta vez no",
  "assigned.declined": "Omitido. {name} ve «esta vez no» y nada más.",
  "assigned.pack": "Preguntas: {title}",
  "assigned.packHint":
    "Si las agregas a tu ciclo, te las haremos junto con las demás. Allí puedes quitarlas.",
  "assigned.packAdd": "Agregar a mi ciclo",
  "assigned.packAdded": "Agregamos «{title}» a tu ciclo.",
  "assigned.packCourse": "Empezar un ciclo",
  "assigned.open": "Enviar una pregunta o un cuestionario",
  "assigned.any": "cuando sea",
  "assigned.on": "para {day}",
  "assigned.doseDay": "para el día de la próxima sesión",
  "assigned.before": {
    one: "{n} día antes de la próxima sesión",
    other: "{n} días antes de la próxima sesión",
  },
  "assigned.after": {
    one: "{n} día después de la próxima sesión",
    other: "{n} días después de la próxima sesión",
  },
};
