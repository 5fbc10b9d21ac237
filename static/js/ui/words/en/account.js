/** Signing up and in, the recovery kit, Me. */
export default {
  "signUp.title": "Get started",
  "signUp.role": "What brings you here?",
  "signUp.patient": "I want to write",
  "signUp.patientHint": "A journal of your own. You decide who reads what.",
  "signUp.therapist": "I’m a therapist",
  "signUp.therapistHint": "You read what people share with you.",
  "signUp.name": "Name",
  "signUp.nameHint": "The person you link with will see this. The server won’t.",
  "signUp.nameMissing": "Please enter a name.",
  "signUp.handle": "Handle",
  "signUp.handleHint":
    "You’ll sign in with this. It doesn’t have to be your name. 3 to 64 characters: letters a to z, numbers, and . _ @ + - after the first.",
  "signUp.passphrase": "Passphrase",
  "signUp.passphraseHint":
    "At least 15 characters; a short sentence works well. It never leaves this device, and nobody can reset it.",
  "signUp.generate": "Give me six words",
  "signUp.generated":
    "These six words are yours alone. In a moment you’ll write them down with your kit.",
  "signUp.country": "Your country, for the numbers in Help",
  "signUp.code": "Sign-up code",
  "signUp.go": "Continue",
  "signUp.making": "Setting up",
  "signUp.have": "I have an account",

  "kit.title": "Your recovery kit",
  "kit.what":
    "On a new device you’ll need this code and your passphrase. If you forget your passphrase, the code lets you in without it. Keep it on paper, or somewhere other than this device. If you lose both, your writing is gone for everyone.",
  "kit.code": "Kit code",
  "kit.handle": "Handle",
  "kit.passphrase": "Passphrase",
  "kit.passphraseApart":
    "Write your passphrase down by hand, apart from the kit. It’s in no file and on no printout.",
  "kit.files":
    "Anything you save, copy, or share may end up in a cloud or be read by other apps, so we leave your handle out: anyone who has both can open your journal. Remember your handle, or keep it on paper.",
  "kit.handleApart": "left out on purpose",
  "kit.server": "Address",
  "kit.finder": "Anyone who has this code and your handle can open your journal.",
  "kit.passphraseLine": "Write your passphrase here if this paper is in a safe place",
  "kit.qr": "Your kit code as a picture to scan",
  "kit.scan": "Scan the kit",
  "kit.cameraFailed": "We couldn’t use the camera. You can type the code instead.",
  "kit.scanOther": "That isn’t a kit code. Scan the picture on your recovery kit.",
  "kit.print": "Print",
  "kit.picture": "Save as a picture",
  "kit.text": "Save as a text file",
  "kit.copy": "Copy the code",
  "kit.share": "Share",
  "kit.copied":
    "Copied. Other apps can read what you copy: paste it where you keep it, then copy something else. We can’t clear it for you.",
  "kit.copyFailed": "We couldn’t copy it. You can write it down, or save it.",
  "kit.fileName": "keep-this",
  "kit.made": "Made {when}",
  "kit.kept": "I’ve saved it",
  "kit.proveTitle": "One quick check",
  "kit.prove":
    "Look at your kit, not at this screen, and type four of its characters. This checks that your copy can be read.",
  "kit.characterOf": "Group {group}, character {place}",
  "kit.again": "Show me the kit again",
  "kit.finish": "Finish",
  "kit.newHandleHint": "You’ll get a new kit. Throw this one away: it doesn’t open anything.",

  "signIn.title": "Sign in on this device",
  "signIn.lead": "To sign in on a new device you need your passphrase and your kit code.",
  "signIn.kitCode": "Kit code",
  "signIn.kitCodeHint":
    "Nine groups of four, from your recovery kit. You can paste it; spaces and lowercase letters are fine.",
  "signIn.go": "Sign in",
  "signIn.going": "Opening your journal",
  "signIn.forgotten": "I forgot my passphrase",
  "signIn.new": "I’m new here",
  "recover.title": "Use your recovery kit",
  "recover.lead":
    "Your handle and your kit code let you in without the passphrase. You need to be online for this.",
  "recover.leadHere":
    "Your kit code lets you in without the passphrase, and what you wrote on this device stays. You need to be online for this.",
  "recover.failed": "That handle and kit code don’t go together. Nothing has changed.",
  "recover.neither":
    "If you have neither the kit nor the passphrase, only a device where your journal is still unlocked can help: you can still read it there.",
  "recover.newTitle": "Choose a new passphrase",
  "recover.newLead":
    "{name}, your kit works. Choose a new passphrase now. It replaces the old one, and your other devices will ask for it.",
  "recover.finish": "Open my journal",
  "access.passphrase": "Change my passphrase",
  "access.present": "Current passphrase",
  "access.new": "New passphrase",
  "access.generated": "These six words are yours alone. Write them down before you go on.",
  "access.change": "Change passphrase",
  "access.changeLead":
    "This signs out your other devices. They’ll ask for the new passphrase; until they’ve been online, the old one still opens what’s on them.",
  "access.changed": "You’ve changed your passphrase.",
  "access.kit": "My recovery kit",
  "access.kitLead":
    "Anyone who finds your kit can get in without the passphrase, so we ask for your passphrase before we show it.",
  "access.showKit": "Show my kit",
  "access.newKit": "Make a new kit",
  "access.newKitHint":
    "Make one if you’ve lost the old kit, or someone may have seen it. The old kit stops working and your other devices are signed out; sign in there with the new kit.",
  "access.finishKit": "Start using the new kit",
  "access.kitMade": "Your new kit works now. You can throw the old one away.",

  "devices.title": "My devices",
  "devices.lead": "You’re signed in on these devices.",
  "devices.asking": "Asking the server…",
  "devices.this": "This device",
  "devices.unnamed": "A device without a name",
  "devices.since": "Signed in {when}",
  "devices.seen": "Last seen {when}",
  "devices.end": "Sign out",
  "devices.endTitle": "Sign out {name}?",
  "devices.endHonest":
    "The server signs it out right away, and nothing new reaches it. What’s on it stays there, sealed, and opens with the passphrase it had. If someone may know that passphrase, change it too: with it they could sign in again.",
  "devices.ended": "{name} is signed out.",
  "devices.many": "There are more. To sign out every other device at once, change your passphrase.",
  "devices.honest":
    "The server keeps this list, and could leave a device out. Changing your passphrase signs out every other device.",
  "devices.offline":
    "The server keeps the list of your devices, and we can’t reach it. Please try again when you’re online.",
  "devices.signedOut":
    "You’ve been signed out, so we can’t ask for the list. Nothing on this device is lost.",
  "phone.title": "I’ve lost a phone",
  "phone.lead":
    "Do these three things, in this order. What the phone had backed up is still in your journal.",
  "phone.out": "1. Sign it out",
  "phone.outHint":
    "Find it under My devices and sign it out. From then on, nothing new reaches it.",
  "phone.passphrase": "2. Change your passphrase",
  "phone.passphraseHint":
    "This signs out every other device anyway, and the old passphrase no longer lets anyone sign in.",
  "phone.kit": "3. Make a new kit, if yours may be gone too",
  "phone.kitHint":
    "Do this if your kit was with the phone, or someone may have seen it. The old kit then stops working.",
  "phone.reads": "What someone who has the phone can read",
  "phone.locked":
    "While the app is locked: nothing from your journal, except the people and the plan you chose to show in Help.",
  "phone.open": "If it was unlocked: what’s on it, until it locks.",
  "phone.known":
    "If they know the passphrase it had: what’s on it, even after you change the passphrase here.",
  "phone.withKit":
    "If they have your kit and your handle: everything, until you’ve made a new kit. What they’ve opened before, they have.",
  "phone.gone":
    "Nobody can erase the phone from here; use its own finder for that. What was only on it is gone.",

  "me.title": "Me",
  "me.hello": "Signed in as {handle}",
  "me.backup": "Backup",
  "me.again": "Sign in again",
  "me.againHint":
    "You’ve been signed out. Nothing on this device is lost. Enter your passphrase to turn backup on again.",
  "me.syncNow": "Back up now",
  "me.look": "Appearance",
  "me.theme": "Theme",
  "me.theme.system": "Same as device",
  "me.theme.light": "Light",
  "me.theme.dark": "Dark",
  "me.themeHint": "“Same as device” also turns dark from a session until the next morning.",
  "me.text": "Text size",
  "me.text.normal": "Default",
  "me.text.large": "Large",
  "me.text.larger": "Larger",
  "me.lock": "Lock when I’m away",
  "me.lock.1": "After 1 minute",
  "me.lock.5": "After 5 minutes",
  "me.lock.15": "After 15 minutes",
  "me.lock.30": "After 30 minutes",
  "me.lock.0": "As soon as I leave the app",
  "me.lockHint": "Closing the app always locks it.",
  "me.install": "Add to your home screen",
  "me.installHint":
    "It opens like an app and works offline, and your browser is less likely to clear what’s saved.",
  "me.setup": "How you read, time away, leaving a practice",
  "me.install.safari":
    "In Safari, tap Share, then Add to Home Screen. Open it from there and sign in once more with your passphrase and kit code: the app has its own storage, apart from Safari, and Safari may clear a page you haven’t opened for a week.",
  "me.install.menu": "In your browser’s menu, choose Install or Add to home screen.",
  "me.sharing": "Sharing settings",
  "me.knows": "What the server knows about me",
  "me.about": "About",
  "me.if": "If something goes wrong",
  "me.consent": "What I agreed to, and when",
  "me.erase": "Erase my account",
  "me.remove": "Remove from this device",
  "me.removeHint":
    "Erases everything in this app from this device. What’s backed up stays on the server, and you can open it again with your passphrase and kit.",
  "me.removeTitle": "Remove everything from this device?",
  "me.removeLost": {
    one: "{n:Words} change is only on this device. You’d lose it for good.",
    other: "{n:Words} changes are only on this device. You’d lose them for good.",
  },
  "me.removeSafe":
    "Everything is backed up. To read it on this device again, you need your passphrase and your kit code.",
  "me.removeErased":
    "The server says this account was erased. What’s on this device isn’t anywhere else, unless you have a copy.",
  "me.removeYes": "Remove",
  "me.removeBackUp": "Back up first",
  "me.removeBackingUp": "Backing up…",

  "knows.title": "What the server knows about me",
  "knows.lead": "This is what the server says it knows right now.",
  "knows.offline": "You’re offline, so we can’t ask the server. This is what it knows in general.",
  "knows.handle": "Your handle",
  "knows.created": "Account created",
  "knows.ways": "Ways to sign in",
  "knows.links": "Accounts you’re linked with",
  "knows.pieces": "Sealed pieces",
  "knows.records": "Signed records of changes",
  "knows.bytes": "Sealed bytes",
  "knows.delivered": "Bytes sent to others",
  "knows.room": "Bytes you have room for",
  "knows.nearlyFull":
    "Your account is nearly full. Ask whoever runs the server for more room soon: once it’s full, what you write stays on this device only.",

  "about.title": "About",
  "about.version": "Version",
  "about.fingerprint": "Fingerprint of the code",
  "about.fingerprintHint":
    "Anyone who has checked the source code can work out the same number. If yours differs from the one your operator publishes, ask before you write more.",
  "about.licence":
    "Free software under the AGPL, version 3 or later. It comes without any warranty.",

  "aside.title": "What we couldn’t send or open",
  "aside.lead":
    "All of this is still on this device, as it is. Everything else goes on without it.",
  "aside.none": "There’s nothing here. Everything was sent and opened.",
  "aside.unsent": "Not sent",
  "aside.unsentHint":
    "It’s saved here and not backed up. We try again each time you tap the button.",
  "aside.again": "Try again",
  "aside.put": "Something you wrote",
  "aside.del": "Something you deleted",
  "aside.grant": "Something you shared with {name}",
  "aside.revoke": "An end of sharing with {name}",
  "aside.link": "Part of your link with {name}",
  "aside.account": "Part of your account",
  "aside.unopened": "Not opened",
  "aside.unopenedHint":
    "It was damaged, or it’s in a form this app doesn’t know. You can save it, still sealed, for someone who can help.",
  "aside.from.person": "Something from {name}",
  "aside.from.own": "Something from the server",
  "aside.from.outbox": "Something of yours that wasn’t sent yet",
  "aside.from.capture": "Something written without unlocking",
  "aside.from.draft": "Something you hadn’t finished",
  "aside.newer": "A newer version of this app wrote it.",
  "aside.more": { one: "And {n} more", other: "And {n} more" },
};
