/** What everybody agrees to before the first word is saved, and who runs the server. */
export default {
  "consent.title": "Before you begin",
  "consent.lead": "Please read these six lines. They say what this app is, and what it isn’t.",
  "consent.newer": "This text has changed since you last agreed to it. This is how it reads now.",
  "consent.patient.1":
    "This app is for adults. If you’re under 18, please don’t use it. Ask your clinic what it has for you.",
  "consent.patient.2":
    "In most places, ketamine for mental health is off-label and experimental: doctors may use it, but it isn’t approved for this, and its long-term effects aren’t well known. Ask your clinic. You can stop at any time.",
  "consent.patient.3":
    "Nobody watches what you write, and no alert goes out, even if you write that you’re in danger. If you are, call someone: Help shows you who.",
  "consent.patient.4":
    "The app gives no medical advice and is no medical record. It doesn’t replace your clinic or its own consent form.",
  "consent.patient.5":
    "What you write is sealed on this device, and the server can’t open it. It does know your handle, who you’re linked with, and when and roughly how much you send. Your therapist reads what you share, may have to keep it in a record, and no one can unread what they’ve read.",
  "consent.patient.6":
    "Your recovery kit lets you in by itself. Without it you need your passphrase and a device that already opens your journal. If neither is left, what you wrote is gone for everyone.",
  "consent.therapist.1":
    "This app is for adults, and for therapists who treat adults. Please don’t link with anyone under 18.",
  "consent.therapist.2":
    "In most places, ketamine for mental health is off-label and experimental: it isn’t approved for this, and its long-term effects aren’t well known. Whether to use it is for the clinic and the person to decide.",
  "consent.therapist.3":
    "Nobody watches what people write, and no alert reaches you, even if they write that they’re in danger. You see it when you next open the app.",
  "consent.therapist.4":
    "The app gives no medical advice and is no medical record. What you have to keep, keep in your own records.",
  "consent.therapist.5":
    "You read only what people share with you. You may have to keep it, and a court can order you to turn over what you can open. The server can’t open it. It does know your handle, who you’re linked with, and when and roughly how much is sent.",
  "consent.therapist.6":
    "Your recovery kit lets you in by itself. Without it you need your passphrase and a device that already opens this account. If neither is left, your notes are gone for everyone.",
  "consent.more": "If something goes wrong, and what this app can’t do",
  "consent.agree": "I’ve read this and I agree",
  "consent.ends":
    "If you don’t agree, stop here. Nothing has been sent, and there’s no account yet.",
  "consent.leave":
    "If you don’t agree, you can still take a copy of your journal and erase your account under Me.",
  "consent.leaveTherapist": "If you don’t agree, you can erase your account under Me.",
  "consent.toMe": "Open Me",
  "consent.saving": "Saving",
  "consent.failed": "That wasn’t saved on this device. Please try again.",
  "consent.agreed": "You agreed to this on {when}. Version {version} of the text.",
  "operator.is": "Who runs this server: {operator}",
  "operator.unnamed":
    "Whoever runs this server hasn’t put a name and address here. Ask the person who gave you this app’s address.",
};
