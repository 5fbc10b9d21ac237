/** Was eine therapeutische Begleitung sagt, bevor jemand mit ihr teilt, wie es die Verbundenen sehen. */
export default {
  "error.boundary-missing":
    "Bitte beantworte zuerst alle vier Fragen. Ein paar Worte genügen jeweils.",
  "boundary.needed":
    "Bevor sich jemand mit dir verbindet, sag, wie du liest. Vier kurze Antworten; du kannst sie später ändern.",
  "boundary.toSetup": "Sagen, wie ich lese",
  "boundary.title": "Wie {name} liest",
  "boundary.none":
    "{name} hat noch nicht gesagt, wie Geteiltes gelesen wird. Frag beim nächsten Treffen danach.",
  "boundary.rhythm": "Wie oft",
  "boundary.record": "In der Akte",
  "boundary.danger": "Wenn dort von Gefahr die Rede ist",
  "boundary.absence": "Während der Abwesenheit",
  "boundary.said": "{name} hat das geschrieben: {when}.",
  "boundary.away.now": "{name} ist abwesend bis {until}.",
  "boundary.away.ahead": "{name} ist abwesend von {from} bis {until}.",
};
