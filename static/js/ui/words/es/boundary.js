/** Lo que dice un terapeuta antes de que nadie comparta con él, como lo ven quienes tienen vínculo. */
export default {
  "error.boundary-missing":
    "Primero responde las cuatro preguntas. Bastan unas palabras en cada una.",
  "boundary.needed":
    "Antes de que alguien se vincule contigo, cuéntale cómo lees. Cuatro respuestas breves; puedes cambiarlas después.",
  "boundary.toSetup": "Decir cómo leo",
  "boundary.title": "Cómo lee {name}",
  "boundary.none": "{name} no ha dicho cómo lee lo que compartes. Pregúntale cuando se vean.",
  "boundary.rhythm": "Con qué frecuencia",
  "boundary.record": "En la historia clínica",
  "boundary.danger": "Si lee que alguien está en peligro",
  "boundary.absence": "Cuando no está",
  "boundary.said": "{name} escribió esto: {when}.",
  "boundary.away.now": "{name} no está hasta el {until}.",
  "boundary.away.ahead": "{name} no estará del {from} al {until}.",
};
