/** The journal's calendar, its trash, earlier versions of an entry, and what is tied to it. */
export default {
  "journal.calendar": "Calendario",
  "journal.filter": "Filtrar",
  "journal.kinds": "Por tipo",
  "journal.kind.entry": "Palabras",
  "journal.kind.measure": "Cuestionarios",
  "journal.kind.rating": "Valoraciones personales",
  "journal.emptyKind": "Todavía nada de este tipo.",
  "journal.trash": "Papelera",

  "calendar.earlier": "Mes anterior",
  "calendar.later": "Mes siguiente",
  "calendar.day": { one: "{day}: {n} entrada", other: "{day}: {n} entradas" },
  "calendar.dose": "{day}: dosis {dose}",
  "calendar.both": {
    one: "{day}: dosis {dose}, {n} entrada",
    other: "{day}: dosis {dose}, {n} entradas",
  },
  "calendar.nothing": "Nada en este día.",
  "calendar.choose": "Elige un día para ver sus entradas.",

  "trash.title": "Papelera",
  "trash.lead":
    "Puedes recuperar durante 30 días lo que borraste. Después, este dispositivo lo elimina.",
  "trash.empty": "La papelera está vacía.",
  "trash.deleted": "Borrado: {when}",
  "trash.waiting": "Borrado aquí. El servidor todavía no lo sabe.",
  "trash.restore": "Recuperar",
  "trash.restored": "Está de nuevo en tu diario, sin compartir con nadie.",
  "trash.erase": "Eliminar ahora",
  "trash.eraseTitle": "¿Eliminar estas palabras para siempre?",
  "trash.eraseAll": "Vaciar la papelera",
  "trash.eraseAllTitle": "¿Vaciar la papelera para siempre?",
  "trash.means":
    "Estas palabras desaparecerán de este dispositivo y aquí no podrás recuperarlas. Tampoco se le darán a nadie más. El servidor elimina su copia sellada 30 días después de que las borraste, y tus otros dispositivos las eliminan 30 días después de enterarse; las copias de seguridad antiguas del servidor pueden tener piezas selladas más tiempo. Quien leyó lo que compartiste puede haberlo guardado.",
  "trash.erased": "Eliminado de este dispositivo.",
  "trash.stays":
    "Lo que el servidor todavía no sabe que está borrado se queda hasta que este dispositivo haya tenido conexión.",

  "entry.tie": "Agregar a una intención",
  "entry.versions": "Versiones anteriores",

  "versions.title": "Versiones anteriores",
  "versions.lead":
    "Cada versión que tuvo copia se queda. Puedes leer una sin cambiar nada. Si recuperas una, pasa a ser la más nueva, y las demás se quedan.",
  "versions.only": "Hay una sola versión.",
  "versions.now": "versión actual",
  "versions.written": "Escrita: {when}",
  "versions.restore": "Hacer de esta la versión más nueva",
  "versions.restored": "Ahora esta es la versión más nueva. Las demás se quedan.",
  "versions.wait":
    "Tus últimos cambios están solo en este dispositivo. Cuando tengan copia, se puede recuperar una versión anterior y no se pierde nada.",
};
