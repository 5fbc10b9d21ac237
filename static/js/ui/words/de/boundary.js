/** Was eine therapeutische Begleitung sagt, bevor jemand mit ihr teilt, wie es die Verbundenen sehen. */
export default {
  "error.boundary-missing":
    "Bevor sich jemand mit dir verbindet, sag, wie du Geteiltes liest. Jede der vier Fragen braucht ein paar Worte.",
  "boundary.needed":
    "Bevor sich jemand mit dir verbindet, soll man wissen, wie du liest: vier kurze Antworten in deinen Worten. Danach wird einmal gefragt, ändern kannst du sie jederzeit.",
  "boundary.toSetup": "Sagen, wie ich lese",
  "boundary.title": "Wie {name} liest",
  "boundary.none":
    "{name} hat noch nicht gesagt, wie Geteiltes gelesen wird. Frag beim nächsten Treffen.",
  "boundary.rhythm": "Wie oft",
  "boundary.record": "In der Akte",
  "boundary.danger": "Wenn von Gefahr zu lesen ist",
  "boundary.absence": "Bei Abwesenheit",
  "boundary.said": "{name} hat das geschrieben: {when}.",
  "boundary.away.now": "{name} ist abwesend bis {until}.",
  "boundary.away.ahead": "{name} ist abwesend von {from} bis {until}.",
};
