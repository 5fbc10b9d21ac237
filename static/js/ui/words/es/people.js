/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Personas",
  "people.empty.patient":
    "Aquí aparece la persona que es tu terapeuta cuando hagáis el vínculo. El vínculo no comparte nada por sí solo: compartes entrada por entrada.",
  "people.link.patient": "Vincular a mi terapeuta",
  "people.waiting": "Esperando a que {name} confirme que eres tú",
  "people.closed": "Se ha dejado de compartir",
  "people.verified.link": "Vínculo por enlace",
  "people.verified.in_person": "Vínculo comprobado en persona",
  "people.sees": {
    one: "puede leer {n} entrada",
    other: "puede leer {n} entradas",
  },
  "people.seesNone": "todavía no puede leer nada",
  "people.comments": { one: "{n} comentario nuevo", other: "{n} comentarios nuevos" },

  "answer.title": "{name} ha respondido a tu invitación",
  "answer.ask": "¿Es {role} a quien se la diste? Pregunta si no lo tienes claro.",
  "answer.contested":
    "Más de una persona respondió a esta invitación, así que otra persona puede haberla visto. No confirmes. Haz una nueva, en la misma sala si podéis.",
  "answer.yes": "Sí, es {name}",
  "answer.no": "No",
  "answer.confirmed": "Ya tienes vínculo con {name}.",
  "answer.refused": "La invitación se ha retirado. No se ha compartido nada.",

  "role.patient": "la persona",
  "role.therapist": "tu terapeuta",

  "link.title.patient": "Vincular a mi terapeuta",
  "link.title.therapist": "Vincularse con alguien",
  "link.lead": "Una persona hace una invitación y la otra la abre. Da igual quién empiece.",
  "link.make": "Hacer una invitación",
  "link.scan": "Deja que {them} escanee esto, o envía el enlace. Vale una sola vez, hasta {until}.",
  "link.them.patient": "tu terapeuta",
  "link.them.therapist": "la otra persona",
  "link.qr": "La invitación, para escanear",
  "link.field": "El enlace de la invitación",
  "link.copy": "Copiar",
  "link.send": "Enviar",
  "link.copied": "Copiado. Envíalo solo a esa persona.",
  "link.next": "Cuando haya respuesta, en Personas se te preguntará si es quien esperas.",
  "link.have": "Me han dado una invitación",
  "link.paste": "Pega su enlace",
  "link.open": "Abrir",
  "link.camera": "Escanear",
  "link.cameraStop": "Parar la cámara",
  "link.cameraFailed": "No se pudo usar la cámara. Pegar el enlace hace lo mismo.",
  "link.cameraView": "Lo que ve la cámara",

  "invite.title": "{name} te invita a un vínculo",
  "invite.patient": "{name} escribe aquí y puede compartir entradas contigo.",
  "invite.therapist":
    "{name} es terapeuta. El vínculo no comparte nada por sí solo: compartes entrada por entrada y puedes parar cuando quieras.",
  "invite.ask": "¿Es quien esperas?",
  "invite.yes": "Sí, vincular con {name}",
  "invite.no": "No",
  "invite.sent": "Tu respuesta va de camino. {name} confirma ahora que eres tú.",
  "invite.failed": "Esta invitación no se abrió",
  "invite.toPeople": "Ir a Personas",

  "number.open": "Comparar el número de seguridad",
  "number.title": "Número de seguridad",
  "number.lead":
    "{name} ve los mismos doce grupos si nadie se ha puesto entre vosotros. Comparadlos en la misma sala, o leedlos por teléfono.",
  "number.same": "Son iguales",
  "number.different": "Son distintos",
  "number.marked": "Anotado: comparado en persona.",
  "number.already": "Lo has comparado en persona.",
  "number.warn":
    "No compartas nada. Puede que alguien esté entre vosotros, o que esta no sea la persona que crees. Termina el vínculo y haced uno nuevo en la misma sala.",

  "person.sees": "Qué puede leer {name}",
  "person.seesNothing": "Todavía nada. Abre una entrada y elige Compartir.",
  "person.dosing":
    "{name} ve también tus sesiones de dosis: fecha, vía, número, entorno, quién está y tus pocas palabras. Nunca la cantidad, las mediciones ni los efectos secundarios.",
  "person.noDosing": "{name} no ve tus sesiones de dosis.",
  "person.stopAll": "Dejar de compartir todo",
  "person.stopAllTitle": "¿Dejar de compartir todo con {name}?",
  "person.stopAllHonest":
    "El servidor deja de entregar todo lo que compartiste, y el vínculo termina. Lo que {name} ya leyó o apuntó no se puede desleer. Para volver a compartir, haréis un vínculo nuevo.",
  "person.stopped": "Ya no se comparte nada con {name}.",
};
