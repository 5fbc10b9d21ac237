/** Lo que dice un terapeuta antes de que nadie comparta con él, como lo ven quienes tienen vínculo. */
export default {
  "error.boundary-missing":
    "Antes de que nadie se vincule contigo, di cómo lees lo que se comparte. Cada una de las cuatro preguntas pide unas palabras.",
  "boundary.needed":
    "Antes de que nadie se vincule contigo, conviene que sepa cómo lees: cuatro respuestas breves, con tus palabras. Se piden una vez y puedes cambiarlas cuando quieras.",
  "boundary.toSetup": "Decir cómo leo",
  "boundary.title": "Cómo lee {name}",
  "boundary.none": "{name} no ha dicho cómo lee lo que se comparte. Pregúntaselo cuando os veáis.",
  "boundary.rhythm": "Con qué frecuencia",
  "boundary.record": "En la historia clínica",
  "boundary.danger": "Si lee algo que suena a peligro",
  "boundary.absence": "Cuando no está",
  "boundary.said": "{name} escribió esto: {when}.",
  "boundary.away.now": "{name} no está hasta el {until}.",
  "boundary.away.ahead": "{name} no estará del {from} al {until}.",
};
