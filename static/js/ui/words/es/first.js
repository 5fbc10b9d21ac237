/** What the first screens say, and what every other one needs besides its own words. */
export default {
  "numbers.words": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" "),
  "numbers.nth":
    " primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima".split(
      " ",
    ),
  "numbers.ordinal": { other: "{n}.ª" },
  "date.dayAndTime": "{day}, {time}",
  "date.inZone": "{time} ({zone})",

  "phase.preparation": "Preparación",
  "phase.reflection": "Reflexión",
  "phase.integration": "Integración",

  "do.back": "Atrás",
  "do.cancel": "Cancelar",
  "do.close": "Cerrar",
  "do.help": "Ayuda",
  "do.lock": "Bloquear",
  "do.show": "Mostrar lo que escribo",
  "do.skip": "Ir al contenido",
  "do.undo": "Deshacer",

  "language.choose": "Idioma",
  "language.device": "Como el dispositivo: {name}",

  "watching.short": "Nadie vigila lo que escribes. Si necesitas a alguien ahora, abre {help}.",

  "update.ready": "Hay una versión nueva. Nada de lo que escribiste cambia.",
  "update.take": "Recargar",
  "update.later": "Espera hasta que se guarde lo que estás escribiendo.",
  "screen.failed": "Esta página no se abrió.",
  "screen.kept": "Lo que está guardado en este dispositivo sigue como estaba.",
  "lack.title": "Aquí todavía no se puede guardar nada",
  "lack.address":
    "Los navegadores solo dejan sellar lo que escribes en una dirección que empieza por https. Esta no lo hace.",
  "lack.address.way":
    "Abre la misma dirección con https delante, o pregunta a quien lleva este servidor.",
  "lack.storage":
    "Este navegador no deja que la aplicación guarde nada en este dispositivo, así que nada de lo que escribas podría quedarse.",
  "lack.storage.way":
    "Pasa en una ventana privada, con un ajuste que bloquea los datos de los sitios o con el disco lleno. Usa una ventana normal, permite que este sitio guarde datos o haz sitio, y prueba otra vez.",
  "lack.sealing": "Este navegador no puede sellar lo que escribes.",
  "lack.sealing.way": "Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "lack.workers": "A este navegador le falta lo que separa tus palabras de la página.",
  "lack.workers.way": "Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "lost.title": "El diario ya no está en este dispositivo",
  "lost.what":
    "Este navegador ha borrado lo que la aplicación guardaba aquí. Los navegadores lo hacen cuando el disco está lleno o cuando se borran los datos de los sitios.",
  "lost.safe": "Lo que tenía copia está a salvo en el servidor. Vuelve cuando inicies sesión.",
  "lost.safeAt":
    "Lo que tenía copia hasta {when} está a salvo en el servidor. Vuelve cuando inicies sesión.",
  "lost.only": {
    one: "Un cambio estaba solo en este dispositivo y se ha perdido.",
    other: "{n:Words} cambios estaban solo en este dispositivo y se han perdido.",
  },
  "lost.none": "Hasta donde sabía este dispositivo, nada estaba solo aquí.",
  "lost.new": "Empezar como alguien nuevo",
  "screen.again": "Intentar de nuevo",

  "error.wrong-passphrase":
    "Esa frase de acceso no abre este diario. Todo lo que hay en él sigue guardado.",
  "error.wrong-kit-code":
    "Esos caracteres no son un código de recuperación. Compáralos con tu hoja: tiene nueve grupos de cuatro.",
  "error.wrong-characters": "Esos no son los caracteres que se piden. Mira otra vez tu hoja.",
  "error.sign-in-failed":
    "El nombre de acceso, la frase y el código de recuperación no van juntos. No se ha cambiado nada.",
  "error.handle-taken": "Ese nombre de acceso ya existe aquí. Elige otro, por favor.",
  "error.handle-invalid":
    "Un nombre de acceso tiene de 3 a 64 caracteres: letras de la a a la z, cifras, y . _ @ + - después del primero.",
  "error.passphrase-short":
    "Una frase de acceso tiene al menos 15 caracteres. Basta una frase corta.",
  "error.passphrase-guessable":
    "Esa frase de acceso está entre las primeras que alguien probaría. Elige una frase tuya, o deja que te demos seis palabras.",
  "error.passphrase-changed":
    "La frase de acceso o la hoja se cambió en otro dispositivo. Escribe la frase nueva; si solo es nueva la hoja, bloquea y elige «Tengo mi hoja». Lo que escribiste sigue guardado.",
  "error.access-unsure":
    "La conexión se cortó antes de que el servidor respondiera: puede que se haya hecho o que no. No se ha perdido nada. Inténtalo otra vez, por favor.",
  "error.offline":
    "No hay conexión con el servidor. No se ha perdido nada. Inténtalo de nuevo cuando la haya.",
  "error.too-many":
    "Hubo muchos intentos hace un momento. No se ha perdido nada. Espera unos minutos, por favor.",
  "error.locked": "El diario está bloqueado. Lo que escribiste está guardado en este dispositivo.",
  "error.not-found": "Eso ya no está en este dispositivo.",
  "error.invite-invalid": "Esta invitación no está completa. Pide el enlace otra vez.",
  "error.invite-expired": "Esta invitación ha caducado. Pide una nueva.",
  "error.invite-spent": "Alguien ya respondió a esta invitación. Pide una nueva.",
  "error.invite-own": "Esta es tu propia invitación. La abre la otra persona.",
  "error.invite-same-role":
    "Un vínculo une a quien escribe con quien lee. Habéis elegido lo mismo.",
  "error.registration-closed": "Este servidor no admite a nadie nuevo por ahora.",
  "error.registration-code": "Este servidor pide un código de registro. Lo da quien lo gestiona.",
  "error.not-linked": "Esta persona y tú ya no tenéis vínculo. No se ha enviado nada.",
  "error.storage-full":
    "Tus palabras siguen en esta página, pero este dispositivo no tiene sitio para guardarlas. Haz sitio o guárdalas como texto.",
  "error.storage-failed":
    "Tus palabras siguen en esta página, pero este navegador no las guardó. Guárdalas como texto antes de cerrarla.",
  "error.too-long":
    "Es más largo de lo que cabe en una entrada, así que no se ha guardado ni enviado. Tus palabras siguen en esta página: acórtalas o divídelas.",
  "error.ring-full":
    "Tienes vínculo con tantas personas como caben en una cuenta. No se ha enviado nada, y de todo lo que tienes se sigue haciendo copia.",
  "error.erased":
    "El servidor dice que esta cuenta se ha borrado. Lo que hay en este dispositivo se puede seguir leyendo aquí, y ya no se hace copia de ello.",
  "error.unsupported-browser":
    "A este navegador le falta lo que hace falta para sellar. Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "error.failed":
    "Algo ha fallado en la app. Lo que has escrito está guardado en este dispositivo. Inténtalo otra vez.",
  "error.server":
    "El servidor no respondió como se esperaba. Lo que escribiste está guardado en este dispositivo.",

  "welcome.what":
    "Un diario para las semanas en torno a un tratamiento. Lo que escribes se sella en tu dispositivo antes de salir de él, y este servidor solo guarda lo que no puede abrir. Puedes dejar que lo lea tu terapeuta de confianza, una entrada cada vez.",
  "welcome.signUp": "Empezar aquí",
  "welcome.signIn": "Ya tengo una cuenta",
  "welcome.watching": "Nadie vigila lo que se escribe aquí, y esto no puede pedir ayuda.",
  "welcome.invited":
    "Tienes una invitación. Empieza, o inicia sesión, y la invitación se abrirá después.",

  "lock.title": "Bloqueado",
  "lock.as": "Aquí escribe {handle}",
  "lock.passphrase": "Frase de acceso",
  "lock.unlock": "Desbloquear",
  "lock.opening": "Abriendo",
  "lock.forgotten": "No tengo mi frase de acceso",
  "lock.forgottenAnswer":
    "Nadie puede buscarla por ti: no está guardada en ningún sitio. Tómate tu tiempo, muchas veces vuelve. ¿Mayúsculas, un espacio, otro teclado? Con tu hoja de recuperación entras también sin ella.",
  "lock.recover": "Tengo mi hoja",
  "lock.invited": "Tienes una invitación. Desbloquea, y se abrirá después.",
  "lock.capture": "Escribir sin desbloquear",

  "capture.title": "Lo que hay ahora",
  "capture.begin": "Basta una palabra.",
  "capture.sealed": "Se sella mientras escribes, y no se vuelve a mostrar hasta que desbloquees.",
  "capture.kept": "Guardado en este dispositivo. Estará en tu diario cuando desbloquees.",
  "capture.done": "Listo",
  "capture.full":
    "Tus palabras siguen en esta página. Todavía no están guardadas: este dispositivo no tiene sitio. Haz sitio y toca Listo.",
  "capture.failed":
    "Tus palabras siguen en esta página. Todavía no están guardadas: este navegador no las almacenó. Toca Listo para intentarlo otra vez.",
  "capture.notYet":
    "Aquí todavía no se puede anotar nada. Desbloquea una vez en este dispositivo; después podrás escribir sin desbloquear.",
};
