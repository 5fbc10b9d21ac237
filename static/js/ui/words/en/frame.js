/** What stands around every screen behind the lock. */
export default {
  "nav.label": "Main",
  "nav.today": "Today",
  "nav.journal": "Journal",
  "nav.timeline": "Timeline",
  "nav.people": "People",
  "nav.queue": "To read",
  "nav.me": "Me",

  "sync.idle": "Backed up",
  "sync.idleAt": "Backed up {when}",
  "sync.busy": "Backing up",
  "sync.waiting": {
    one: "{n:Words} change is only on this device",
    other: "{n:Words} changes are only on this device",
  },
  "sync.offline": "Offline. Everything is saved on this device",
  "sync.signed-out": "Saved on this device, not backed up: you’ve been signed out",
  "sync.signInAgain": "Sign in again",
  "sync.full": "Saved on this device, which is full. Backup continues once there’s room",
  "sync.retrying": "Saved on this device, not all backed up yet. We’ll keep trying",
  "sync.aside": "Saved on this device. We couldn’t back up one thing; everything else continues",
  "sync.attention": "Saved on this device. Backup is paused. Please read the note below",

  "coming.patient": "Your journal is loading.",
  "coming.patient.count": "Your journal is loading: {here} of {all} pieces.",
  "coming.therapist": "What people share with you is loading.",
  "coming.therapist.count": "What people share with you is loading: {here} of {all} pieces.",
  "coming.offline": "You’re offline. The rest will load later, and you can write in the meantime.",
  "coming.stopped": "It’s paused. Please read the note below.",

  "look.now": "Checked just now.",
  "look.at": "Checked {when}.",
  "look.offline": "You’re offline.",
  "look.again": "Check again",

  "notice.dismiss": "I’ve read this",
  "notice.open": "Open it",
  "notice.conflict-copy":
    "Both versions are saved. You changed an entry on two devices, so the second version is next to it as a copy.",
  "notice.delete-undone":
    "We kept an entry. You deleted it on one device and changed it on another, so it’s back in your journal.",
  "notice.server-restored":
    "Your words are saved. The server was restored from a backup, and this device has sent again what was missing there.",
  "notice.history-changed":
    "Your words are safe on this device. The server’s records no longer match what this device saw before, so we’ve paused backup. Please tell whoever runs the server.",
  "notice.app-old":
    "Your words are safe on this device. A newer version of this app wrote something in your account, so backup is paused here until this one is updated. Close the app and open it again while you’re online.",
  "notice.device-new":
    "A device has signed in to your account. If that wasn’t you, you can sign it out under My devices.",
  "notice.set-aside":
    "We couldn’t open something that arrived. We’ve put it aside, and nothing of yours was changed.",
  "notice.not-sent":
    "We couldn’t send something of yours as it is. It stays on this device, and everything else continues.",
  "notice.missing":
    "The server didn’t give us something you should be able to read. We’ve marked it as missing.",
  "notice.missing-theirs":
    "Something that was shared with you arrived without its words. We’ve marked it as missing, and we ask for it again each time you tap Back up now.",
  "notice.ack-differs":
    "Your words are as they were, and backup continues. The app of someone you share with says it received something different from what you sent. Ask them, and compare the safety number.",
  "notice.invite-contested":
    "Nothing was shared. More than one person answered an invitation, so we’ve canceled it. Please make a new one, in person if you can.",
  "notice.identity-changed":
    "Sharing with someone has stopped. The server showed something in their name that isn’t theirs, so someone may be in between. Compare the safety number with them.",
  "notice.link-ended":
    "Someone has ended their link with you. What’s yours is as it was. Nothing is sent between you anymore, and what was still waiting for them wasn’t sent.",
  "watching.reader":
    "Nobody is watching what people share with you. You’ll see it when you look. If someone’s in danger, there are numbers in {help}.",
  "notice.captured":
    "What was written here without unlocking is now in your journal. Anyone holding this device can write this way.",
  "notice.capture-aside":
    "We can’t open something that was written here without unlocking. It stays on this device.",
  "notice.captures-wait":
    "What you wrote without unlocking is still sealed on this device: there’s no room to put it in your journal. Free up space, then lock and unlock.",
  "notice.erasing":
    "You’ve asked to erase this account from the server. Until then everything works as before, and you can change your mind.",
  "notice.erased":
    "The server says this account was erased. You can still read what’s on this device, but it’s no longer backed up.",
  "notice.storage-full":
    "Your words are on the page, but this device is full. Free up space before you close it.",

  "cover.title": "Not locked yet",
  "cover.kept":
    "Your words aren’t lost: they’re still on this page, covered. This device couldn’t save them, most likely because it’s full, or because an entry is too long. We keep trying, and lock as soon as they’re saved.",
  "cover.why":
    "Free up space, but don’t close or reload this page. Or go back to the page with your passphrase, to copy your words elsewhere or make them shorter.",
  "cover.back": "Back to the page",
  "cover.help": "Help, in a new window",

  "row.odd": "We can’t show this here. It’s saved as it arrived.",
  "row.raw": "As it arrived",
  "row.save": "Save as a file",
};
