/** What stands around every screen behind the lock. */
export default {
  "nav.label": "Principal",
  "nav.today": "Hoy",
  "nav.journal": "Diario",
  "nav.timeline": "Línea",
  "nav.people": "Personas",
  "nav.queue": "Por leer",
  "nav.me": "Yo",

  "sync.idle": "Con copia en el servidor",
  "sync.idleAt": "Con copia en el servidor: {when}",
  "sync.busy": "Haciendo la copia",
  "sync.waiting": {
    one: "Un cambio está solo en este dispositivo",
    other: "{n:Words} cambios están solo en este dispositivo",
  },
  "sync.offline": "Sin conexión. Todo está guardado en este dispositivo",
  "sync.signed-out": "Guardado en este dispositivo, sin copia: el servidor ha cerrado tu sesión",
  "sync.signInAgain": "Iniciar sesión de nuevo",
  "sync.full":
    "Guardado en este dispositivo, que está lleno. La copia sigue sola en cuanto haya sitio",
  "sync.retrying": "Guardado en este dispositivo, aún no todo con copia. Se vuelve a intentar solo",
  "sync.aside":
    "Guardado en este dispositivo. Algo no se pudo copiar al servidor; todo lo demás sigue",
  "sync.attention":
    "Guardado en este dispositivo. La copia se ha detenido hasta que leas el aviso de abajo",

  "coming.patient": "Tu diario está llegando.",
  "coming.patient.count": "Tu diario está llegando: {here} de {all} partes.",
  "coming.therapist": "Lo que comparten contigo está llegando.",
  "coming.therapist.count": "Lo que comparten contigo está llegando: {here} de {all} partes.",
  "coming.offline":
    "Ahora mismo no hay conexión. El resto llega solo, y mientras tanto puedes escribir.",
  "coming.stopped": "Se ha detenido hasta que leas el aviso de abajo.",

  "look.now": "Mirado hace un momento.",
  "look.at": "Mirado por última vez: {when}.",
  "look.offline": "Ahora mismo no hay conexión.",
  "look.again": "Mirar otra vez",

  "notice.dismiss": "Lo he leído",
  "notice.open": "Abrir",
  "notice.conflict-copy":
    "Las dos versiones están guardadas. Una entrada se cambió en dos dispositivos, y la segunda versión está al lado como copia.",
  "notice.delete-undone":
    "Una entrada está guardada. La borraste en un dispositivo y la cambiaste en otro, así que está de nuevo en tu diario.",
  "notice.server-restored":
    "Tus palabras están guardadas. El servidor se restauró desde una copia, y este dispositivo ha vuelto a enviar lo que allí faltaba.",
  "notice.history-changed":
    "Tus palabras están guardadas en este dispositivo. El servidor muestra un pasado distinto, así que la copia se ha detenido. Avisa a quien lo gestiona, por favor.",
  "notice.set-aside": "Llegó algo que no se pudo abrir. Está apartado y nada tuyo ha cambiado.",
  "notice.not-sent":
    "Algo tuyo no se pudo enviar tal como está. Se queda en este dispositivo y todo lo demás sigue.",
  "notice.missing":
    "El servidor no entregó algo que deberías poder leer. Está marcado como ausente.",
  "notice.missing-theirs":
    "Algo que alguien compartió contigo llegó sin sus palabras. Queda marcado como ausente y se vuelve a pedir cada vez que haces copia a mano.",
  "notice.ack-differs":
    "Tus palabras siguen como estaban y la copia continúa. La app de alguien con quien compartes dice que recibió algo distinto de lo que enviaste. Pregúntale y comparad el número de seguridad.",
  "notice.invite-contested":
    "No se ha compartido nada. Más de una persona respondió a una invitación, así que ya no vale. Haz una nueva, en persona si puedes.",
  "notice.identity-changed":
    "Compartir con alguien está detenido. El servidor mostró en su nombre algo que no es suyo, así que alguien podría estar entre vosotros. Comparad el número de seguridad.",
  "notice.link-ended":
    "Alguien ha terminado el vínculo contigo. Lo tuyo está como estaba. Ya no pasa nada entre vosotros, y lo que aún esperaba para esa persona no se envió.",
  "notice.erasing":
    "Esta cuenta se va a borrar del servidor. Hasta entonces todo sigue, y puedes echarte atrás.",
  "notice.erased":
    "El servidor dice que esta cuenta se ha borrado. Lo que hay en este dispositivo se puede seguir leyendo aquí, y ya no se hace copia de ello.",
  "notice.storage-full":
    "Tus palabras están en la página, pero a este dispositivo no le queda sitio. Haz sitio antes de cerrarla.",
  "notice.captured":
    "Lo que se escribió aquí sin desbloquear está ahora en tu diario. Quien tenga este dispositivo puede escribir así.",
  "notice.capture-aside":
    "Algo que se escribió aquí sin desbloquear no se abre. Está apartado en este dispositivo.",
  "notice.captures-wait":
    "Lo que escribiste sin desbloquear sigue sellado en este dispositivo: no hay sitio para ponerlo en tu diario. Haz sitio y después bloquea y desbloquea.",

  "row.odd": "Esto no se puede mostrar aquí. Se guarda tal como llegó.",
  "row.raw": "Tal como llegó",
  "row.save": "Guardarlo en un archivo",
};
