/** Cómo lee un terapeuta y cómo dejar una consulta: solo para terapeutas. */
export default {
  "setup.title": "Cómo lees",
  "setup.lead":
    "Quien tiene vínculo contigo lee esto antes de compartir, palabra por palabra. Escríbelo como lo dirías en la consulta.",
  "setup.rhythm": "¿Con qué frecuencia lees lo que se comparte?",
  "setup.rhythmHint": "Por ejemplo: los lunes y jueves por la tarde, no los fines de semana.",
  "setup.record": "¿Qué haces con ello en la historia clínica?",
  "setup.recordHint": "Por ejemplo: anoto que he leído, y copio palabras solo si me lo pides.",
  "setup.danger": "¿Qué haces si lees algo que suena a peligro?",
  "setup.dangerHint":
    "Por ejemplo: te llamo en esa misma hora y después a la persona que nombraste. Antes de leerlo no sé nada.",
  "setup.absence": "¿Quién está cuando tú no estás?",
  "setup.absenceHint":
    "Por ejemplo: la Dra. Lind, en el mismo número. No puede abrir lo que compartiste conmigo.",
  "setup.away": "Una ausencia",
  "setup.awayHint":
    "Quienes tienen vínculo la ven antes que nada. Termina sola al pasar su último día. Sin días no hay ausencia.",
  "setup.awayFrom": "Primer día",
  "setup.awayUntil": "Último día",
  "setup.awayText": "Qué conviene saber",
  "setup.awayTextHint": "Por ejemplo: no leo hasta el día 7. La Dra. Lind atiende el teléfono.",
  "setup.awayDays": "Una ausencia pide un primer día y un último día, en este orden.",
  "setup.save": "Guardar y avisar",
  "setup.kept": "Guardado. Se avisa a todas las personas con vínculo.",
  "setup.draft": "Guardado en este dispositivo como borrador. Nadie lo ha visto.",
  "setup.opened": "Cuando has abierto algo",
  "setup.tellOpened": "Se ve que he abierto lo que comparten",
  "setup.tellOpenedHint": "Se ve cuándo lo abriste por primera vez, y nada de lo que pensaste.",
  "setup.tells": "Desde ahora se ve que has abierto lo que comparten.",
  "setup.tellsNot": "Desde ahora nadie sabe qué abres.",
  "setup.leaving": "Cuando dejas una consulta",

  "leaving.title": "Cuando dejas una consulta",
  "leaving.lead":
    "Los vínculos son entre tú y cada persona. Nadie en la consulta puede abrirlos, terminarlos ni heredarlos por ti. Este orden ha funcionado bien:",
  "leaving.tell": "Díselo a todas las personas, en persona si puedes",
  "leaving.tellHint":
    "Desde qué día no lees y quién estará después. Desde aquí no sale ningún mensaje.",
  "leaving.away": "Pon una ausencia desde ese día",
  "leaving.awayHint": "Quien quiera compartir la ve primero, hasta que termine el vínculo.",
  "leaving.move": "Da tiempo para el cambio",
  "leaving.moveHint":
    "Cada persona se vincula con su nuevo terapeuta y elige qué puede leer. Tú no puedes pasar lo que compartieron contigo.",
  "leaving.keep": "Anota lo que tu historia clínica deba contener",
  "leaving.keepHint": "Terminado un vínculo, aquí ya no abres lo que se compartió por él.",
  "leaving.end": "Termina todos los vínculos",
  "leaving.endHint": "El último paso. Cada persona ve que su vínculo ha terminado.",
  "leaving.links": { one: "Sigue {n} vínculo.", other: "Siguen {n} vínculos." },
  "leaving.do": "Terminar todos los vínculos",
  "leaving.sure": "¿Terminar todos los vínculos?",
  "leaving.honest": {
    one: "Termina {n} vínculo. No se puede deshacer: esta cuenta no podrá vincularse otra vez con la misma persona.",
    other:
      "Terminan {n} vínculos. No se puede deshacer: esta cuenta no podrá vincularse otra vez con las mismas personas.",
  },
  "leaving.told": "Se lo he dicho a las personas afectadas",
  "leaving.ended": "Todos los vínculos han terminado. Cada persona lo sabe por su propia app.",
};
