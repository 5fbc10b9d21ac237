/** Erasing one’s account. */
export default {
  "erase.title": "Erase my account",
  "erase.lead":
    "This takes your account off the server for good, with everything of yours that is kept there. Nobody can bring it back, and whoever runs the server cannot either.",
  "erase.copy": "Take a copy first",
  "erase.gone": "What is erased",
  "erase.goneHint": "Sealed pieces: {pieces}. Signed notes of changes: {records}. Bytes: {bytes}.",
  "erase.goneMore": "Your handle, the ways to sign in and every session go too.",
  "erase.links": "The people you are linked with",
  "erase.linksHint":
    "Your links end, and their apps delete what you showed them. What they have read, printed or noted stays with them, and a therapist may have to keep what is in their record.",
  "erase.kept": "What stays on the server",
  "erase.keptHint": {
    one: "In the records of one other person: the number your account was known by, and {records} signed notes, without the words.",
    other:
      "In the records of {n:words} other people: the number your account was known by, and {records} signed notes, without the words.",
  },
  "erase.backups": "Backups of the server",
  "erase.backupsHint": {
    one: "Whoever runs it says that they are kept for one day. What lies in them stays sealed, and is erased again where a backup is put back.",
    other:
      "Whoever runs it says that they are kept for {n} days. What lies in them stays sealed, and is erased again where a backup is put back.",
  },
  "erase.devices": "Your devices",
  "erase.devicesHint":
    "What is on them stays there, and opens with your passphrase, until you remove it.",
  "erase.receipt": "A receipt",
  "erase.receiptHint":
    "The server signs what it says it has erased. Whether it did cannot be seen from outside.",
  "erase.wait": {
    one: "One day passes first. Until then everything goes on as before, and you can change your mind on any of your devices.",
    other:
      "{n:Words} days pass first. Until then everything goes on as before, and you can change your mind on any of your devices.",
  },
  "erase.ask": { one: "Erase in one day", other: "Erase in {n:words} days" },
  "erase.pending":
    "Your account is erased on {day}, or the day after. Until then everything goes on as before.",
  "erase.takeBack": "Keep my account",
  "erase.noWait": "If you do not want to wait",
  "erase.noWaitHint":
    "With the code of your recovery kit it is done at once. There is no way back then.",
  "erase.now": "Erase now",
  "erase.sure": "Erase your account now?",
  "erase.sureHonest":
    "It is gone from the server at once, for good. What is on this device stays until you remove it.",
  "erase.done": "Your account is erased",
  "erase.doneHint": "The server says that it did so on {day}.",
  "erase.doneDevice":
    "What you wrote is still on this device, and opens with your passphrase. It is not backed up any more.",
  "erase.save": "Save the receipt",
};
