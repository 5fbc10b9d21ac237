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
  "sync.signed-out": "Guardado en este dispositivo, sin copia: se cerró tu sesión",
  "sync.signInAgain": "Iniciar sesión de nuevo",
  "sync.full": "Guardado en este dispositivo, que está lleno. La copia sigue cuando haya espacio",
  "sync.retrying": "Guardado en este dispositivo, aún no todo con copia. Seguimos intentando",
  "sync.aside":
    "Guardado en este dispositivo. Algo no se pudo copiar al servidor; todo lo demás sigue",
  "sync.attention": "Guardado en este dispositivo. La copia está en pausa. Lee la nota de abajo",

  "coming.patient": "Tu diario se está cargando.",
  "coming.patient.count": "Tu diario se está cargando: {here} de {all} partes.",
  "coming.therapist": "Lo que comparten contigo se está cargando.",
  "coming.therapist.count": "Lo que comparten contigo se está cargando: {here} de {all} partes.",
  "coming.offline":
    "No tienes conexión. El resto se cargará después, y mientras tanto puedes escribir.",
  "coming.stopped": "Está en pausa. Lee la nota de abajo.",

  "look.now": "Revisado hace un momento.",
  "look.at": "Revisado por última vez: {when}.",
  "look.offline": "No tienes conexión.",
  "look.again": "Revisar otra vez",

  "notice.dismiss": "Lo he leído",
  "notice.open": "Abrir",
  "notice.conflict-copy":
    "Las dos versiones están guardadas. Cambiaste una entrada en dos dispositivos, así que la segunda versión está al lado como copia.",
  "notice.delete-undone":
    "Conservamos una entrada. La borraste en un dispositivo y la cambiaste en otro, así que está de nuevo en tu diario.",
  "notice.server-restored":
    "Tus palabras están guardadas. El servidor se restauró desde una copia, y este dispositivo volvió a enviar lo que allí faltaba.",
  "notice.history-changed":
    "Tus palabras están a salvo en este dispositivo. Lo que muestra el servidor ya no coincide con lo que este dispositivo vio antes, así que pusimos la copia en pausa. Avisa a quien gestiona el servidor, por favor.",
  "notice.app-old":
    "Tus palabras están a salvo en este dispositivo. Una versión más nueva de esta app escribió algo en tu cuenta, así que la copia está en pausa aquí hasta que esta se actualice. Cierra la app y ábrela de nuevo con conexión.",
  "notice.device-new":
    "Un dispositivo ha iniciado sesión en tu cuenta. Si no has sido tú, puedes cerrar su sesión en Mis dispositivos.",
  "notice.set-aside": "Llegó algo que no pudimos abrir. Lo apartamos, y nada tuyo cambió.",
  "notice.not-sent":
    "No pudimos enviar algo tuyo tal como está. Se queda en este dispositivo y todo lo demás sigue.",
  "notice.missing":
    "El servidor no nos dio algo que deberías poder leer. Lo marcamos como ausente.",
  "notice.missing-theirs":
    "Algo que compartieron contigo llegó sin sus palabras. Lo marcamos como ausente y lo pedimos otra vez cada vez que tocas «Hacer copia ahora».",
  "notice.ack-differs":
    "Tus palabras siguen como estaban y la copia continúa. La aplicación de alguien con quien compartes dice que recibió algo distinto de lo que enviaste. Pregúntale y compara con esa persona el número de seguridad.",
  "notice.invite-contested":
    "No se compartió nada. Más de una persona respondió a una invitación, así que ya no vale. Haz una nueva, en persona si puedes.",
  "notice.identity-changed":
    "Compartir con alguien está detenido. El servidor mostró en su nombre algo que no es suyo, así que puede haber alguien en medio. Compara el número de seguridad con esa persona.",
  "notice.link-ended":
    "Alguien terminó su vínculo contigo. Lo tuyo está como estaba. Ya no se envía nada entre ustedes, y lo que aún esperaba para esa persona no se envió.",
  "notice.erasing":
    "Pediste borrar esta cuenta del servidor. Hasta entonces todo sigue como antes, y puedes cambiar de opinión.",
  "notice.erased":
    "El servidor dice que esta cuenta se borró. Puedes seguir leyendo lo que hay en este dispositivo, pero ya no se hace copia.",
  "notice.storage-full":
    "Tus palabras están en la página, pero este dispositivo está lleno. Libera espacio antes de cerrarla.",
  "watching.reader":
    "Nadie vigila lo que comparten contigo. Lo verás cuando mires. Si alguien está en peligro, hay números en {help}.",
  "notice.captured":
    "Lo que se escribió aquí sin desbloquear está ahora en tu diario. Quien tenga este dispositivo puede escribir así.",
  "notice.capture-aside":
    "No podemos abrir algo que se escribió aquí sin desbloquear. Se queda en este dispositivo.",
  "notice.captures-wait":
    "Lo que escribiste sin desbloquear sigue sellado en este dispositivo: no hay espacio para ponerlo en tu diario. Libera espacio y después bloquea y desbloquea.",

  "cover.title": "Todavía sin bloquear",
  "cover.kept":
    "Tus palabras no se han perdido: siguen en esta página, tapadas. Este dispositivo no ha podido guardarlas, casi siempre porque está lleno o porque una entrada es demasiado larga. Lo seguimos intentando, y la página se bloquea en cuanto estén guardadas.",
  "cover.why":
    "Libera espacio, pero no cierres ni recargues esta página. O vuelve a la página con tu frase de acceso, para copiar tus palabras a otro sitio o acortarlas.",
  "cover.back": "Volver a la página",
  "cover.help": "Ayuda, en otra ventana",

  "row.odd": "No podemos mostrar esto aquí. Se guarda tal como llegó.",
  "row.raw": "Tal como llegó",
  "row.save": "Guardar como archivo",
};
