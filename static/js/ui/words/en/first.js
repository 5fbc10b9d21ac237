/** What the first screens say, and what every other one needs besides its own words. */
export default {
  "numbers.words": "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
  "numbers.nth":
    " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
  "numbers.ordinal": { one: "{n}st", two: "{n}nd", few: "{n}rd", other: "{n}th" },
  "date.dayAndTime": "{day}, {time}",
  "date.inZone": "{time} ({zone})",

  "phase.preparation": "Preparation",
  "phase.reflection": "Reflection",
  "phase.integration": "Integration",

  "do.back": "Back",
  "do.cancel": "Cancel",
  "do.close": "Close",
  "do.help": "Help",
  "do.lock": "Lock",
  "do.show": "Show what I type",
  "do.skip": "Skip to the content",
  "do.undo": "Undo",

  "language.choose": "Language",
  "language.device": "As the device: {name}",

  "watching.short": "Nobody is watching what you write. If you need someone now, open {help}.",

  "update.ready": "A new version is ready. Nothing you wrote is touched.",
  "update.take": "Reload",
  "update.later": "It waits until what you are writing is kept.",
  "screen.failed": "This page did not open.",
  "screen.kept": "What is kept on this device is as it was.",
  "lack.title": "Nothing can be kept here yet",
  "lack.address":
    "Browsers let an app seal what you write only at an address that begins with https. This one does not.",
  "lack.address.way": "Open the same address with https in front, or ask whoever runs this server.",
  "lack.storage":
    "This browser does not let the app keep anything on this device, so nothing you write could stay.",
  "lack.storage.way":
    "A private window does that, or a setting that blocks the data of sites, or a full disk. Use a normal window, allow this site to keep data, or make room, and try again.",
  "lack.sealing": "This browser cannot seal what you write.",
  "lack.sealing.way": "Please use a current Safari, Chrome, Edge or Firefox.",
  "lack.workers": "This browser lacks what keeps your words apart from the page.",
  "lack.workers.way": "Please use a current Safari, Chrome, Edge or Firefox.",
  "lost.title": "The journal is no longer on this device",
  "lost.what":
    "This browser has thrown away what the app kept here. Browsers do that when the disk is full, or when the data of sites is cleared.",
  "lost.safe": "What was backed up is safe on the server. It comes back when you sign in.",
  "lost.safeAt":
    "What was backed up until {when} is safe on the server. It comes back when you sign in.",
  "lost.only": {
    one: "{n:Words} change was only on this device, and is lost.",
    other: "{n:Words} changes were only on this device, and are lost.",
  },
  "lost.none": "As far as this device knew, nothing was only here.",
  "lost.new": "Begin as somebody new",
  "screen.again": "Try again",

  "error.wrong-passphrase":
    "That passphrase does not open this journal. Everything in it is still kept.",
  "error.wrong-kit-code":
    "Those characters are not a kit code. Compare them with your kit: it has nine groups of four.",
  "error.wrong-characters": "Those are not the characters asked for. Look at the kit once more.",
  "error.sign-in-failed":
    "Handle, passphrase and kit code do not belong together. Nothing was changed.",
  "error.handle-taken": "That handle is taken here. Please choose another one.",
  "error.handle-invalid":
    "A handle has 3 to 64 characters: letters a to z, digits, and . _ @ + - after the first.",
  "error.passphrase-short": "A passphrase has at least 15 characters. A short sentence will do.",
  "error.passphrase-guessable":
    "That passphrase is among the first that somebody would try. Take a sentence of your own, or let us give you six words.",
  "error.passphrase-changed":
    "The passphrase or the kit was replaced on another device. Type the new passphrase; if only the kit is new, lock and choose “I have my kit”. What you wrote is kept.",
  "error.access-unsure":
    "The connection broke off before the server answered, so it may be done or not. Nothing is lost. Please try once more.",
  "error.offline":
    "There is no connection to the server. Nothing is lost. Please try again when there is one.",
  "error.too-many":
    "There were many attempts just now. Nothing is lost. Please wait a few minutes.",
  "error.locked": "The journal is locked. What you wrote is kept on this device.",
  "error.not-found": "That is not on this device any more.",
  "error.invite-invalid": "This is not a whole invitation. Ask for the link once more.",
  "error.invite-expired": "This invitation has run out. Ask for a new one.",
  "error.invite-spent": "Somebody has already answered this invitation. Ask for a new one.",
  "error.invite-own": "This is your own invitation. The other person opens it.",
  "error.invite-same-role":
    "A link joins one who writes and one who reads. You both chose the same.",
  "error.registration-closed": "This server takes no new people at present.",
  "error.registration-code": "This server asks for a sign-up code. Its operator hands it out.",
  "error.not-linked": "You and this person are not linked any more. Nothing was sent.",
  "error.storage-full":
    "Your words are still on this page, but this device has no room to keep them. Make room, or save them as a text.",
  "error.storage-failed":
    "Your words are still on this page, but this browser did not keep them. Save them as a text before you close it.",
  "error.too-long":
    "It is longer than one entry holds, so it was not kept or sent. Your words are still on this page: make them shorter, or divide them.",
  "error.ring-full":
    "You are linked with as many people as one account holds. Nothing was sent, and everything you have goes on being backed up.",
  "error.erased":
    "The server says that this account was erased. What is on this device stays readable here, and is not backed up any more.",
  "error.unsupported-browser":
    "This browser lacks what sealing needs. Please use a current Safari, Chrome, Edge or Firefox.",
  "error.failed":
    "Something went wrong in this app. What you wrote is saved on this device. Please try again.",
  "error.server": "The server did not answer as expected. What you wrote is kept on this device.",

  "welcome.what":
    "A journal for the weeks around a treatment. What you write is sealed on your device before it leaves it, and this server keeps only what it cannot open. You may let a therapist you trust read it, one entry at a time.",
  "welcome.signUp": "Begin here",
  "welcome.signIn": "I have an account",
  "welcome.watching": "Nobody is watching what is written here, and it cannot call for help.",
  "welcome.invited": "You were invited. Begin, or sign in, and the invitation opens next.",

  "lock.title": "Locked",
  "lock.as": "{handle} writes here",
  "lock.passphrase": "Passphrase",
  "lock.unlock": "Unlock",
  "lock.opening": "Opening",
  "lock.forgotten": "I do not have my passphrase",
  "lock.forgottenAnswer":
    "Nobody can look it up for you: it is not kept anywhere. Take your time, it often comes back. Capital letters, a space, another keyboard? Your recovery kit lets you in without it.",
  "lock.recover": "I have my kit",
  "lock.invited": "You were invited. Unlock, and the invitation opens next.",
  "lock.capture": "Write without unlocking",

  "capture.title": "What is here now",
  "capture.begin": "A word is enough.",
  "capture.sealed": "Sealed as you type, and not shown again until you unlock.",
  "capture.kept": "Kept on this device. It stands in your journal when you unlock.",
  "capture.done": "Done",
  "capture.full":
    "Your words are still on this page. They are not kept yet: this device has no room. Make some, then tap Done.",
  "capture.failed":
    "Your words are still on this page. They are not kept yet: this browser did not store them. Tap Done to try again.",
  "capture.notYet":
    "Nothing can be taken here yet. Unlock once on this device; afterwards you can write without unlocking.",
};
