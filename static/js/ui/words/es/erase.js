/** Borrar la propia cuenta. */
export default {
  "erase.title": "Borrar mi cuenta",
  "erase.lead":
    "Esto quita tu cuenta del servidor para siempre, con todo lo tuyo que se guarda allí. Nadie puede recuperarla, tampoco quien lleva el servidor.",
  "erase.copy": "Llevarme antes una copia",
  "erase.gone": "Qué se borra",
  "erase.goneHint":
    "Piezas selladas: {pieces}. Notas firmadas de cambios: {records}. Bytes: {bytes}.",
  "erase.goneMore":
    "También se van tu nombre de acceso, las formas de entrar y todas las sesiones.",
  "erase.links": "Las personas con las que tienes un vínculo",
  "erase.linksHint":
    "Tus vínculos terminan, y sus aplicaciones borran lo que les mostraste. Lo que han leído, impreso o anotado se queda con ellas, y un terapeuta puede estar obligado a conservar lo que está en su historia clínica.",
  "erase.kept": "Qué queda en el servidor",
  "erase.keptHint": {
    one: "En los registros de otra persona: el número por el que se conocía tu cuenta y {records} notas firmadas, sin las palabras.",
    other:
      "En los registros de otras {n:words} personas: el número por el que se conocía tu cuenta y {records} notas firmadas, sin las palabras.",
  },
  "erase.backups": "Copias de seguridad del servidor",
  "erase.backupsHint": {
    one: "Quien lo lleva dice que se guardan un día. Lo que hay en ellas sigue sellado, y se borra de nuevo si se restaura una copia.",
    other:
      "Quien lo lleva dice que se guardan {n} días. Lo que hay en ellas sigue sellado, y se borra de nuevo si se restaura una copia.",
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
  "erase.noWaitHint":
    "Con tu código de recuperación se hace al momento. Ya no podrás echarte atrás.",
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
