/** Das eigene Konto löschen. */
export default {
  "erase.title": "Mein Konto löschen",
  "erase.lead":
    "Damit wird dein Konto mit allem, was dort von dir liegt, für immer vom Server gelöscht. Niemand kann es zurückholen, auch nicht die, die den Server betreiben.",
  "erase.copy": "Vorher eine Kopie mitnehmen",
  "erase.gone": "Was gelöscht wird",
  "erase.goneHint":
    "Versiegelte Stücke: {pieces}. Signierte Einträge über Änderungen: {records}. Bytes: {bytes}.",
  "erase.goneMore":
    "Auch dein Anmeldename, die Wege zum Anmelden und alle Anmeldungen werden gelöscht.",
  "erase.links": "Die Menschen, mit denen du verbunden bist",
  "erase.linksHint":
    "Deine Verbindungen enden, und die Apps der anderen löschen, was du mit ihnen geteilt hast. Was sie gelesen, gedruckt oder notiert haben, bleibt bei ihnen. In der Therapie muss manches vielleicht in der Akte bleiben.",
  "erase.kept": "Was auf dem Server bleibt",
  "erase.keptHint": {
    one: "In den Aufzeichnungen einer anderen Person: die Nummer, unter der dein Konto bekannt war, und {records} signierte Einträge, aber keins deiner Worte.",
    other:
      "In den Aufzeichnungen von {n:words} anderen Personen: die Nummer, unter der dein Konto bekannt war, und {records} signierte Einträge, aber keins deiner Worte.",
  },
  "erase.backups": "Sicherungen des Servers",
  "erase.backupsHint": {
    one: "Wer ihn betreibt, sagt, dass Sicherungen einen Tag aufbewahrt werden. Was darin liegt, bleibt versiegelt, und wenn eine Sicherung zurückgespielt wird, wird es noch einmal gelöscht.",
    other:
      "Wer ihn betreibt, sagt, dass Sicherungen {n} Tage aufbewahrt werden. Was darin liegt, bleibt versiegelt, und wenn eine Sicherung zurückgespielt wird, wird es noch einmal gelöscht.",
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
    "Mit deinem Wiederherstellungscode geschieht es sofort. Du kannst es nicht rückgängig machen.",
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
