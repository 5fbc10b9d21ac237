/** Das eigene Konto löschen. */
export default {
  "erase.title": "Mein Konto löschen",
  "erase.lead":
    "Das nimmt dein Konto für immer vom Server, mit allem, was dort von dir liegt. Niemand kann es zurückholen, auch nicht, wer den Server betreibt.",
  "erase.copy": "Vorher eine Kopie mitnehmen",
  "erase.gone": "Was gelöscht wird",
  "erase.goneHint":
    "Versiegelte Stücke: {pieces}. Unterschriebene Notizen über Änderungen: {records}. Bytes: {bytes}.",
  "erase.goneMore": "Auch dein Anmeldename, die Wege zum Anmelden und alle Sitzungen verschwinden.",
  "erase.links": "Die Menschen, mit denen du verbunden bist",
  "erase.linksHint":
    "Deine Verbindungen enden, und ihre Apps löschen, was du ihnen gezeigt hast. Was sie gelesen, gedruckt oder notiert haben, bleibt bei ihnen. In der Therapie muss manches vielleicht in der Akte bleiben.",
  "erase.kept": "Was auf dem Server bleibt",
  "erase.keptHint": {
    one: "In den Aufzeichnungen eines anderen Menschen: die Nummer, unter der dein Konto bekannt war, und {records} unterschriebene Notizen, ohne die Worte.",
    other:
      "In den Aufzeichnungen von {n:words} anderen Menschen: die Nummer, unter der dein Konto bekannt war, und {records} unterschriebene Notizen, ohne die Worte.",
  },
  "erase.backups": "Sicherungen des Servers",
  "erase.backupsHint": {
    one: "Wer ihn betreibt, sagt, dass sie einen Tag aufbewahrt werden. Was darin liegt, bleibt versiegelt und wird noch einmal gelöscht, wenn eine Sicherung zurückgespielt wird.",
    other:
      "Wer ihn betreibt, sagt, dass sie {n} Tage aufbewahrt werden. Was darin liegt, bleibt versiegelt und wird noch einmal gelöscht, wenn eine Sicherung zurückgespielt wird.",
  },
  "erase.devices": "Deine Geräte",
  "erase.devicesHint":
    "Was auf ihnen liegt, bleibt dort und öffnet sich mit deiner Passphrase, bis du es entfernst.",
  "erase.receipt": "Eine Quittung",
  "erase.receiptHint":
    "Der Server unterschreibt, was er nach eigener Angabe gelöscht hat. Ob er es getan hat, lässt sich von außen nicht sehen.",
  "erase.wait": {
    one: "Vorher vergeht ein Tag. Bis dahin geht alles weiter wie bisher, und du kannst es dir auf jedem deiner Geräte anders überlegen.",
    other:
      "Vorher vergehen {n:words} Tage. Bis dahin geht alles weiter wie bisher, und du kannst es dir auf jedem deiner Geräte anders überlegen.",
  },
  "erase.ask": { one: "In einem Tag löschen", other: "In {n:words} Tagen löschen" },
  "erase.pending":
    "Dein Konto wird am {day} gelöscht, oder am Tag danach. Bis dahin geht alles weiter wie bisher.",
  "erase.takeBack": "Mein Konto behalten",
  "erase.noWait": "Wenn du nicht warten willst",
  "erase.noWaitHint":
    "Mit deinem Wiederherstellungscode geschieht es sofort. Danach gibt es keinen Weg zurück.",
  "erase.now": "Jetzt löschen",
  "erase.sure": "Dein Konto jetzt löschen?",
  "erase.sureHonest":
    "Es ist sofort und für immer vom Server weg. Was auf diesem Gerät liegt, bleibt, bis du es entfernst.",
  "erase.done": "Dein Konto ist gelöscht",
  "erase.doneHint": "Der Server sagt, dass er das am {day} getan hat.",
  "erase.doneDevice":
    "Was du geschrieben hast, liegt noch auf diesem Gerät und öffnet sich mit deiner Passphrase. Es wird nicht mehr gesichert.",
  "erase.save": "Quittung speichern",
};
