/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Begin",
  "signUp.role": "What brings you here",
  "signUp.patient": "I write here",
  "signUp.patientHint": "A journal of your own. You decide who reads what.",
  "signUp.therapist": "I read as a therapist",
  "signUp.therapistHint": "You read what people share with you.",
  "signUp.name": "Name",
  "signUp.nameHint": "What the person you link with will see. The server does not see it.",
  "signUp.handle": "Handle",
  "signUp.handleHint":
    "For signing in, and all the server knows you by. It need not be your name. Small letters and digits.",
  "signUp.passphrase": "Passphrase",
  "signUp.passphraseHint":
    "At least 15 characters; a short sentence will do. It never leaves this device, and nobody can reset it.",
  "signUp.generate": "Give me six words",
  "signUp.generated":
    "These six words are yours alone. You will write them down with the kit in a moment.",
  "signUp.country": "Your country, for the numbers in Help",
  "signUp.code": "Sign-up code",
  "signUp.go": "Continue",
  "signUp.making": "Sealing",
  "signUp.have": "I have an account",

  "kit.title": "Your recovery kit",
  "kit.what":
    "A new device asks for this code as well as your passphrase. If you forget the passphrase, the code lets you in by itself. Keep it on paper, or somewhere other than this device. If both are gone, the writing is gone for everyone.",
  "kit.code": "Kit code",
  "kit.handle": "Handle",
  "kit.passphrase": "Passphrase",
  "kit.passphraseApart":
    "Write the passphrase down by hand, apart from the kit. A picture or a text of the kit may end up in a cloud, so neither it nor the print holds the passphrase.",
  "kit.server": "Address",
  "kit.finder": "Whoever has this code and the handle can open the journal.",
  "kit.passphraseLine": "Write your passphrase here if this paper is safe",
  "kit.qr": "The kit code as a picture to scan",
  "kit.print": "Print",
  "kit.picture": "Save as a picture",
  "kit.text": "Save as a text",
  "kit.fileName": "keep-this",
  "kit.made": "Made {when}",
  "kit.kept": "I have kept it",
  "kit.proveTitle": "One check",
  "kit.prove":
    "Look at your kit, not at this screen, and type four of its characters. This is to be sure that it is readable.",
  "kit.characterOf": "Group {group}, character {place}",
  "kit.again": "Show the kit again",
  "kit.finish": "Begin",
  "kit.newHandleHint": "You will be given a new kit. Throw this one away: it opens nothing.",

  "signIn.title": "Sign in on this device",
  "signIn.lead":
    "A device that is new to you asks for two things: what you know, and what you kept.",
  "signIn.kitCode": "Kit code",
  "signIn.kitCodeHint":
    "Nine groups of four, from your recovery kit. Pasting is fine; spaces and small letters too.",
  "signIn.go": "Sign in",
  "signIn.going": "Opening your journal",
  "signIn.forgotten": "I have forgotten my passphrase",
  "signIn.new": "I am new here",
  "recover.title": "Use your recovery kit",
  "recover.lead":
    "Your handle and your kit code let you in without the passphrase. You need a connection for this.",
  "recover.leadHere":
    "Your kit code lets you in without the passphrase, and what you wrote on this device stays. You need a connection for this.",
  "recover.failed": "That handle and kit code don’t go together. Nothing has changed.",
  "recover.neither":
    "If you have neither the kit nor the passphrase, only a device where your journal is still unlocked can help: you can still read it there.",
  "recover.newTitle": "Choose a new passphrase",
  "recover.newLead":
    "{name}, your kit works. The passphrase you choose now replaces the old one, and your other devices will ask for it.",
  "recover.finish": "Open my journal",
  "access.passphrase": "Change my passphrase",
  "access.present": "Current passphrase",
  "access.new": "New passphrase",
  "access.generated": "These six words are yours alone. Write them down before you go on.",
  "access.change": "Change passphrase",
  "access.changeLead":
    "This signs out your other devices. They’ll ask for the new passphrase; until they’ve been online, the old one still opens what’s on them.",
  "access.changed": "Your passphrase is changed.",
  "access.kit": "My recovery kit",
  "access.kitLead":
    "Whoever finds your kit can get in without the passphrase, so we ask for your passphrase before we show it.",
  "access.showKit": "Show my kit",
  "access.newKit": "Make a new kit",
  "access.newKitHint":
    "For when the old one is lost, or somebody may have seen it. The old kit stops working and your other devices are signed out; sign in there with the new kit.",
  "access.finishKit": "Start using the new kit",
  "access.kitMade": "Your new kit works now. You can throw the old one away.",

  "me.title": "Me",
  "me.hello": "Signed in as {handle}",
  "me.backup": "Backup",
  "me.again": "Sign in again",
  "me.againHint":
    "The server has ended this device’s session. Nothing on this device is touched; your passphrase lets it back up again.",
  "me.syncNow": "Back up now",
  "me.look": "Look",
  "me.theme": "Theme",
  "me.theme.system": "As the device",
  "me.theme.light": "Light",
  "me.theme.dark": "Dark",
  "me.themeHint": "“As the device” is also dark from a dose until the next morning.",
  "me.text": "Size of text",
  "me.text.normal": "Usual",
  "me.text.large": "Large",
  "me.text.larger": "Larger",
  "me.lock": "Lock when I am away",
  "me.lock.1": "After a minute",
  "me.lock.5": "After 5 minutes",
  "me.lock.15": "After 15 minutes",
  "me.lock.0": "As soon as I leave the app",
  "me.lockHint": "It is always locked when it has been closed.",
  "me.install": "Keep it on this device’s home screen",
  "me.installHint":
    "It opens like an app, without a network too, and the browser is less ready to clear what it keeps.",
  "me.setup": "How you read, absence, leaving",
  "me.install.safari":
    "In Safari tap Share, then Add to Home Screen. Open it from there and sign in once more, with passphrase and kit code: what it keeps lies apart from Safari, which may clear a page that was not opened for a week.",
  "me.install.menu": "It stands in your browser’s menu: Install, or Add to home screen.",
  "me.sharing": "Sharing: what waits, what goes by itself",
  "me.knows": "What the server knows about me",
  "me.about": "About",
  "me.erase": "Erase my account",
  "me.remove": "Remove from this device",
  "me.removeHint":
    "Erases everything of this app here. What is backed up stays on the server, and opens again with passphrase and kit.",
  "me.removeTitle": "Remove everything from this device?",
  "me.removeLost": {
    one: "{n:Words} change is only on this device and would be lost for good.",
    other: "{n:Words} changes are only on this device and would be lost for good.",
  },
  "me.removeSafe":
    "Everything is backed up. To read it on this device again you need your passphrase and your kit code.",
  "me.removeErased":
    "The server says that this account was erased. What is on this device is nowhere else, unless you have a copy.",
  "me.removeYes": "Remove",
  "me.removeBackUp": "Back up first",
  "me.removeBackingUp": "Backing up…",

  "knows.title": "What the server knows about me",
  "knows.lead": "This is what the server itself answers just now.",
  "knows.offline":
    "The server cannot be asked without a connection. This is what it knows in general.",
  "knows.handle": "Your handle",
  "knows.created": "Your account since",
  "knows.ways": "Ways to sign in",
  "knows.links": "Accounts you are linked with",
  "knows.pieces": "Sealed pieces",
  "knows.records": "Signed notes of changes",
  "knows.bytes": "Bytes, sealed",
  "knows.delivered": "Bytes brought to others",
  "knows.room": "Bytes there is room for",
  "knows.nearlyFull":
    "This account is nearly full. Before it is, ask whoever runs the server for more room: once it is full, what you write stays on this device.",

  "about.title": "About",
  "about.version": "Version",
  "about.fingerprint": "Fingerprint of the code",
  "about.fingerprintHint":
    "Whoever has checked the source can compute the same number. If it differs from the one your operator publishes, ask before you write on.",
  "about.licence":
    "Free software under the AGPL, version 3 or later. It comes without any warranty.",
};
