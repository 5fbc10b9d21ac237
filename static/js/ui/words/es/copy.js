/** Taking a copy of everything, and the words that stand in it. */
export default {
  "copy.title": "Llevarte una copia",
  "copy.lead":
    "Todo lo que has escrito, en un archivo que guardas tú. Se hace en este dispositivo, también sin conexión, y no se envía a ninguna parte.",
  "copy.open":
    "Quien tenga este archivo puede leerlo. No va sellado: guárdalo donde guardarías un diario.",
  "copy.what": "Lo que llevará dentro",
  "copy.holds":
    "Páginas para leer de cada día, tablas para una hoja de cálculo y un archivo para otros programas, todo en un .zip que cualquier teléfono o computadora puede abrir.",
  "copy.make": "Hacer la copia",
  "copy.making": "Haciendo la copia",
  "copy.progress": "{n} de {of}",
  "copy.stopped": "Detenido. No se hizo ningún archivo.",
  "copy.ready": "Tu copia está lista",
  "copy.sealNot": "Desaparece al salir de esta página, a no ser que la guardes.",
  "copy.save": "Guardarla ({size})",
  "copy.saved":
    "Entregada a tu navegador, que la deja entre las descargas o te pregunta dónde ponerla.",
  "copy.tooMuch": "Es más de lo que cabe en un .zip. No se hizo nada y no se perdió nada.",
  "copy.unread": {
    one: "{n} cosa no se puede leer aquí. La copia la nombra; se queda donde está.",
    many: "{n} de cosas no se pueden leer aquí. La copia las nombra; se quedan donde están.",
    other: "{n} cosas no se pueden leer aquí. La copia las nombra; se quedan donde están.",
  },
  "copy.last.unknown": "Última copia desde este dispositivo: todavía ninguna",
  "copy.last.today": "Última copia desde este dispositivo: hoy",
  "copy.last.days": {
    one: "Última copia desde este dispositivo: ayer",
    many: "Última copia desde este dispositivo: hace {n} de días",
    other: "Última copia desde este dispositivo: hace {n} días",
  },

  "copy.file.n.entries": "Entradas",
  "copy.file.n.measures": "Cuestionarios y valoraciones",
  "copy.file.n.dosings": "Sesiones de tratamiento",
  "copy.file.n.drafts": "Borradores",
  "copy.file.n.comments": "Comentarios y respuestas",
  "copy.file.n.trash": "En la papelera",
  "copy.file.n.captures": "Escrito sin desbloquear, sin archivar todavía",
  "copy.file.n.other": "Todo lo demás",
  "copy.file.title": "Diario",
  "copy.file.made": "Copia hecha el",
  "copy.file.open": "Quien tenga este archivo puede leerlo.",
  "copy.file.about":
    "La carpeta journal tiene un archivo para cada día. data.json lo tiene todo, también las versiones anteriores y con quién se compartió qué; measures.csv y answers.csv son tablas. Lo que escribieron otras personas va citado, bajo su nombre.",
  "copy.file.unread": "Lo que no se pudo leer",
  "copy.file.undated": "Sin fecha",
  "copy.file.drafts": "Empezado y sin terminar",
  "copy.file.trash": "En la papelera",
  "copy.file.other": "Todo lo demás",
  "copy.file.dosing": "Sesión de tratamiento",
  "copy.file.you": "Tú",
};
