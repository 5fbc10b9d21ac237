/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "Personas",
  "people.empty.patient":
    "Tu terapeuta aparecerá aquí cuando se vinculen. Vincularse no comparte nada: tú eliges cada entrada.",
  "people.link.patient": "Vincular a mi terapeuta",
  "people.waiting": "Esperando a que {name} confirme que eres tú",
  "people.closed": "Se ha dejado de compartir",
  "people.changed": "Compartir está detenido: ¿sigue siendo la misma persona?",
  "people.seesDosing": "puede ver tus sesiones de tratamiento",
  "people.verified.link": "Vínculo sin comparar el número de seguridad",
  "people.verified.in_person": "Vínculo con número de seguridad comparado",
  "people.sees": {
    one: "puede leer {n} entrada",
    other: "puede leer {n} entradas",
  },
  "people.seesNone": "todavía no puede leer nada",
  "people.comments": { one: "{n} comentario nuevo", other: "{n} comentarios nuevos" },

  "answer.title": "{name} ha respondido a tu invitación",
  "answer.ask": "¿Es {role} a quien se la diste? Pregunta si no lo tienes claro.",
  "answer.contested":
    "Más de una persona respondió a esta invitación, así que otra persona puede haberla visto. No confirmes. Haz una nueva, en persona si puedes.",
  "answer.yes": "Sí, es {name}",
  "answer.no": "No",
  "answer.confirmed": "Te vinculaste con {name}.",
  "answer.refused": "Retiraste la invitación. No se compartió nada.",

  "role.patient": "la persona",
  "role.therapist": "tu terapeuta",

  "link.title.patient": "Vincular a mi terapeuta",
  "link.title.therapist": "Vincularse con alguien",
  "link.lead": "Una persona hace una invitación y la otra la abre. Da igual quién empiece.",
  "link.make": "Hacer una invitación",
  "link.scan": "Deja que {them} escanee esto, o envía el enlace. Vale una sola vez, hasta {until}.",
  "link.them.patient": "tu terapeuta",
  "link.them.therapist": "la otra persona",
  "link.qr": "La invitación como código para escanear",
  "link.field": "Enlace de la invitación",
  "link.copy": "Copiar",
  "link.send": "Enviar",
  "link.copied": "Copiado. Envíalo solo a esa persona.",
  "link.next": "Cuando responda, te preguntaremos aquí si es quien esperas.",
  "link.have": "Tengo una invitación",
  "link.paste": "Pega el enlace",
  "link.open": "Abrir",
  "link.camera": "Escanear",
  "link.cameraFailed": "No pudimos usar la cámara. Puedes pegar el enlace en su lugar.",

  "invite.title": "{name} te invita a vincularte",
  "invite.patient": "{name} escribe aquí y puede compartir entradas contigo.",
  "invite.therapist":
    "{name} es terapeuta. Vincularse no comparte nada: tú eliges cada entrada y puedes parar cuando quieras.",
  "invite.alike":
    "Ya tienes a alguien con este nombre entre tu gente. Esta es otra cuenta, con otro número de seguridad. Antes de seguir, pregunta en persona o por teléfono si es suya.",
  "invite.ask": "¿Es quien esperabas?",
  "invite.yes": "Sí, vincularme con {name}",
  "invite.no": "No",
  "invite.sent": "Tu respuesta va en camino. {name} todavía tiene que confirmar que eres tú.",
  "invite.failed": "Esta invitación no se abrió",
  "invite.toPeople": "Ir a Personas",

  "number.open": "Comparar el número de seguridad",
  "number.title": "Número de seguridad",
  "number.lead":
    "Si no hay nadie en medio, {name} ve los mismos doce grupos. Compárenlos en persona o léanlos por teléfono.",
  "number.same": "Son iguales",
  "number.different": "Son distintos",
  "number.marked": "Guardado: ya lo comparaste.",
  "number.already": "Ya comparaste este número.",
  "number.warn":
    "No compartas nada. Puede haber alguien en medio, o esta no es la persona que crees. Termina el vínculo y hagan uno nuevo en persona.",
  "number.isDifferent": "Son dos números distintos.",
  "number.byCamera": "Con la cámara",
  "number.byCameraLead":
    "Una persona muestra esta imagen y la otra la escanea. Solo contiene el número, y no se envía nada. Si no se puede usar una cámara, léanse el número en voz alta.",
  "number.qr": "El número de seguridad como código para escanear",
  "number.scan": "Escanear la imagen de {name}",
  "number.notOne":
    "Eso no es un número de seguridad. Abre esta página en el otro dispositivo y escanea su imagen.",
  "number.cameraFailed": "No pudimos usar la cámara. Pueden leerse el número en voz alta.",

  "person.sees": "Lo que {name} puede ver",
  "person.seesNothing": "Todavía nada. Abre una entrada y elige Compartir.",
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
    one: "Escribiste {n} entrada cerca de una sesión. Espera, y te preguntaremos de nuevo.",
    other: "Escribiste {n} entradas cerca de una sesión. Esperan, y te preguntaremos de nuevo.",
  },
  "person.series": "{measure}, cada vez que lo completas",
  "person.seriesEnd": "Terminar",
  "person.seriesEnded":
    "Las nuevas respuestas a {measure} ya no se comparten con {name} automáticamente. Lo compartido sigue compartido.",
  "person.dosing":
    "{name} ve también tus sesiones de tratamiento: fecha, vía, número, entorno, quién te acompaña y tus pocas palabras. Nunca la cantidad, las mediciones ni los efectos secundarios.",
  "person.noDosing": "{name} no ve tus sesiones de tratamiento.",
  "person.dosingShow": "Mostrar tus sesiones de tratamiento",
  "person.dosingTitle": "¿Mostrar a {name} tus sesiones de tratamiento?",
  "person.dosingShown":
    "{name} ve ahora todas tus sesiones de tratamiento, también las anteriores.",
  "person.dosingStop": "Dejar de mostrar las sesiones de tratamiento",
  "person.dosingStopTitle": "¿Dejar de mostrar a {name} tus sesiones de tratamiento?",
  "person.dosingStopHonest":
    "El servidor deja de dárselas a {name}. Lo que {name} ya vio no se puede borrar; la gente recuerda lo que ha leído.",
  "person.byLink":
    "Se vincularon por una invitación. Solo sabrás que es {name} cuando comparen el número de seguridad, en persona o por teléfono.",
  "person.changed":
    "Compartir está detenido. El servidor mostró en nombre de {name} algo que no es suyo, así que puede haber alguien en medio. No se comparte nada más hasta que comparen el número de seguridad, en persona o por teléfono.",
  "person.closed":
    "El vínculo terminó. Ya no se comparte nada con {name}, y tu diario está como estaba. Lo que {name} ya leyó no se puede borrar.",
  "person.move": "Compartir lo mismo con otra o con otro terapeuta",
  "person.stopAll": "Dejar de compartir todo",
  "person.stopAllTitle": "¿Dejar de compartir todo con {name}?",
  "person.stopAllHonest":
    "El servidor deja de dar a {name} todo lo que compartiste: entradas, partes de ellas, cuestionarios y sesiones de tratamiento. El vínculo sigue. Lo que {name} ya leyó o anotó no se puede borrar; la gente recuerda lo que ha leído.",
  "person.stopped": "Ya no se comparte nada con {name}. El vínculo sigue.",
  "person.end": "Terminar el vínculo",
  "person.endTitle": "¿Terminar el vínculo con {name}?",
  "person.endHonest.patient":
    "El servidor deja de dar a {name} todo lo que compartiste, y el vínculo termina para las dos personas. Lo que {name} ya leyó o anotó no se puede borrar. Lo que {name} te escribió se queda en este dispositivo. Estas dos cuentas no se pueden vincular otra vez.",
  "person.endHonest.therapist":
    "Ya no recibes lo que {name} comparte, y {name} verá que el vínculo terminó. Estas dos cuentas no se pueden vincular otra vez.",
  "person.ended": "Terminaste el vínculo con {name}.",
  "quiet.title": "Silenciadas y bloqueadas",
  "quiet.label.muted": "En silencio",
  "quiet.label.blocked": "Con bloqueo",
  "quiet.mute": "Silenciar a {name}",
  "quiet.unmute": "Dejar de silenciar a {name}",
  "quiet.muteTitle": "¿Silenciar a {name}?",
  "quiet.muteHonest":
    "Lo que escriba {name} seguirá llegando, pero sin avisos: queda plegado hasta que lo abras. Todo lo demás sigue igual, y a {name} no se le dice nada.",
  "quiet.muted": "Has silenciado a {name}.",
  "quiet.heard": "Ya no silencias a {name}.",
  "quiet.isMuted":
    "Has silenciado a {name}. Lo que escribe no da avisos y queda plegado. No se le dice nada.",
  "quiet.block": "Bloquear a {name}",
  "quiet.blockTitle": "¿Bloquear a {name}?",
  "quiet.blockHonest":
    "El vínculo termina para siempre. Ya no verás nada de {name}, y sus invitaciones y respuestas se rechazan. {name} ve que el vínculo terminó, como en cualquier final, pero no que hay un bloqueo. Lo que ya leyó no se puede borrar, y un bloqueo no se puede deshacer.",
  "quiet.blocked": "Has bloqueado a {name}.",
  "quiet.isBlocked": "Has bloqueado a {name}. No verás nada suyo. Solo ve que el vínculo terminó.",
};
