/** What everybody agrees to before the first word is saved, and who runs the server. */
export default {
  "consent.title": "Bevor du beginnst",
  "consent.lead": "Bitte lies diese sechs Sätze. Sie sagen, was diese App ist und was nicht.",
  "consent.newer": "Der Text hat sich geändert, seit du ihm zugestimmt hast. So lautet er jetzt.",
  "consent.patient.1":
    "Diese App ist für Erwachsene. Wenn du unter 18 bist, nutze sie bitte nicht. Frag deine Klinik, was sie für dich hat.",
  "consent.patient.2":
    "Ketamin ist bei psychischen Beschwerden fast überall off-label und experimentell: Ärztinnen und Ärzte dürfen es einsetzen, aber es ist dafür nicht zugelassen, und über die Langzeitfolgen ist wenig bekannt. Frag deine Klinik. Du kannst jederzeit aufhören.",
  "consent.patient.3":
    "Niemand liest mit, und niemand wird alarmiert, auch nicht, wenn du schreibst, dass du in Gefahr bist. Wenn du es bist, ruf jemanden an: Unter Hilfe steht, wen.",
  "consent.patient.4":
    "Die App gibt keinen ärztlichen Rat und ist keine Krankenakte. Sie ersetzt weder deine Klinik noch deren eigene Einwilligung.",
  "consent.patient.5":
    "Was du schreibst, wird auf diesem Gerät versiegelt, und der Server kann es nicht öffnen. Er kennt deinen Anmeldenamen, mit wem du verbunden bist, und wann und ungefähr wie viel du sendest. Deine Therapeutin oder dein Therapeut kann lesen, was du teilst, und muss es vielleicht in einer Akte behalten. Was gelesen wurde, bleibt gelesen.",
  "consent.patient.6":
    "Dein Wiederherstellungsblatt lässt dich allein schon hinein. Ohne es brauchst du deine Passphrase und ein Gerät, das dein Tagebuch schon öffnet. Ist beides nicht mehr da, ist das Geschriebene für alle verloren.",
  "consent.therapist.1":
    "Diese App ist für Erwachsene und für alle, die Erwachsene behandeln. Bitte verbinde dich mit niemandem unter 18.",
  "consent.therapist.2":
    "Ketamin ist bei psychischen Beschwerden fast überall off-label und experimentell: Es ist dafür nicht zugelassen, und über die Langzeitfolgen ist wenig bekannt. Ob es eingesetzt wird, entscheiden die Klinik und die behandelte Person.",
  "consent.therapist.3":
    "Niemand liest mit, was Menschen hier schreiben, und kein Alarm erreicht dich, auch nicht, wenn jemand schreibt, in Gefahr zu sein. Du siehst es, wenn du die App das nächste Mal öffnest.",
  "consent.therapist.4":
    "Die App gibt keinen ärztlichen Rat und ist keine Krankenakte. Was du aufbewahren musst, gehört in deine eigene Akte.",
  "consent.therapist.5":
    "Du liest nur, was jemand mit dir teilt. Vielleicht musst du es aufbewahren, und ein Gericht kann von dir verlangen, was du öffnen kannst. Der Server kann es nicht öffnen. Er kennt deinen Anmeldenamen, mit wem du verbunden bist, und wann und ungefähr wie viel gesendet wird.",
  "consent.therapist.6":
    "Dein Wiederherstellungsblatt lässt dich allein schon hinein. Ohne es brauchst du deine Passphrase und ein Gerät, das dieses Konto schon öffnet. Ist beides nicht mehr da, sind deine Notizen für alle verloren.",
  "consent.more": "Wenn etwas schiefgeht, und was diese App nicht kann",
  "consent.agree": "Ich habe das gelesen und stimme zu",
  "consent.ends":
    "Wenn du nicht zustimmst, hör hier auf. Es wurde nichts gesendet, und es gibt noch kein Konto.",
  "consent.leave":
    "Wenn du nicht zustimmst, kannst du unter „Ich“ trotzdem eine Kopie deines Tagebuchs mitnehmen und dein Konto löschen.",
  "consent.leaveTherapist": "Wenn du nicht zustimmst, kannst du dein Konto unter „Ich“ löschen.",
  "consent.toMe": "„Ich“ öffnen",
  "consent.saving": "Wird gespeichert",
  "consent.failed": "Das wurde auf diesem Gerät nicht gespeichert. Bitte versuch es noch einmal.",
  "consent.agreed": "Du hast dem zugestimmt: {when}. Fassung {version} des Textes.",
  "operator.is": "Wer diesen Server betreibt: {operator}",
  "operator.unnamed":
    "Wer diesen Server betreibt, hat hier weder Namen noch Anschrift angegeben. Frag die Person, von der du die Adresse dieser App hast.",
};
