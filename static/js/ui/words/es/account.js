/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Empecemos",
  "signUp.role": "¿Qué te trae aquí?",
  "signUp.patient": "Quiero escribir",
  "signUp.patientHint": "Un diario tuyo. Tú decides quién lee qué.",
  "signUp.therapist": "Soy terapeuta",
  "signUp.therapistHint": "Lees lo que otras personas comparten contigo.",
  "signUp.name": "Nombre",
  "signUp.nameHint": "Lo verá la persona con la que te vincules. El servidor no lo ve.",
  "signUp.nameMissing": "Escribe un nombre.",
  "signUp.handle": "Nombre de acceso",
  "signUp.handleHint":
    "Con él inicias sesión. No tiene que ser tu nombre. De 3 a 64 caracteres: letras de la a a la z, números, y . _ @ + - después del primero.",
  "signUp.passphrase": "Frase de acceso",
  "signUp.passphraseHint":
    "Al menos 15 caracteres; una frase corta funciona bien. Nunca sale de este dispositivo y nadie puede restablecerla.",
  "signUp.generate": "Dame seis palabras",
  "signUp.generated":
    "Estas seis palabras son solo tuyas. En un momento las anotarás junto con la hoja.",
  "signUp.country": "Tu país, para los números de Ayuda",
  "signUp.code": "Código de registro",
  "signUp.go": "Continuar",
  "signUp.making": "Preparando",
  "signUp.have": "Ya tengo una cuenta",

  "kit.title": "Tu hoja de recuperación",
  "kit.what":
    "En un dispositivo nuevo necesitas este código y tu frase de acceso. Si olvidas la frase, el código te deja entrar sin ella. Guárdalo en papel o en un lugar que no sea este dispositivo. Si pierdes los dos, lo que escribiste se pierde para todos.",
  "kit.code": "Código de recuperación",
  "kit.handle": "Nombre de acceso",
  "kit.passphrase": "Frase de acceso",
  "kit.passphraseApart":
    "Anota tu frase de acceso a mano, separada de la hoja. No está en ningún archivo ni en la hoja impresa.",
  "kit.files":
    "Lo que guardes, copies o compartas puede acabar en una nube o leerlo otra aplicación; por eso dejamos fuera tu nombre de acceso: quien tenga las dos cosas puede abrir tu diario. Recuérdalo o guárdalo en papel.",
  "kit.handleApart": "no está aquí, a propósito",
  "kit.server": "Dirección",
  "kit.finder": "Quien tenga este código y tu nombre de acceso puede abrir tu diario.",
  "kit.passphraseLine": "Escribe aquí tu frase de acceso si este papel está en un lugar seguro",
  "kit.qr": "El código de recuperación como imagen para escanear",
  "kit.scan": "Escanear la hoja",
  "kit.cameraFailed": "No pudimos usar la cámara. Puedes escribir el código en su lugar.",
  "kit.scanOther": "Eso no es un código de recuperación. Escanea la imagen de tu hoja.",
  "kit.print": "Imprimir",
  "kit.picture": "Guardar como imagen",
  "kit.text": "Guardar como texto",
  "kit.copy": "Copiar el código",
  "kit.share": "Compartir",
  "kit.copied":
    "Copiado. Otras aplicaciones pueden leer lo que copias: pégalo donde lo guardes y después copia otra cosa. Nosotros no podemos borrarlo.",
  "kit.copyFailed": "No hemos podido copiarlo. Puedes escribirlo o guardarlo.",
  "kit.fileName": "guardar",
  "kit.made": "Hecha: {when}",
  "kit.kept": "Ya la guardé",
  "kit.proveTitle": "Una comprobación rápida",
  "kit.prove":
    "Mira tu hoja, no esta pantalla, y escribe cuatro de sus caracteres. Así compruebas que se puede leer.",
  "kit.characterOf": "Grupo {group}, carácter {place}",
  "kit.again": "Mostrar otra vez la hoja",
  "kit.finish": "Terminar",
  "kit.newHandleHint": "Recibirás una hoja nueva. Tira esta: no abre nada.",

  "signIn.title": "Iniciar sesión en este dispositivo",
  "signIn.lead":
    "Para iniciar sesión en un dispositivo nuevo necesitas tu frase de acceso y tu código de recuperación.",
  "signIn.kitCode": "Código de recuperación",
  "signIn.kitCodeHint":
    "Nueve grupos de cuatro, de tu hoja de recuperación. Puedes pegarlo; también valen espacios y minúsculas.",
  "signIn.go": "Iniciar sesión",
  "signIn.going": "Abriendo tu diario",
  "signIn.forgotten": "Olvidé mi frase de acceso",
  "signIn.new": "No tengo cuenta todavía",
  "recover.title": "Entrar con tu hoja",
  "recover.lead":
    "Con tu nombre de acceso y tu código de recuperación entras sin la frase. Necesitas conexión.",
  "recover.leadHere":
    "Con tu código de recuperación entras sin la frase. Lo que escribiste en este dispositivo se queda. Necesitas conexión.",
  "recover.failed":
    "El nombre de acceso y el código de recuperación no van juntos. No se ha cambiado nada.",
  "recover.neither":
    "Sin la hoja y sin la frase solo puede ayudar un dispositivo donde tu diario siga abierto: lo que hay allí todavía se puede leer allí.",
  "recover.newTitle": "Una frase de acceso nueva",
  "recover.newLead":
    "{name}, tu hoja funciona. Elige ahora una frase de acceso nueva. Reemplaza a la anterior, y tus otros dispositivos la pedirán.",
  "recover.finish": "Abrir mi diario",
  "access.passphrase": "Cambiar mi frase de acceso",
  "access.present": "Frase de acceso actual",
  "access.new": "Frase de acceso nueva",
  "access.generated": "Estas seis palabras son solo tuyas. Anótalas antes de seguir.",
  "access.change": "Cambiarla",
  "access.changeLead":
    "Tus otros dispositivos se desconectan y piden la frase nueva. Lo que hay en ellos se abre todavía con la antigua hasta que se enteren.",
  "access.changed": "Cambiaste tu frase de acceso.",
  "access.kit": "Mi hoja de recuperación",
  "access.kitLead":
    "Quien encuentre tu hoja puede entrar sin la frase. Por eso te pedimos la frase antes de mostrarla.",
  "access.showKit": "Mostrar mi hoja",
  "access.newKit": "Hacer una hoja nueva",
  "access.newKitHint":
    "Si la antigua se perdió o alguien pudo verla. La hoja antigua deja de valer y tus otros dispositivos se desconectan: allí entras con la hoja nueva.",
  "access.finishKit": "Desde ahora vale la hoja nueva",
  "access.kitMade": "La hoja nueva ya vale. Tira la antigua.",

  "devices.title": "Mis dispositivos",
  "devices.lead": "Tienes la sesión abierta en estos dispositivos.",
  "devices.asking": "Preguntando al servidor…",
  "devices.this": "Este dispositivo",
  "devices.unnamed": "Un dispositivo sin nombre",
  "devices.since": "Sesión abierta: {when}",
  "devices.seen": "Visto por última vez: {when}",
  "devices.end": "Cerrar sesión",
  "devices.endTitle": "¿Cerrar la sesión de {name}?",
  "devices.endHonest":
    "El servidor cierra la sesión al momento y ya no le llega nada nuevo. Lo que hay en él se queda ahí, sellado, y se abre con la frase de acceso que tenía. Si alguien puede conocer esa frase, cámbiala también: con ella podría volver a entrar.",
  "devices.ended": "Se cerró la sesión de {name}.",
  "devices.many":
    "Hay más. Para cerrar la sesión de todos los demás a la vez, cambia tu frase de acceso.",
  "devices.honest":
    "El servidor lleva esta lista y podría omitir un dispositivo. Al cambiar tu frase de acceso se cierra la sesión en todos los demás.",
  "devices.offline":
    "La lista de tus dispositivos está en el servidor y no podemos conectar con él. Inténtalo de nuevo cuando tengas conexión.",
  "devices.signedOut":
    "Se cerró tu sesión, así que no podemos pedir la lista. No se perdió nada de este dispositivo.",
  "phone.title": "Perdí un teléfono",
  "phone.lead":
    "Haz estas tres cosas, en este orden. Lo que el teléfono ya tenía con copia sigue en tu diario.",
  "phone.out": "1. Cierra su sesión",
  "phone.outHint":
    "Búscalo en «Mis dispositivos» y cierra su sesión. Desde ese momento no le llega nada nuevo.",
  "phone.passphrase": "2. Cambia tu frase de acceso",
  "phone.passphraseHint":
    "De todos modos cierra la sesión en todos los demás dispositivos, y con la frase antigua ya nadie puede entrar.",
  "phone.kit": "3. Haz una hoja nueva, si la tuya también pudo perderse",
  "phone.kitHint":
    "Hazlo si tu hoja de recuperación estaba con el teléfono o alguien pudo verla. La antigua deja de valer.",
  "phone.reads": "Qué puede leer quien tenga el teléfono",
  "phone.locked":
    "Mientras la aplicación está bloqueada: nada de tu diario, salvo las personas y el plan que elegiste mostrar en Ayuda.",
  "phone.open": "Si estaba desbloqueada: lo que hay en él, hasta que se bloquee.",
  "phone.known":
    "Si conoce la frase de acceso que tenía: lo que hay en él, incluso después de que la cambies aquí.",
  "phone.withKit":
    "Si tiene tu hoja de recuperación y tu nombre de acceso: todo, hasta que hagas una hoja nueva. Lo que ya haya abierto, lo tiene.",
  "phone.gone":
    "Nadie puede borrar el teléfono desde aquí; usa su propio localizador. Lo que solo estaba en él se ha perdido.",

  "me.title": "Yo",
  "me.hello": "Sesión de {handle}",
  "me.backup": "Copia",
  "me.again": "Iniciar sesión de nuevo",
  "me.againHint":
    "Se cerró tu sesión. No se perdió nada de este dispositivo. Escribe tu frase de acceso para volver a activar la copia.",
  "me.syncNow": "Hacer copia ahora",
  "me.look": "Aspecto",
  "me.theme": "Colores",
  "me.theme.system": "Como el dispositivo",
  "me.theme.light": "Claro",
  "me.theme.dark": "Oscuro",
  "me.themeHint":
    "«Como el dispositivo» también es oscuro después de una sesión, hasta la mañana siguiente.",
  "me.text": "Tamaño del texto",
  "me.text.normal": "Estándar",
  "me.text.large": "Grande",
  "me.text.larger": "Más grande",
  "me.lock": "Bloquear cuando no estoy",
  "me.lock.1": "Después de un minuto",
  "me.lock.5": "Después de 5 minutos",
  "me.lock.15": "Después de 15 minutos",
  "me.lock.30": "Después de 30 minutos",
  "me.lock.0": "En cuanto salgo de la aplicación",
  "me.lockHint": "Al cerrar la aplicación, siempre se bloquea.",
  "me.install": "Agregar a la pantalla de inicio",
  "me.installHint":
    "Se abre como una aplicación, también sin conexión, y es menos probable que el navegador borre lo guardado.",
  "me.setup": "Cómo lees, ausencias, dejar una consulta",
  "me.install.safari":
    "En Safari toca Compartir y después «Agregar a inicio». Ábrela desde ahí e inicia sesión una vez más, con tu frase de acceso y tu código de recuperación: lo que guarda está aparte de Safari, y Safari puede borrar una página que no se abre en una semana.",
  "me.install.menu":
    "En el menú de tu navegador, elige «Instalar» o «Agregar a la pantalla de inicio».",
  "me.sharing": "Ajustes para compartir",
  "me.knows": "Qué sabe de mí el servidor",
  "me.about": "Acerca de",
  "me.if": "Si algo va mal",
  "me.consent": "Qué acepté, y cuándo",
  "me.erase": "Borrar mi cuenta",
  "me.remove": "Quitar de este dispositivo",
  "me.removeHint":
    "Borra de aquí todo lo de esta aplicación. Lo que tiene copia sigue en el servidor y se abre de nuevo con la frase de acceso y la hoja.",
  "me.removeTitle": "¿Quitar todo de este dispositivo?",
  "me.removeLost": {
    one: "Un cambio está solo en este dispositivo y se perdería para siempre.",
    other: "{n:Words} cambios están solo en este dispositivo y se perderían para siempre.",
  },
  "me.removeSafe":
    "Todo tiene copia. Para volver a leerlo en este dispositivo necesitas tu frase de acceso y tu código de recuperación.",
  "me.removeErased":
    "El servidor dice que esta cuenta se borró. Lo que hay en este dispositivo no está en ningún otro lugar, salvo que tengas una copia.",
  "me.removeYes": "Quitar",
  "me.removeBackUp": "Hacer copia primero",
  "me.removeBackingUp": "Haciendo la copia…",

  "knows.title": "Qué sabe de mí el servidor",
  "knows.lead": "Esto es lo que el servidor dice saber ahora mismo.",
  "knows.offline":
    "No tienes conexión, así que no podemos preguntarle al servidor. Esto es lo que sabe en general.",
  "knows.handle": "Tu nombre de acceso",
  "knows.created": "Cuenta creada",
  "knows.ways": "Maneras de iniciar sesión",
  "knows.links": "Cuentas con las que te vinculaste",
  "knows.pieces": "Piezas selladas",
  "knows.records": "Registros firmados de cambios",
  "knows.bytes": "Bytes sellados",
  "knows.delivered": "Bytes enviados a otras personas",
  "knows.room": "Bytes que te caben",
  "knows.nearlyFull":
    "Tu cuenta está casi llena. Pide pronto más espacio a quien gestiona el servidor: cuando esté llena, lo que escribas se queda solo en este dispositivo.",

  "about.title": "Acerca de",
  "about.version": "Versión",
  "about.fingerprint": "Huella del código",
  "about.fingerprintHint":
    "Quien ha revisado el código fuente puede calcular el mismo número. Si no coincide con el que publica quien gestiona el servidor, pregunta antes de seguir escribiendo.",
  "about.licence":
    "Software libre bajo la AGPL, versión 3 o posterior. Viene sin ninguna garantía.",

  "aside.title": "Lo que no pudimos enviar o abrir",
  "aside.lead": "Todo esto sigue en este dispositivo, tal como está. Lo demás continúa sin ello.",
  "aside.none": "Aquí no hay nada. Todo se envió y se abrió.",
  "aside.unsent": "Sin enviar",
  "aside.unsentHint":
    "Está guardado aquí, sin copia en el servidor. Lo intentamos de nuevo cada vez que tocas el botón.",
  "aside.again": "Intentar de nuevo",
  "aside.put": "Algo que escribiste",
  "aside.del": "Algo que borraste",
  "aside.grant": "Algo que compartiste con {name}",
  "aside.revoke": "Un final de lo compartido con {name}",
  "aside.link": "Parte de tu vínculo con {name}",
  "aside.account": "Parte de tu cuenta",
  "aside.unopened": "Sin abrir",
  "aside.unopenedHint":
    "Se dañó, o está en una forma que esta app no conoce. Puedes guardarlo, aún sellado, para alguien que pueda ayudarte.",
  "aside.from.person": "Algo de {name}",
  "aside.from.own": "Algo del servidor",
  "aside.from.outbox": "Algo tuyo que aún no se había enviado",
  "aside.from.capture": "Algo escrito sin desbloquear",
  "aside.from.draft": "Algo que no habías terminado",
  "aside.newer": "Lo escribió una versión más nueva de esta app.",
  "aside.more": { one: "Y {n} más", many: "Y {n} más", other: "Y {n} más" },
};
