/** What stands around every screen behind the lock. */
export default {
  "nav.label": "Hauptbereiche",
  "nav.today": "Heute",
  "nav.journal": "Tagebuch",
  "nav.timeline": "Zeitstrahl",
  "nav.people": "Menschen",
  "nav.queue": "Zu lesen",
  "nav.me": "Ich",

  "sync.idle": "Gesichert",
  "sync.idleAt": "Gesichert {when}",
  "sync.busy": "Wird gesichert",
  "sync.waiting": {
    one: "Eine Änderung ist nur auf diesem Gerät",
    other: "{n:Words} Änderungen sind nur auf diesem Gerät",
  },
  "sync.offline": "Ohne Verbindung. Alles ist auf diesem Gerät aufbewahrt",
  "sync.signed-out": "Auf diesem Gerät aufbewahrt, nicht gesichert: Der Server hat dich abgemeldet",
  "sync.signInAgain": "Wieder anmelden",
  "sync.full":
    "Auf diesem Gerät aufbewahrt, das voll ist. Das Sichern geht von selbst weiter, sobald Platz ist",
  "sync.retrying":
    "Auf diesem Gerät aufbewahrt, noch nicht alles gesichert. Es wird von selbst wieder versucht",
  "sync.aside":
    "Auf diesem Gerät gespeichert. Eines ließ sich nicht sichern; alles andere läuft weiter",
  "sync.attention":
    "Auf diesem Gerät aufbewahrt. Das Sichern ruht, bis du den Hinweis unten gelesen hast",

  "coming.patient": "Dein Tagebuch kommt.",
  "coming.patient.count": "Dein Tagebuch kommt: {here} von {all} Teilen.",
  "coming.therapist": "Was mit dir geteilt ist, kommt.",
  "coming.therapist.count": "Was mit dir geteilt ist, kommt: {here} von {all} Teilen.",
  "coming.offline":
    "Gerade ist keine Verbindung da. Der Rest kommt von selbst, und schreiben kannst du schon.",
  "coming.stopped": "Es ruht, bis du den Hinweis unten gelesen hast.",

  "look.now": "Gerade nachgesehen.",
  "look.at": "Zuletzt nachgesehen: {when}.",
  "look.offline": "Gerade keine Verbindung.",
  "look.again": "Noch einmal nachsehen",

  "notice.dismiss": "Das habe ich gelesen",
  "notice.open": "Öffnen",
  "notice.conflict-copy":
    "Beide Fassungen sind aufbewahrt. Ein Eintrag wurde auf zwei Geräten geändert, und die zweite Fassung steht als Kopie daneben.",
  "notice.delete-undone":
    "Ein Eintrag ist aufbewahrt. Du hast ihn auf einem Gerät gelöscht und auf einem anderen geändert, darum steht er wieder in deinem Tagebuch.",
  "notice.server-restored":
    "Deine Worte sind aufbewahrt. Der Server wurde aus einer Sicherung wiederhergestellt, und dieses Gerät hat noch einmal gesendet, was dort fehlte.",
  "notice.history-changed":
    "Deine Worte sind auf diesem Gerät aufbewahrt. Der Server zeigt eine andere Vergangenheit als bisher, darum ruht das Sichern. Bitte sag es denen, die ihn betreiben.",
  "notice.set-aside":
    "Etwas kam an, das sich nicht öffnen ließ. Es liegt beiseite, und nichts von dir wurde geändert.",
  "notice.not-sent":
    "Etwas von dir ließ sich so, wie es ist, nicht senden. Es bleibt auf diesem Gerät, und alles andere geht weiter.",
  "notice.missing":
    "Der Server hat etwas nicht herausgegeben, das du lesen können solltest. Es ist als fehlend gekennzeichnet.",
  "notice.missing-theirs":
    "Etwas, das jemand mit dir geteilt hat, kam ohne seine Worte. Es ist als fehlend gekennzeichnet und wird jedes Mal wieder angefragt, wenn du von Hand sicherst.",
  "notice.ack-differs":
    "Deine Worte sind, wie sie waren, und das Sichern geht weiter. Die App von jemandem, mit dem du teilst, sagt, sie habe etwas anderes erhalten, als du gesendet hast. Frag nach, und vergleicht die Sicherheitsnummer.",
  "notice.invite-contested":
    "Nichts wurde geteilt. Mehr als eine Person hat eine Einladung beantwortet, darum gilt sie nicht mehr. Bitte mach eine neue, am besten im selben Raum.",
  "notice.identity-changed":
    "Das Teilen mit einer Person ist angehalten. Der Server hat in ihrem Namen etwas gezeigt, das nicht von ihr stammt; vielleicht steht jemand zwischen euch. Vergleicht die Sicherheitsnummer.",
  "notice.link-ended":
    "Jemand hat die Verbindung mit dir beendet. Was dir gehört, ist, wie es war. Zwischen euch geht nichts mehr hin und her, und was für diese Person noch wartete, wurde nicht gesendet.",
  "notice.erasing":
    "Dieses Konto soll vom Server gelöscht werden. Bis dahin geht alles weiter, und du kannst es dir anders überlegen.",
  "notice.erased":
    "Der Server sagt, dass dieses Konto gelöscht wurde. Was auf diesem Gerät liegt, bleibt hier lesbar und wird nicht mehr gesichert.",
  "notice.storage-full":
    "Deine Worte stehen auf der Seite, aber dieses Gerät hat keinen Platz mehr. Schaffe Platz, bevor du sie schließt.",
  "notice.captured":
    "Was hier ohne Entsperren geschrieben wurde, steht jetzt in deinem Tagebuch. Wer dieses Gerät in der Hand hat, kann so schreiben.",
  "notice.capture-aside":
    "Etwas, das hier ohne Entsperren geschrieben wurde, lässt sich nicht öffnen. Es liegt auf diesem Gerät beiseite.",
  "notice.captures-wait":
    "Was du ohne Entsperren geschrieben hast, liegt noch versiegelt auf diesem Gerät: Im Tagebuch ist kein Platz dafür. Schaffe welchen, dann sperre und entsperre.",

  "row.odd": "Das lässt sich hier nicht anzeigen. Es ist so aufbewahrt, wie es ankam.",
  "row.raw": "So, wie es ankam",
  "row.save": "In einer Datei speichern",
};
