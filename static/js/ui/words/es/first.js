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
  "screen.kept": "Lo que guardaste en este dispositivo sigue como estaba.",
  "lack.title": "Aquí todavía no podemos guardar nada",
  "lack.address":
    "Los navegadores solo dejan sellar lo que escribes en una dirección que empieza por https. Esta no empieza así.",
  "lack.address.way":
    "Abre la misma dirección con https delante, o pregunta a quien gestiona este servidor.",
  "lack.storage":
    "Este navegador no deja que la aplicación guarde nada en este dispositivo, así que nada de lo que escribas podría quedarse.",
  "lack.storage.way":
    "Puede ser una ventana privada, un ajuste que bloquea los datos de los sitios o un disco lleno. Usa una ventana normal, permite que este sitio guarde datos o libera espacio, y prueba otra vez.",
  "lack.sealing": "Este navegador no puede sellar lo que escribes.",
  "lack.sealing.way": "Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "lack.workers": "Este navegador no puede separar tus palabras de la página.",
  "lack.workers.way": "Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "lost.title": "Tu diario ya no está en este dispositivo",
  "lost.what":
    "Tu navegador borró lo que la aplicación guardaba aquí. Los navegadores lo hacen cuando el disco está lleno o cuando alguien borra los datos de los sitios.",
  "lost.safe": "Lo que tenía copia está a salvo en el servidor. Vuelve cuando inicies sesión.",
  "lost.safeAt":
    "Lo que tenía copia hasta {when} está a salvo en el servidor. Vuelve cuando inicies sesión.",
  "lost.only": {
    one: "Un cambio estaba solo en este dispositivo y se ha perdido.",
    other: "{n:Words} cambios estaban solo en este dispositivo y se han perdido.",
  },
  "lost.none": "Hasta donde sabía este dispositivo, todo tenía copia.",
  "lost.new": "Empezar con una cuenta nueva",
  "screen.again": "Intentar de nuevo",

  "error.wrong-passphrase":
    "Esa frase de acceso no abre este diario. Todo lo que hay en él sigue aquí.",
  "error.wrong-kit-code":
    "Eso no es un código de recuperación. Mira tu hoja: el código tiene nueve grupos de cuatro.",
  "error.wrong-characters": "No coinciden. Mira tu hoja e inténtalo otra vez.",
  "error.sign-in-failed":
    "No pudimos iniciar tu sesión. Revisa el nombre de acceso, la frase y el código de recuperación e inténtalo otra vez. No cambió nada.",
  "error.handle-taken": "Alguien ya usa ese nombre de acceso. Elige otro, por favor.",
  "error.handle-invalid":
    "Usa de 3 a 64 caracteres: letras de la a a la z, números, y . _ @ + - después del primero.",
  "error.passphrase-short": "Usa al menos 15 caracteres. Una frase corta funciona bien.",
  "error.passphrase-guessable":
    "Es una de las primeras frases que alguien probaría. Usa una frase tuya o deja que te demos seis palabras.",
  "error.passphrase-changed":
    "Cambiaste la frase de acceso o la hoja en otro dispositivo. Escribe la frase nueva; si solo es nueva la hoja, bloquea y elige «Tengo mi hoja». Lo que escribiste sigue aquí.",
  "error.access-unsure":
    "La conexión se cortó antes de que el servidor respondiera: quizá se hizo, quizá no. No se perdió nada. Inténtalo otra vez, por favor.",
  "error.offline":
    "No podemos llegar al servidor. No se perdió nada. Inténtalo de nuevo cuando tengas conexión.",
  "camera.stop": "Parar la cámara",
  "camera.view": "Lo que ve la cámara",
  "error.too-many": "Hubo demasiados intentos. No se perdió nada. Espera unos minutos, por favor.",
  "error.locked": "Tu diario está bloqueado. Lo que escribiste está guardado en este dispositivo.",
  "error.not-found": "Eso ya no está en este dispositivo.",
  "error.invite-invalid": "Esta invitación no está completa. Pide el enlace otra vez.",
  "error.invite-expired": "Esta invitación ya venció. Pide una nueva.",
  "error.invite-spent": "Alguien ya respondió a esta invitación. Pide una nueva.",
  "error.invite-own": "Esta es tu propia invitación. La tiene que abrir la otra persona.",
  "error.invite-same-role":
    "Un vínculo necesita una persona que escribe y una o un terapeuta. Las dos cuentas se crearon iguales.",
  "error.registration-closed": "Este servidor no acepta cuentas nuevas por ahora.",
  "error.registration-code":
    "Necesitas un código de registro. Pídelo a tu clínica o a quien gestiona este servidor.",
  "error.not-linked": "Ya no estás en vínculo con esta persona. No se envió nada.",
  "error.storage-full":
    "Tus palabras siguen en esta página, pero este dispositivo está lleno y no están guardadas. Libera espacio o guárdalas como texto.",
  "error.storage-failed":
    "Tus palabras siguen en esta página, pero este navegador no las guardó. Guárdalas como texto antes de cerrarla.",
  "error.too-long":
    "Es demasiado largo para una entrada, así que no lo guardamos ni lo enviamos. Tus palabras siguen en esta página: acórtalas o divídelas.",
  "error.ring-full":
    "Tienes tantos vínculos como caben en una cuenta. No se envió nada, y de todo lo que tienes se sigue haciendo copia.",
  "error.erased":
    "El servidor dice que esta cuenta se borró. Puedes seguir leyendo lo que hay en este dispositivo, pero ya no se hace copia.",
  "error.unsupported-browser":
    "Este navegador no puede sellar lo que escribes. Usa una versión actual de Safari, Chrome, Edge o Firefox.",
  "error.failed":
    "Algo ha fallado en la app. Lo que has escrito está guardado en este dispositivo. Inténtalo otra vez.",
  "error.server":
    "El servidor no respondió como se esperaba. Lo que escribiste está guardado en este dispositivo.",

  "welcome.what":
    "Un diario para las semanas en torno a un tratamiento. Lo que escribes se sella en tu dispositivo antes de salir de él, y este servidor no puede leerlo. Si quieres, comparte entradas sueltas con tu terapeuta de confianza.",
  "welcome.signUp": "Empezar",
  "welcome.signIn": "Ya tengo una cuenta",
  "welcome.watching": "Nadie vigila lo que escribes aquí, y esta aplicación no puede pedir ayuda.",
  "welcome.invited": "Tienes una invitación. Empieza o inicia sesión, y la abriremos después.",

  "lock.title": "Bloqueado",
  "lock.as": "Aquí escribe {handle}",
  "lock.passphrase": "Frase de acceso",
  "lock.unlock": "Desbloquear",
  "lock.opening": "Abriendo",
  "lock.forgotten": "No tengo mi frase de acceso",
  "lock.forgottenAnswer":
    "Nadie puede buscarla por ti, porque no está guardada en ningún lugar. Tómate tu tiempo; muchas veces vuelve. ¿Una mayúscula, un espacio, otro teclado? Con tu hoja de recuperación entras también sin ella.",
  "lock.recover": "Tengo mi hoja",
  "lock.invited": "Tienes una invitación. Desbloquea, y la abriremos después.",
  "lock.capture": "Escribir sin desbloquear",

  "capture.title": "Lo que hay ahora",
  "capture.begin": "Una palabra es suficiente.",
  "capture.sealed": "Se sella mientras escribes. No lo verás otra vez hasta que desbloquees.",
  "capture.kept": "Guardado en este dispositivo. Lo encontrarás en tu diario cuando desbloquees.",
  "capture.done": "Listo",
  "capture.full":
    "Tus palabras siguen en esta página. Este dispositivo está lleno, así que todavía no están guardadas. Libera espacio y toca Listo.",
  "capture.failed":
    "Tus palabras siguen en esta página. Tu navegador todavía no las guardó. Toca Listo para intentarlo otra vez.",
  "capture.notYet":
    "Aquí todavía no puedes escribir. Desbloquea una vez en este dispositivo; después podrás escribir sin desbloquear.",
};
