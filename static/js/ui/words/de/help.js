/** Help: read before signing in, without a network, in a hard hour. Short. */
export default {
  "help.title": "Hilfe",
  "help.first": "Wenn du jetzt in Gefahr bist, ruf an.",
  "help.country": "Land dieser Nummern",
  "help.whichCountry": "In welchem Land bist du?",
  "help.chooseCountry": "Auswählen",
  "help.call": "{number} anrufen",
  "help.text": "SMS an {number}",
  "help.textBody": "SMS {body} an {number}",
  "help.visit": "{host} öffnen",
  "help.clinic": "Meine Klinik",
  "help.checked":
    "Aus öffentlichen Quellen, Stand {day}. Niemand hat diese Nummern für diese App angerufen, und Nummern ändern sich.",
  "help.old": "Diese Liste ist über ein Jahr alt. Wenn eine Nummer nicht geht, wähle den Notruf.",
  "help.failed":
    "Diese Liste wurde nicht geladen. In Europa wähle 112, in den USA und Kanada 911, im Vereinigten Königreich 999.",
  "help.ownAdd": "Meine Leute und meine Klinik eintragen",
  "help.ownChange": "Meine Leute und meine Klinik ändern",
  "help.ownLocked":
    "Deine Leute und deine Klinik sind mit deinem Tagebuch versiegelt. Entsperre, um sie hier zu sehen.",
  "help.plan": "Mein Plan für schwere Stunden",

  "ask.title": "Um Kontakt bitten",
  "ask.what":
    "Damit bittest du {name} um Kontakt, ohne weitere Worte. {name} sieht es beim nächsten Öffnen dieser App und wird nicht alarmiert. Wenn du nicht warten kannst, ruf an.",
  "ask.do": "{name} um Kontakt bitten",
  "ask.sent": "Gesendet {when}.",
  "ask.sentHint":
    "{name} sieht es beim nächsten Öffnen dieser App und wird nicht alarmiert. Wenn du nicht warten kannst, ruf an.",
  "ask.notGone": "Das wurde NICHT gesendet.",
  "ask.notGoneHint":
    "Es wartet auf diesem Gerät und wird gesendet, wenn du online bist. {name} weiß noch nichts davon. Wenn du nicht warten kannst, ruf an.",
  "ask.withdraw": "Anfrage zurückziehen",
  "ask.long":
    "Das war vor {n} Tagen, und diese App weiß nicht, ob {name} es gesehen hat. Bitte warte nicht darauf: Ruf deine Klinik oder eine der Nummern oben an.",

  "if.title": "Wenn …",
  "if.lead":
    "Zehn schlechte Tage, und was an jedem hilft. Wenn du jetzt in Gefahr bist, öffne zuerst Hilfe.",
  "if.do": "Was du tun kannst",
  "if.app": "Was die App kann",
  "if.nobody": "Was niemand kann",
  "if.way": "Wenn etwas schiefgeht",
};
