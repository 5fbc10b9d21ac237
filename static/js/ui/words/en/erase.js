/** Erasing one’s account. */
export default {
  "erase.title": "Erase my account",
  "erase.lead":
    "This removes your account from the server for good, with everything of yours that’s on it. Nobody can bring it back, not even the people who run the server.",
  "erase.copy": "Take a copy first",
  "erase.gone": "What we erase",
  "erase.goneHint":
    "Sealed pieces: {pieces}. Signed records of changes: {records}. Bytes: {bytes}.",
  "erase.goneMore": "Your handle, the ways to sign in, and every session go too.",
  "erase.links": "The people you’re linked with",
  "erase.linksHint":
    "Your links end, and the other people’s apps delete what you shared with them. What they’ve read, printed, or noted stays with them, and a therapist may have to keep what’s in their record.",
  "erase.kept": "What stays on the server",
  "erase.keptHint": {
    one: "In the records of one other person: the number your account was known by, and {records} signed records, but none of your words.",
    other:
      "In the records of {n:words} other people: the number your account was known by, and {records} signed records, but none of your words.",
  },
  "erase.backups": "Backups of the server",
  "erase.backupsHint": {
    one: "The people who run it say they keep backups for one day. What’s in them stays sealed, and if they restore a backup, it’s erased again.",
    other:
      "The people who run it say they keep backups for {n} days. What’s in them stays sealed, and if they restore a backup, it’s erased again.",
  },
  "erase.devices": "Your devices",
  "erase.devicesHint":
    "What’s on them stays there and opens with your passphrase until you remove it.",
  "erase.receipt": "A receipt",
  "erase.receiptHint":
    "The server signs a statement of what it erased. Nobody can check from outside that it really did.",
  "erase.wait": {
    one: "We wait one day first. Until then everything works as before, and you can change your mind on any of your devices.",
    other:
      "We wait {n:words} days first. Until then everything works as before, and you can change your mind on any of your devices.",
  },
  "erase.ask": { one: "Erase in one day", other: "Erase in {n:words} days" },
  "erase.pending":
    "Your account will be erased on {day} or the day after. Until then everything works as before.",
  "erase.takeBack": "Keep my account",
  "erase.noWait": "If you don’t want to wait",
  "erase.noWaitHint":
    "With the code from your recovery kit it happens right away. You can’t undo it.",
  "erase.now": "Erase now",
  "erase.sure": "Erase your account now?",
  "erase.sureHonest":
    "It goes from the server right away, for good. What’s on this device stays until you remove it.",
  "erase.done": "Your account is erased",
  "erase.doneHint": "The server says this was done on {day}.",
  "erase.doneDevice":
    "What you wrote is still on this device and opens with your passphrase. It’s no longer backed up.",
  "erase.save": "Save the receipt",
};
