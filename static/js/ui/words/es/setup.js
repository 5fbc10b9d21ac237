/** Cómo lee un terapeuta y cómo dejar una consulta: solo para terapeutas. */
export default {
  "setup.title": "Cómo lees",
  "setup.lead":
    "Quienes se vinculan contigo leen esto antes de compartir, palabra por palabra. Escríbelo como lo dirías en la sesión.",
  "setup.rhythm": "¿Con qué frecuencia lees lo que comparten?",
  "setup.rhythmHint": "Por ejemplo: los lunes y jueves por la tarde, no los fines de semana.",
  "setup.record": "¿Qué anotas en la historia clínica?",
  "setup.recordHint":
    "Por ejemplo: anoto que leí algo y copio tus palabras solo si tengo que hacerlo. Comprueba qué exigen tu licencia y tu seguro.",
  "setup.danger": "¿Qué haces si lees que alguien está en peligro?",
  "setup.dangerHint":
    "Por ejemplo: te llamo en cuanto lo leo, y después a la persona que nombraste. Hasta que lo leo, no lo sé.",
  "setup.absence": "¿Quién te cubre cuando no estás?",
  "setup.absenceHint":
    "Por ejemplo: la Dra. Lind, en el mismo número. No puede abrir lo que compartiste conmigo.",
  "setup.away": "Ausencia",
  "setup.awayHint":
    "Quienes se vincularon contigo ven esto primero. Termina después de su último día. Deja los días vacíos si no te vas.",
  "setup.awayFrom": "Primer día",
  "setup.awayUntil": "Último día",
  "setup.awayText": "¿Qué deberían saber?",
  "setup.awayTextHint": "Por ejemplo: no leo hasta el día 7. La Dra. Lind atiende el teléfono.",
  "setup.awayDays": "Escribe un primer día y un último día, en ese orden.",
  "setup.save": "Guardar y compartir",
  "setup.kept":
    "Guardado. Todas las personas vinculadas contigo lo reciben cuando tengan conexión.",
  "setup.keptFirst": "Guardado. Lo recibe cada persona con la que te vincules.",
  "setup.draft": "Guardado en este dispositivo como borrador. Nadie lo ha visto.",
  "setup.opened": "Cuando abres algo",
  "setup.tellOpened": "Las personas ven que abrí lo que comparten",
  "setup.tellOpenedHint": "Ven cuándo lo abriste por primera vez, y nada más.",
  "setup.tells": "Desde ahora, las personas ven cuándo abriste lo que comparten.",
  "setup.tellsNot": "Desde ahora, las personas no ven qué abres.",
  "setup.leaving": "Cuando dejas una consulta",

  "leaving.title": "Cuando dejas una consulta",
  "leaving.lead":
    "Los vínculos son entre tú y cada persona. Nadie en la consulta puede abrirlos, terminarlos ni heredarlos por ti. Te sugerimos este orden:",
  "leaving.tell": "Díselo a todas las personas, en persona si puedes",
  "leaving.tellHint":
    "Di desde qué día no lees y quién estará después. No enviamos ningún mensaje por ti.",
  "leaving.away": "Pon una ausencia desde ese día",
  "leaving.awayHint": "Quien quiera compartir la ve primero, hasta que termine el vínculo.",
  "leaving.move": "Da tiempo para el cambio",
  "leaving.moveHint":
    "Cada persona se vincula con su próxima o próximo terapeuta y elige qué puede leer. No puedes pasar lo que compartieron contigo.",
  "leaving.keep": "Anota lo que tu historia clínica deba contener",
  "leaving.keepHint": "Cuando un vínculo termina, ya no puedes abrir lo que se compartió por él.",
  "leaving.end": "Termina todos los vínculos",
  "leaving.endHint": "Esto va al final. Cada persona ve que su vínculo terminó.",
  "leaving.links": { one: "Queda {n} vínculo abierto.", other: "Quedan {n} vínculos abiertos." },
  "leaving.do": "Terminar todos los vínculos",
  "leaving.sure": "¿Terminar todos los vínculos?",
  "leaving.honest": {
    one: "Termina {n} vínculo. No se puede deshacer: esta cuenta no podrá vincularse otra vez con la misma persona.",
    other:
      "Terminan {n} vínculos. No se puede deshacer: esta cuenta no podrá vincularse otra vez con las mismas personas.",
  },
  "leaving.told": "Ya se lo dije a las personas afectadas",
  "leaving.ended": "Terminaste todos los vínculos. Cada persona lo verá cuando tenga conexión.",
};
