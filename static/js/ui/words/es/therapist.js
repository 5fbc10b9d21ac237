/** What one who reads is told. No words of an entry stand in a list. */
export default {
  "caseload.title": "Personas",
  "caseload.empty":
    "Aquí aparecerán las personas que comparten contigo. Para vincularse, deja que escaneen tu invitación cuando se vean.",
  "caseload.since": {
    one: "{n} día desde la dosis {dose}",
    other: "{n} días desde la dosis {dose}",
  },
  "caseload.today": "dosis {dose} hoy",
  "caseload.tomorrow": "dosis {dose} mañana",
  "caseload.until": { one: "dosis {dose} en {n} día", other: "dosis {dose} en {n} días" },
  "caseload.quiet": {
    one: "en silencio desde hace {n} día",
    other: "en silencio desde hace {n} días",
  },
  "caseload.noShares": "nada compartido todavía",
  "caseload.link": "Vincularse con alguien",
  "caseload.asks": "{name} te pide que le contactes.",
  "caseload.asksHint":
    "Pedido: {when}, sin mensaje. No se le ha dicho a nadie más, y no puede ver que lo leíste.",
  "caseload.asksSeen": "Lo he visto",

  "reading.legend":
    "Lleno: revisado. Abierto: por leer; lo más nuevo tiene un anillo. Subrayado: con comentario.",
  "reading.open": "por leer",
  "reading.reviewed": "revisado",
  "reading.choose": "Elige una entrada de la línea de tiempo para leerla aquí.",
  "reading.toTimeline": "Línea de tiempo",
  "reading.next": "Siguiente por leer",
  "reading.review": "Marcar como revisado",
  "reading.isReviewed": "Revisado",
  "reading.unreview": "Marcar como no revisado",
  "reading.sharedAt": "Compartido contigo. Ocurrió: {when}",
  "reading.comment": "Responde en una o dos frases",
  "reading.send": "Enviar",
  "reading.sent": "Guardado, sellado y en camino a {name}.",
  "reading.kept": "Tu respuesta sigue aquí.",
  "reading.number": "Comparar el número de seguridad",
  "reading.pane": "Entrada",
  "reading.more": "Sobre este vínculo",
  "reading.noDosing": "{name} no comparte sesiones de tratamiento contigo.",
};
