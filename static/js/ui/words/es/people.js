/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Personas",
  "people.empty.patient":
    "Aquí aparece la persona que es tu terapeuta cuando hagáis el vínculo. El vínculo no comparte nada por sí solo: compartes entrada por entrada.",
  "people.link.patient": "Vincular a mi terapeuta",
  "people.waiting": "Esperando a que {name} confirme que eres tú",
  "people.closed": "Se ha dejado de compartir",
  "people.changed": "Compartir está detenido: ¿sigue siendo la misma persona?",
  "people.seesDosing": "ve tus sesiones de dosis",
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
  "link.next": "Cuando haya respuesta, esta página te preguntará si es quien esperas.",
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
  "invite.alike":
    "Ya tienes a alguien con este nombre entre tu gente. Esta es otra cuenta, con otro número de seguridad. Pregunta en la misma sala o por teléfono si es suya, antes de seguir.",
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
  "number.isDifferent": "Son dos números distintos.",
  "number.byCamera": "Con la cámara",
  "number.byCameraLead":
    "Una persona muestra esta imagen y la otra la escanea. Solo contiene el número, y no se envía nada. Si no se puede usar una cámara, leerlo en voz alta sirve igual.",
  "number.qr": "El número de seguridad, para escanear",
  "number.scan": "Escanear la imagen de {name}",
  "number.notOne":
    "Eso no es un número de seguridad. Abrid esta página en el otro dispositivo y escanead su imagen.",
  "number.cameraFailed": "No se pudo usar la cámara. Leeros el número en voz alta sirve igual.",

  "person.sees": "Lo que {name} puede ver",
  "person.seesNothing": "Ninguna entrada aún. Abre una y elige Compartir.",
  "person.count": {
    one: "{n} entrada, entera o en parte",
    other: "{n} entradas, enteras o en parte",
  },
  "person.stop": "Terminar",
  "person.stopOne": "Dejar de compartir: {title}",
  "person.older": "una versión anterior, sin tus últimos cambios",
  "person.unsent": "aún sin enviar",
  "person.sent": "enviado",
  "person.there": "ha llegado",
  "person.opened": "abierto {day}",
  "person.openedOnce": "abierto",
  "person.waits": {
    one: "{n} entrada escrita cerca de una dosis espera, y te preguntará de nuevo.",
    other: "{n} entradas escritas cerca de una dosis esperan, y te preguntarán de nuevo.",
  },
  "person.series": "{measure}, cada vez que lo rellenas",
  "person.seriesEnd": "Terminar",
  "person.seriesEnded":
    "{measure} ya no se comparte por sí solo con {name}. Lo compartido sigue compartido.",
  "person.dosing":
    "{name} ve también tus sesiones de dosis: fecha, vía, número, entorno, quién está y tus pocas palabras. Nunca la cantidad, las mediciones ni los efectos secundarios.",
  "person.noDosing": "{name} no ve tus sesiones de dosis.",
  "person.dosingShow": "Mostrar tus sesiones de dosis",
  "person.dosingTitle": "¿Mostrar a {name} tus sesiones de dosis?",
  "person.dosingShown": "{name} ve desde ahora tus sesiones de dosis, también las anteriores.",
  "person.dosingStop": "Dejar de mostrar las sesiones de dosis",
  "person.dosingStopTitle": "¿Dejar de mostrar a {name} tus sesiones de dosis?",
  "person.dosingStopHonest":
    "El servidor deja de entregarlas. Lo que {name} ya vio no se puede borrar de la memoria: quien ha leído puede recordar.",
  "person.byLink":
    "El vínculo se hizo por enlace. Que es {name} será seguro cuando hayáis comparado el número de seguridad en la misma sala.",
  "person.changed":
    "Compartir está detenido. El servidor mostró en nombre de {name} algo que no es suyo, así que alguien podría estar entre vosotros. No se comparte nada más hasta que hayáis comparado el número de seguridad, en la misma sala o por teléfono.",
  "person.closed":
    "El vínculo ha terminado. Ya no se comparte nada con {name}, y tu diario está como estaba. Lo que {name} ya leyó, leído queda.",
  "person.move": "Compartir lo mismo con otra persona terapeuta",
  "person.stopAll": "Dejar de compartir todo",
  "person.stopAllTitle": "¿Dejar de compartir todo con {name}?",
  "person.stopAllHonest":
    "El servidor deja de entregar todo lo que {name} puede ver: entradas, partes de ellas, cuestionarios y sesiones de dosis. El vínculo sigue. Lo que {name} ya leyó o anotó, leído queda: quien ha leído puede recordar.",
  "person.stopped": "Ya no se comparte nada con {name}. El vínculo sigue.",
  "person.end": "Terminar el vínculo",
  "person.endTitle": "¿Terminar el vínculo con {name}?",
  "person.endHonest.patient":
    "El servidor deja de entregar todo lo que compartiste, y el vínculo termina para las dos personas. Lo que {name} ya leyó o anotó, leído queda. Lo que te escribió sigue en este dispositivo. Entre estas dos cuentas no se puede volver a abrir.",
  "person.endHonest.therapist":
    "Ya no recibes lo que {name} comparte, y {name} sabrá que el vínculo ha terminado. Entre estas dos cuentas no se puede volver a abrir.",
  "person.ended": "El vínculo con {name} ha terminado.",
  "quiet.title": "Silenciadas y bloqueadas",
  "quiet.label.muted": "En silencio",
  "quiet.label.blocked": "Con bloqueo",
  "quiet.mute": "Silenciar a {name}",
  "quiet.unmute": "Volver a recibir avisos de {name}",
  "quiet.muteTitle": "¿Silenciar a {name}?",
  "quiet.muteHonest":
    "Lo que escriba {name} seguirá llegando, pero sin avisos: queda plegado hasta que lo abras. Todo lo demás sigue igual, y a {name} no se le dice nada.",
  "quiet.muted": "Has silenciado a {name}.",
  "quiet.heard": "Vuelves a recibir avisos de {name}.",
  "quiet.isMuted":
    "Has silenciado a {name}. Lo que escribe no da avisos y queda plegado. No se le dice nada.",
  "quiet.block": "Bloquear a {name}",
  "quiet.blockTitle": "¿Bloquear a {name}?",
  "quiet.blockHonest":
    "El vínculo termina para siempre. Ya no verás nada de {name}, y no se aceptará ninguna invitación ni respuesta suya. {name} ve que el vínculo ha terminado, como en cualquier final, pero no que hay un bloqueo. Lo que ya ha leído no puede dejar de haberlo leído. Un bloqueo no se puede deshacer.",
  "quiet.blocked": "Has bloqueado a {name}.",
  "quiet.isBlocked":
    "Has bloqueado a {name}. Ya no se muestra ni se acepta nada suyo. Solo ve que el vínculo ha terminado.",
};
