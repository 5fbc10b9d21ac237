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
  "sync.offline": "Offline. Alles ist auf diesem Gerät gespeichert",
  "sync.signed-out": "Auf diesem Gerät gespeichert, nicht gesichert: Du wurdest abgemeldet",
  "sync.signInAgain": "Wieder anmelden",
  "sync.full":
    "Auf diesem Gerät gespeichert, das voll ist. Das Sichern geht weiter, sobald Platz ist",
  "sync.retrying":
    "Auf diesem Gerät gespeichert, noch nicht alles gesichert. Wir versuchen es weiter",
  "sync.aside":
    "Auf diesem Gerät gespeichert. Eines ließ sich nicht sichern; alles andere läuft weiter",
  "sync.attention":
    "Auf diesem Gerät gespeichert. Das Sichern macht Pause. Bitte lies den Hinweis unten",

  "coming.patient": "Dein Tagebuch wird geladen.",
  "coming.patient.count": "Dein Tagebuch wird geladen: {here} von {all} Teilen.",
  "coming.therapist": "Was mit dir geteilt ist, wird geladen.",
  "coming.therapist.count": "Was mit dir geteilt ist, wird geladen: {here} von {all} Teilen.",
  "coming.offline": "Du bist offline. Der Rest wird später geladen, und schreiben kannst du schon.",
  "coming.stopped": "Das Laden macht Pause. Bitte lies den Hinweis unten.",

  "look.now": "Gerade nachgesehen.",
  "look.at": "Zuletzt nachgesehen: {when}.",
  "look.offline": "Du bist offline.",
  "look.again": "Noch einmal nachsehen",

  "notice.dismiss": "Das habe ich gelesen",
  "notice.open": "Öffnen",
  "notice.conflict-copy":
    "Beide Fassungen sind gespeichert. Du hast einen Eintrag auf zwei Geräten geändert; die zweite Fassung steht als Kopie daneben.",
  "notice.delete-undone":
    "Ein Eintrag ist noch da. Du hast ihn auf einem Gerät gelöscht und auf einem anderen geändert, deshalb steht er wieder in deinem Tagebuch.",
  "notice.server-restored":
    "Deine Worte sind gespeichert. Der Server wurde aus einer Sicherung wiederhergestellt, und dieses Gerät hat noch einmal gesendet, was dort fehlte.",
  "notice.history-changed":
    "Deine Worte sind auf diesem Gerät sicher. Was der Server zeigt, passt nicht mehr zu dem, was dieses Gerät gesehen hat; deshalb macht das Sichern Pause. Bitte sag es denen, die den Server betreiben.",
  "notice.app-old":
    "Deine Worte sind auf diesem Gerät sicher. Eine neuere Version dieser App hat etwas in dein Konto geschrieben; deshalb macht das Sichern hier Pause, bis diese aktualisiert ist. Schließ die App und öffne sie wieder, wenn du online bist.",
  "notice.device-new":
    "Ein Gerät hat sich in deinem Konto angemeldet. Wenn du das nicht warst, kannst du es unter Meine Geräte abmelden.",
  "notice.set-aside":
    "Etwas kam an, das wir nicht öffnen konnten. Wir haben es beiseitegelegt, und nichts von dir wurde geändert.",
  "notice.not-sent":
    "Etwas von dir konnten wir so nicht senden. Es bleibt auf diesem Gerät, und alles andere läuft weiter.",
  "notice.missing":
    "Der Server hat uns etwas nicht gegeben, das du lesen können solltest. Wir haben es als fehlend markiert.",
  "notice.missing-theirs":
    "Etwas, das mit dir geteilt wurde, kam ohne Worte an. Wir haben es als fehlend markiert und fragen jedes Mal wieder danach, wenn du „Jetzt sichern“ antippst.",
  "notice.ack-differs":
    "Deine Worte sind unverändert, und das Sichern läuft weiter. Die App von jemandem, mit dem du teilst, sagt, sie habe etwas anderes erhalten, als du gesendet hast. Frag nach, und vergleicht die Sicherheitsnummer.",
  "notice.invite-contested":
    "Nichts wurde geteilt. Mehr als eine Person hat eine Einladung beantwortet, deshalb gilt sie nicht mehr. Bitte mach eine neue, am besten persönlich.",
  "notice.identity-changed":
    "Das Teilen mit einer Person ist angehalten. Der Server hat in ihrem Namen etwas gezeigt, das nicht von ihr stammt; vielleicht ist jemand dazwischen. Vergleicht die Sicherheitsnummer.",
  "notice.link-ended":
    "Jemand hat die Verbindung mit dir beendet. Was dir gehört, ist unverändert. Zwischen euch wird nichts mehr gesendet, auch nicht, was noch gewartet hat.",
  "notice.erasing":
    "Du hast darum gebeten, dieses Konto vom Server zu löschen. Bis dahin geht alles weiter wie bisher, und du kannst es dir anders überlegen.",
  "notice.erased":
    "Der Server sagt, dass dieses Konto gelöscht wurde. Du kannst noch lesen, was auf diesem Gerät ist, aber es wird nicht mehr gesichert.",
  "notice.storage-full":
    "Deine Worte stehen auf der Seite, aber dieses Gerät ist voll. Schaffe Platz, bevor du sie schließt.",
  "watching.reader":
    "Niemand passt auf, was man mit dir teilt. Du siehst es, wenn du nachsiehst. Wenn jemand in Gefahr ist, stehen Nummern unter {help}.",
  "notice.captured":
    "Was hier ohne Entsperren geschrieben wurde, steht jetzt in deinem Tagebuch. Wer dieses Gerät in der Hand hat, kann so schreiben.",
  "notice.capture-aside":
    "Etwas, das hier ohne Entsperren geschrieben wurde, können wir nicht öffnen. Es bleibt auf diesem Gerät.",
  "notice.captures-wait":
    "Was du ohne Entsperren geschrieben hast, ist noch auf diesem Gerät versiegelt: Im Tagebuch ist kein Platz dafür. Schaffe Platz, dann sperre und entsperre.",

  "cover.title": "Noch nicht gesperrt",
  "cover.kept":
    "Deine Worte sind nicht verloren: Sie stehen noch auf dieser Seite, verdeckt. Dieses Gerät konnte sie nicht speichern, meist weil es voll ist oder ein Eintrag zu lang. Wir versuchen es weiter, und die Seite sperrt sich, sobald sie gespeichert sind.",
  "cover.why":
    "Mach Platz frei, aber schließ diese Seite nicht und lade sie nicht neu. Oder geh mit deiner Passphrase zur Seite zurück, um deine Worte woandershin zu kopieren oder zu kürzen.",
  "cover.back": "Zurück zur Seite",
  "cover.help": "Hilfe, in einem neuen Fenster",

  "row.odd": "Das können wir hier nicht anzeigen. Es ist so gespeichert, wie es ankam.",
  "row.raw": "So, wie es ankam",
  "row.save": "Als Datei speichern",
};
