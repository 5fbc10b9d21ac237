/** Lo que un terapeuta dice antes de que nadie comparta con él, como lo ven quienes tienen vínculo. */
export default {
  "error.boundary-missing":
    "Antes de que nadie se vincule contigo, di cómo lees lo que se comparte. Cada una de las cuatro preguntas pide unas palabras.",
};
