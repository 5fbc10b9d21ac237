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
  "language.device": "Same as device: {name}",

  "watching.short": "Nobody is watching what you write. If you need someone now, open {help}.",

  "update.ready": "A new version is ready. Nothing you wrote will change.",
  "update.take": "Reload",
  "update.later": "It’ll wait until what you’re writing is saved.",
  "screen.failed": "This page didn’t open.",
  "screen.kept": "Everything saved on this device is as it was.",
  "lack.title": "We can’t save anything here yet",
  "lack.address":
    "Browsers only let an app seal what you write at an address that starts with https. This one doesn’t.",
  "lack.address.way":
    "Open the same address with https at the start, or ask whoever runs this server.",
  "lack.storage":
    "This browser won’t let the app save anything on this device, so nothing you write could stay.",
  "lack.storage.way":
    "It may be a private window, a setting that blocks site data, or a full disk. Use a normal window, allow this site to save data, or free up space, and try again.",
  "lack.sealing": "This browser can’t seal what you write.",
  "lack.sealing.way": "Please use an up-to-date Safari, Chrome, Edge, or Firefox.",
  "lack.workers": "This browser can’t keep your words apart from the page.",
  "lack.workers.way": "Please use an up-to-date Safari, Chrome, Edge, or Firefox.",
  "lost.title": "Your journal is no longer on this device",
  "lost.what":
    "Your browser has deleted what the app saved here. Browsers do that when the disk is full, or when someone clears site data.",
  "lost.safe": "What you’d backed up is safe on the server. It comes back when you sign in.",
  "lost.safeAt":
    "What you’d backed up by {when} is safe on the server. It comes back when you sign in.",
  "lost.only": {
    one: "{n:Words} change was only on this device, and is lost.",
    other: "{n:Words} changes were only on this device, and are lost.",
  },
  "lost.none": "As far as this device knew, everything was backed up.",
  "lost.new": "Start with a new account",
  "screen.again": "Try again",

  "error.wrong-passphrase":
    "That passphrase doesn’t open this journal. Everything in it is still here.",
  "error.wrong-kit-code":
    "That isn’t a kit code. Check your kit: the code has nine groups of four.",
  "error.wrong-characters": "Those don’t match. Check your kit and try again.",
  "error.sign-in-failed":
    "We couldn’t sign you in. Check your handle, passphrase, and kit code, and try again. Nothing was changed.",
  "error.handle-taken": "Someone already uses that handle. Please choose another one.",
  "error.handle-invalid":
    "Use 3 to 64 characters: letters a to z, numbers, and . _ @ + - after the first.",
  "error.passphrase-short": "Please use at least 15 characters. A short sentence works well.",
  "error.passphrase-guessable":
    "That’s one of the first passphrases someone would try. Use a sentence of your own, or let us give you six words.",
  "error.passphrase-changed":
    "You replaced the passphrase or the kit on another device. Type the new passphrase; if only the kit is new, lock and choose “I have my kit”. What you wrote is still here.",
  "error.access-unsure":
    "We lost the connection before the server answered, so it may be done or not. Nothing is lost. Please try once more.",
  "error.offline":
    "We can’t reach the server. Nothing is lost. Please try again when you’re online.",
  "camera.stop": "Stop the camera",
  "camera.view": "What the camera sees",
  "error.too-many": "There have been too many tries. Nothing is lost. Please wait a few minutes.",
  "error.locked": "Your journal is locked. What you wrote is saved on this device.",
  "error.not-found": "That’s no longer on this device.",
  "error.invite-invalid": "This invitation isn’t complete. Ask for the link again.",
  "error.invite-expired": "This invitation has expired. Ask for a new one.",
  "error.invite-spent": "Someone has already answered this invitation. Ask for a new one.",
  "error.invite-own": "This is your own invitation. The other person needs to open it.",
  "error.invite-same-role":
    "A link needs one person who writes and one therapist. You’ve both signed up as the same.",
  "error.registration-closed": "This server isn’t taking new sign-ups right now.",
  "error.registration-code":
    "You need a sign-up code. Ask your clinic, or whoever runs this server.",
  "error.not-linked": "You’re no longer linked with this person. Nothing was sent.",
  "error.storage-full":
    "Your words are still on this page, but this device is full, so they’re not saved. Free up space, or save them as a text file.",
  "error.storage-failed":
    "Your words are still on this page, but this browser didn’t save them. Save them as a text file before you close it.",
  "error.too-long":
    "That’s too long for one entry, so we haven’t saved or sent it. Your words are still on this page: make them shorter, or split them.",
  "error.ring-full":
    "You’re linked with as many people as one account can hold. Nothing was sent, and everything you have is still being backed up.",
  "error.erased":
    "The server says this account was erased. You can still read what’s on this device, but it’s no longer backed up.",
  "error.unsupported-browser":
    "This browser can’t seal what you write. Please use an up-to-date Safari, Chrome, Edge, or Firefox.",
  "error.failed":
    "Something went wrong in this app. What you wrote is saved on this device. Please try again.",
  "error.server": "The server didn’t answer as expected. What you wrote is saved on this device.",

  "welcome.what":
    "A journal for the weeks around a treatment. What you write is sealed on your device before it leaves it, and this server can’t read it. If you like, share single entries with a therapist you trust.",
  "welcome.signUp": "Get started",
  "welcome.signIn": "I have an account",
  "welcome.watching": "Nobody is watching what you write here, and this app can’t call for help.",
  "welcome.invited":
    "You’ve been invited. Get started or sign in, and we’ll open the invitation next.",

  "lock.title": "Locked",
  "lock.as": "{handle} writes here",
  "lock.passphrase": "Passphrase",
  "lock.unlock": "Unlock",
  "lock.opening": "Opening",
  "lock.forgotten": "I don’t have my passphrase",
  "lock.forgottenAnswer":
    "Nobody can look it up for you, because it isn’t saved anywhere. Take your time; it often comes back. Was there a capital letter, a space, another keyboard? Your recovery kit lets you in without it.",
  "lock.recover": "I have my kit",
  "lock.invited": "You’ve been invited. Unlock, and we’ll open the invitation next.",
  "lock.capture": "Write without unlocking",

  "capture.title": "What’s here now",
  "capture.begin": "One word is enough.",
  "capture.sealed": "Sealed as you type. You won’t see it again until you unlock.",
  "capture.kept": "Saved on this device. You’ll find it in your journal when you unlock.",
  "capture.done": "Done",
  "capture.full":
    "Your words are still on this page. This device is full, so they’re not saved yet. Free up space, then tap Done.",
  "capture.failed":
    "Your words are still on this page. Your browser hasn’t saved them yet. Tap Done to try again.",
  "capture.notYet":
    "You can’t write here yet. Unlock once on this device; after that you can write without unlocking.",
};
