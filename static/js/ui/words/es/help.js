/** Help: read before signing in, without a network, in a hard hour. Short. */
export default {
  "help.title": "Ayuda",
  "help.first": "Si estás en peligro ahora, llama.",
  "help.country": "País de estos números",
  "help.whichCountry": "¿En qué país estás?",
  "help.chooseCountry": "Elige",
  "help.call": "Llamar al {number}",
  "help.text": "SMS al {number}",
  "help.textBody": "SMS {body} al {number}",
  "help.visit": "Abrir {host}",
  "help.clinic": "Mi clínica",
  "help.checked":
    "De fuentes públicas, revisadas el {day}. Nadie ha llamado a estos números para esta aplicación, y los números cambian.",
  "help.old": "Esta lista tiene más de un año. Si un número no responde, llama al de emergencias.",
  "help.failed":
    "Esta lista no se cargó. En Europa llama al 112, en Estados Unidos y Canadá al 911, en el Reino Unido al 999.",
  "help.ownAdd": "Agregar a mi gente y mi clínica",
  "help.ownChange": "Cambiar mi gente y mi clínica",
  "help.ownLocked":
    "Tu gente y tu clínica están sellados con tu diario. Desbloquea para verlos aquí.",
  "help.plan": "Mi plan para las horas difíciles",

  "ask.title": "Pedir a mi terapeuta que me contacte",
  "ask.what":
    "Esto le envía a {name} una petición sin ningún mensaje. La verá la próxima vez que abra esta aplicación y no recibe ninguna alerta. Si no puedes esperar, llama.",
  "ask.do": "Pedir a {name} que me contacte",
  "ask.sent": "Enviado: {when}.",
  "ask.sentHint":
    "{name} la verá la próxima vez que abra esta aplicación y no recibe ninguna alerta. Si no puedes esperar, llama.",
  "ask.notGone": "Esto NO se ha enviado.",
  "ask.notGoneHint":
    "Espera en este dispositivo y se enviará cuando tengas conexión. {name} todavía no sabe nada. Si no puedes esperar, llama.",
  "ask.withdraw": "Anular la petición",
  "ask.long":
    "Eso fue hace {n} días, y esta aplicación no sabe si {name} lo ha visto. No esperes más: llama a tu clínica o a uno de los números de arriba.",

  "if.title": "Si…",
  "if.lead":
    "Diez días malos, y qué ayuda en cada uno. Si ahora estás en peligro, abre primero Ayuda.",
  "if.do": "Qué hacer",
  "if.app": "Qué puede hacer la aplicación",
  "if.nobody": "Qué no puede hacer nadie",
  "if.way": "Si algo va mal",
};
