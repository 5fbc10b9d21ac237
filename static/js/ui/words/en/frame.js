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
  "sync.offline": "Offline. Everything is kept on this device",
  "sync.signed-out": "Kept on this device, not backed up: the server has signed you out",
  "sync.signInAgain": "Sign in again",
  "sync.full":
    "Kept on this device, which is full. Backing up goes on by itself once there is room",
  "sync.retrying": "Kept on this device, not all backed up yet. It is tried again by itself",
  "sync.aside": "Kept on this device. One thing could not be backed up; everything else goes on",
  "sync.attention":
    "Kept on this device. Backing up has stopped until you have read the notice below",

  "coming.patient": "Your journal is coming.",
  "coming.patient.count": "Your journal is coming: {here} of {all} pieces.",
  "coming.therapist": "What is shared with you is coming.",
  "coming.therapist.count": "What is shared with you is coming: {here} of {all} pieces.",
  "coming.offline":
    "There is no connection just now. The rest comes by itself, and you can write meanwhile.",
  "coming.stopped": "It has stopped until you have read the notice below.",

  "look.now": "Looked just now.",
  "look.at": "Looked at {when}.",
  "look.offline": "No connection just now.",
  "look.again": "Look again",

  "notice.dismiss": "I have read this",
  "notice.open": "Open it",
  "notice.conflict-copy":
    "Both versions are kept. An entry was changed on two devices, and the second version stands beside it as a copy.",
  "notice.delete-undone":
    "An entry is kept. You deleted it on one device and changed it on another, so it is back in your journal.",
  "notice.server-restored":
    "Your words are kept. The server was restored from a backup, and this device has sent again what was missing there.",
  "notice.history-changed":
    "Your words are kept on this device. The server shows another past than before, so backing up has stopped. Please tell its operator.",
  "notice.set-aside":
    "Something arrived that could not be opened. It is set aside and nothing of yours was changed.",
  "notice.not-sent":
    "Something of yours could not be sent as it is. It stays on this device, and everything else goes on.",
  "notice.missing":
    "The server did not hand out something that you should be able to read. It is marked as missing.",
  "notice.missing-theirs":
    "Something that somebody shared with you came without its words. It is marked as missing, and asked for again each time you back up by hand.",
  "notice.ack-differs":
    "Your words are as they were, and backing up goes on. The app of somebody you share with says it received something else than you sent. Ask them, and compare the safety number.",
  "notice.invite-contested":
    "Nothing was shared. More than one person answered an invitation, so it counts no more. Please make a new one, in person if you can.",
  "notice.identity-changed":
    "Sharing with somebody has stopped. The server showed something in their name that is not theirs, so somebody may stand between you. Compare the safety number with them.",
  "notice.link-ended":
    "Somebody has ended the link with you. What is yours is as it was. Nothing goes between you any more, and what still waited for them was not sent.",
  "notice.captured":
    "What was written here without unlocking now stands in your journal. Whoever holds this device can write so.",
  "notice.capture-aside":
    "Something that was written here without unlocking does not open. It is kept aside on this device.",
  "notice.captures-wait":
    "What you wrote without unlocking is still sealed on this device: there is no room to put it in your journal. Make some, then lock and unlock.",
  "notice.erasing":
    "This account is to be erased from the server. Until then everything goes on, and you can change your mind.",
  "notice.erased":
    "The server says that this account was erased. What is on this device stays readable here, and is not backed up any more.",
  "notice.storage-full":
    "Your words are on the page, but this device has no room left. Make room before you close it.",

  "row.odd": "This cannot be shown here. It is kept as it came.",
  "row.raw": "As it came",
  "row.save": "Save it as a file",
};
