/** Borrar la propia cuenta. */
export default {
  "erase.title": "Borrar mi cuenta",
  "erase.lead":
    "Esto borra tu cuenta del servidor para siempre, con todo lo tuyo que está allí. Nadie puede recuperarla, ni siquiera quien gestiona el servidor.",
  "erase.copy": "Llevarme antes una copia",
  "erase.gone": "Qué se borra",
  "erase.goneHint":
    "Piezas selladas: {pieces}. Registros firmados de cambios: {records}. Bytes: {bytes}.",
  "erase.goneMore":
    "También se borran tu nombre de acceso, las formas de entrar y todas las sesiones abiertas.",
  "erase.links": "Las personas con las que tienes un vínculo",
  "erase.linksHint":
    "Tus vínculos terminan, y las aplicaciones de las otras personas borran lo que compartiste con ellas. Lo que leyeron, imprimieron o anotaron se queda con ellas, y tu terapeuta quizá tenga que conservar lo que está en la historia clínica.",
  "erase.kept": "Qué queda en el servidor",
  "erase.keptHint": {
    one: "En los registros de otra persona: el número con que se conocía tu cuenta y {records} registros firmados, pero ninguna de tus palabras.",
    other:
      "En los registros de otras {n:words} personas: el número con que se conocía tu cuenta y {records} registros firmados, pero ninguna de tus palabras.",
  },
  "erase.backups": "Copias de seguridad del servidor",
  "erase.backupsHint": {
    one: "Quien lo gestiona dice que guarda las copias un día. Lo que hay en ellas sigue sellado, y si se restaura una copia, se borra de nuevo.",
    other:
      "Quien lo gestiona dice que guarda las copias {n} días. Lo que hay en ellas sigue sellado, y si se restaura una copia, se borra de nuevo.",
  },
  "erase.devices": "Tus dispositivos",
  "erase.devicesHint":
    "Lo que hay en ellos se queda, y se abre con tu frase de acceso, hasta que lo quites.",
  "erase.receipt": "Un recibo",
  "erase.receiptHint":
    "El servidor firma lo que dice haber borrado. Si lo hizo, no se puede ver desde fuera.",
  "erase.wait": {
    one: "Antes pasa un día. Hasta entonces todo sigue como antes, y puedes echarte atrás desde cualquiera de tus dispositivos.",
    other:
      "Antes pasan {n:words} días. Hasta entonces todo sigue como antes, y puedes echarte atrás desde cualquiera de tus dispositivos.",
  },
  "erase.ask": { one: "Borrar dentro de un día", other: "Borrar dentro de {n:words} días" },
  "erase.pending":
    "Tu cuenta se borra el {day}, o al día siguiente. Hasta entonces todo sigue como antes.",
  "erase.takeBack": "Conservar mi cuenta",
  "erase.noWait": "Si no quieres esperar",
  "erase.noWaitHint": "Con tu código de recuperación se hace al momento. No se puede deshacer.",
  "erase.now": "Borrar ahora",
  "erase.sure": "¿Borrar tu cuenta ahora?",
  "erase.sureHonest":
    "Desaparece del servidor al momento y para siempre. Lo que hay en este dispositivo se queda hasta que lo quites.",
  "erase.done": "Tu cuenta está borrada",
  "erase.doneHint": "El servidor dice que lo hizo el {day}.",
  "erase.doneDevice":
    "Lo que escribiste sigue en este dispositivo y se abre con tu frase de acceso. Ya no se hace copia de ello.",
  "erase.save": "Guardar el recibo",
};
