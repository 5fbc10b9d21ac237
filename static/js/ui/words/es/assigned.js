/** Lo que un terapeuta propone a una persona, como ella lo ve, y cuándo se pregunta. */
export default {
  "assigned.from": "De {name}",
  "assigned.no": "Esta vez no",
  "assigned.declined": "Dejado de lado. {name} ve «esta vez no», y nada más.",
  "assigned.pack": "Preguntas: {title}",
  "assigned.packHint":
    "Añadidas a tu ciclo, se hacen entre las demás. Allí puedes quitarlas de nuevo.",
  "assigned.packAdd": "Añadir a mi ciclo",
  "assigned.packAdded": "«{title}» forma parte de tu ciclo.",
  "assigned.packCourse": "Empezar un ciclo",
  "assigned.open": "Proponer una pregunta o un cuestionario",
  "assigned.any": "cuando venga bien",
  "assigned.on": "para {day}",
  "assigned.doseDay": "para el día de la próxima dosis",
  "assigned.before": {
    one: "{n} día antes de la próxima dosis",
    other: "{n} días antes de la próxima dosis",
  },
  "assigned.after": {
    one: "{n} día después de la próxima dosis",
    other: "{n} días después de la próxima dosis",
  },
};
