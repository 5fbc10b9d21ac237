/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Empezar",
  "signUp.role": "Qué te trae aquí",
  "signUp.patient": "Escribo aquí",
  "signUp.patientHint": "Un diario tuyo. Tú decides quién lee qué.",
  "signUp.therapist": "Leo como terapeuta",
  "signUp.therapistHint": "Lees lo que otras personas comparten contigo.",
  "signUp.name": "Nombre",
  "signUp.nameHint": "Lo que verá la persona con la que te vincules. El servidor no lo ve.",
  "signUp.handle": "Nombre de acceso",
  "signUp.handleHint":
    "Para iniciar sesión, y lo único por lo que te conoce el servidor. No tiene que ser tu nombre. Letras pequeñas y cifras.",
  "signUp.passphrase": "Frase de acceso",
  "signUp.passphraseHint":
    "Al menos 15 caracteres; basta una frase corta. Nunca sale de este dispositivo, y nadie puede restablecerla.",
  "signUp.generate": "Dame seis palabras",
  "signUp.generated":
    "Estas seis palabras son solo tuyas. Dentro de un momento las apuntarás junto con la hoja.",
  "signUp.country": "Tu país, para los números de Ayuda",
  "signUp.code": "Código de registro",
  "signUp.go": "Continuar",
  "signUp.making": "Sellando",
  "signUp.have": "Ya tengo una cuenta",

  "kit.title": "Tu hoja de recuperación",
  "kit.what":
    "Un dispositivo nuevo pide este código además de tu frase de acceso. Si olvidas la frase, basta el código para entrar. Guárdalo en papel o donde quieras, pero no solo en este dispositivo. Si se pierden los dos, lo escrito se pierde para todo el mundo.",
  "kit.code": "Código de recuperación",
  "kit.handle": "Nombre de acceso",
  "kit.passphrase": "Frase de acceso",
  "kit.passphraseApart":
    "Apunta la frase de acceso a mano, separada de la hoja. Una imagen o un texto pueden acabar en una nube; por eso ni ellos ni la hoja impresa llevan la frase.",
  "kit.server": "Dirección",
  "kit.finder": "Quien tenga este código y el nombre de acceso puede abrir el diario.",
  "kit.passphraseLine": "Escribe aquí tu frase de acceso si este papel está seguro",
  "kit.qr": "El código de recuperación como imagen para escanear",
  "kit.print": "Imprimir",
  "kit.picture": "Guardar como imagen",
  "kit.text": "Guardar como texto",
  "kit.fileName": "guardar",
  "kit.made": "Hecha: {when}",
  "kit.kept": "La he guardado",
  "kit.proveTitle": "Una comprobación",
  "kit.prove":
    "Mira tu hoja, no esta pantalla, y escribe cuatro de sus caracteres. Así es seguro que se puede leer.",
  "kit.characterOf": "Grupo {group}, carácter {place}",
  "kit.again": "Mostrar otra vez la hoja",
  "kit.finish": "Empezar",
  "kit.newHandleHint": "Recibirás una hoja nueva. Tira esta: no abre nada.",

  "signIn.title": "Iniciar sesión en este dispositivo",
  "signIn.lead":
    "Un dispositivo que usas por primera vez pide dos cosas: lo que sabes y lo que guardaste.",
  "signIn.kitCode": "Código de recuperación",
  "signIn.kitCodeHint":
    "Nueve grupos de cuatro, de tu hoja de recuperación. Se puede pegar; también con espacios y letras pequeñas.",
  "signIn.go": "Iniciar sesión",
  "signIn.going": "Abriendo tu diario",
  "signIn.forgotten": "He olvidado mi frase de acceso",
  "signIn.new": "No tengo cuenta todavía",
  "recover.title": "Entrar con tu hoja",
  "recover.lead":
    "Con tu nombre de acceso y tu código de recuperación entras sin la frase. Hace falta conexión.",
  "recover.leadHere":
    "Con tu código de recuperación entras sin la frase. Lo que escribiste en este dispositivo se queda. Hace falta conexión.",
  "recover.failed":
    "El nombre de acceso y el código de recuperación no van juntos. No se ha cambiado nada.",
  "recover.neither":
    "Sin la hoja y sin la frase solo puede ayudar un dispositivo donde tu diario siga abierto: lo que hay allí todavía se puede leer allí.",
  "recover.newTitle": "Una frase de acceso nueva",
  "recover.newLead":
    "{name}, tu hoja vale. Elige una frase de acceso nueva. La antigua deja de valer, y tus otros dispositivos pedirán la nueva.",
  "recover.finish": "Abrir mi diario",
  "access.passphrase": "Cambiar mi frase de acceso",
  "access.present": "Frase de acceso actual",
  "access.new": "Frase de acceso nueva",
  "access.generated": "Estas seis palabras son solo tuyas. Apúntalas antes de seguir.",
  "access.change": "Cambiarla",
  "access.changeLead":
    "Tus otros dispositivos se desconectan y piden la frase nueva. Lo que hay en ellos se abre todavía con la antigua hasta que se enteren.",
  "access.changed": "Tu frase de acceso ha cambiado.",
  "access.kit": "Mi hoja de recuperación",
  "access.kitLead":
    "Quien encuentra la hoja entra sin la frase. Por eso se pide la frase antes de mostrarla.",
  "access.showKit": "Mostrar mi hoja",
  "access.newKit": "Hacer una hoja nueva",
  "access.newKitHint":
    "Si la antigua se perdió o alguien pudo verla. La hoja antigua deja de valer y tus otros dispositivos se desconectan: allí entras con la hoja nueva.",
  "access.finishKit": "Desde ahora vale la hoja nueva",
  "access.kitMade": "La hoja nueva ya vale. Tira la antigua.",

  "me.title": "Yo",
  "me.hello": "Sesión de {handle}",
  "me.backup": "Copia",
  "me.again": "Iniciar sesión de nuevo",
  "me.againHint":
    "El servidor ha cerrado la sesión de este dispositivo. Aquí no ha cambiado nada; con tu frase de acceso vuelve a hacer copia.",
  "me.syncNow": "Hacer copia ahora",
  "me.look": "Aspecto",
  "me.theme": "Colores",
  "me.theme.system": "Como el dispositivo",
  "me.theme.light": "Claro",
  "me.theme.dark": "Oscuro",
  "me.themeHint":
    "«Como el dispositivo» también es oscuro después de una dosis, hasta la mañana siguiente.",
  "me.text": "Tamaño del texto",
  "me.text.normal": "Normal",
  "me.text.large": "Grande",
  "me.text.larger": "Más grande",
  "me.lock": "Bloquear cuando no estoy",
  "me.lock.1": "Después de un minuto",
  "me.lock.5": "Después de 5 minutos",
  "me.lock.15": "Después de 15 minutos",
  "me.lock.0": "En cuanto salgo de la aplicación",
  "me.lockHint": "Siempre está bloqueada después de haberse cerrado.",
  "me.install": "Tenerla en la pantalla de inicio",
  "me.installHint":
    "Se abre como una aplicación, también sin red, y el navegador tarda más en borrar lo que guarda.",
  "me.setup": "Cómo lees, ausencia, despedida",
  "me.install.safari":
    "En Safari toca Compartir y después «Añadir a pantalla de inicio». Ábrelo desde ahí y entra una vez más, con la frase de acceso y el código de recuperación: lo que guarda está aparte de Safari, que puede vaciar una página que no se abre en una semana.",
  "me.install.menu":
    "Está en el menú de tu navegador: «Instalar» o «Añadir a la pantalla de inicio».",
  "me.sharing": "Compartir: qué espera, qué sucede por sí solo",
  "me.knows": "Qué sabe de mí el servidor",
  "me.about": "Acerca de",
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
    "El servidor dice que esta cuenta se ha borrado. Lo que hay en este dispositivo no está en ningún otro sitio, salvo que tengas una copia.",
  "me.removeYes": "Quitar",
  "me.removeBackUp": "Hacer copia primero",
  "me.removeBackingUp": "Haciendo la copia…",

  "knows.title": "Qué sabe de mí el servidor",
  "knows.lead": "Esto es lo que responde el propio servidor en este momento.",
  "knows.offline":
    "Sin conexión no se le puede preguntar al servidor. Esto es lo que sabe en general.",
  "knows.handle": "Tu nombre de acceso",
  "knows.created": "Tu cuenta desde",
  "knows.ways": "Maneras de iniciar sesión",
  "knows.links": "Cuentas con las que tienes vínculo",
  "knows.pieces": "Piezas selladas",
  "knows.records": "Notas firmadas de cambios",
  "knows.bytes": "Bytes sellados",
  "knows.delivered": "Bytes llevados a otras personas",
  "knows.room": "Bytes para los que hay sitio",
  "knows.nearlyFull":
    "Esta cuenta está casi llena. Antes de que se llene, pide más sitio a quien lleva el servidor: cuando esté llena, lo que escribas se queda en este dispositivo.",

  "about.title": "Acerca de",
  "about.version": "Versión",
  "about.fingerprint": "Huella del código",
  "about.fingerprintHint":
    "Quien ha revisado el código fuente puede calcular el mismo número. Si no coincide con el que publica quien gestiona el servidor, pregunta antes de seguir escribiendo.",
  "about.licence":
    "Software libre bajo la AGPL, versión 3 o posterior. Viene sin ninguna garantía.",
};
