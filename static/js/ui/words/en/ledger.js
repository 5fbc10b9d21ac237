/** What was shared and what became of it, moving to another therapist, and the one answer to a comment. */
export default {
  "ledger.open": "What has been shared",
  "ledger.title": "What has been shared",
  "ledger.lead":
    "Who was shown what, and when. That something was opened stands here where your therapist lets you know.",
  "ledger.whom": "With whom",
  "ledger.all": "Everybody",
  "ledger.empty": "Nothing has been shared. What you share, and what becomes of it, is noted here.",
  "ledger.noDay": "Without a date",
  "ledger.dosing": "A dosing session",
  "ledger.gone": "Something you have deleted",
  "ledger.shared": "Shared with {name}",
  "ledger.updated": "Shared again with {name}, as you had changed it",
  "ledger.waits": "Held back from {name} until the next day",
  "ledger.asked": "Not shared with {name} after all",
  "ledger.ended": "No longer shared with {name}",
  "ledger.delivered": "Has reached {name}",
  "ledger.opened": "Opened by {name}",
  "ledger.commented": "{name} commented",
  "ledger.answered": "You answered {name}",
  "ledger.part": "{shown:words} of {of:words} parts",
  "ledger.there": "has arrived",
  "ledger.take": "Take it along as a file",
  "ledger.unsealed":
    "The file is made on this device and sent nowhere. It is not sealed: whoever has it can read the titles of your entries and the names in it. Keep it where you keep such things.",
  "ledger.asText": "As text",
  "ledger.asTable": "As a table",
  "ledger.saved": "The file is made. It is not sealed.",
  "ledger.file.text": "shared.txt",
  "ledger.file.csv": "shared.csv",
  "ledger.column.day": "Day",
  "ledger.column.time": "Time",
  "ledger.column.what": "What happened",
  "ledger.column.person": "Person",
  "ledger.column.entry": "Entry",
  "ledger.column.part": "Part",

  "move.title": "Share with another therapist",
  "move.lead":
    "What {from} can read is shared with {to} in one go, as far as you choose here. Neither of them learns of the other by it.",
  "move.to": "With whom",
  "move.what": "What is shared",
  "move.count": {
    one: "{n} of {of} chosen",
    other: "{n} of {of} chosen",
  },
  "move.honest":
    "Where {from} sees only parts of an entry, {to} will see the same parts, as they stand now. Comments are not taken along.",
  "move.yes": {
    one: "Share {n} entry with {to}",
    other: "Share {n} entries with {to}",
  },
  "move.done": {
    one: "{n} entry is shared with {to}.",
    other: "{n} entries are shared with {to}.",
  },
  "move.waits": {
    one: "{n} was written near a dose. It waits, and asks you again.",
    other: "{n} were written near a dose. They wait, and ask you again.",
  },
  "move.then": "{from} can still read what you shared. That stays so until you end it.",
  "move.end": "End the link with {from}",
  "move.keep": "Keep both",
  "move.nothing": "There is nothing to be taken along, or nobody else to share it with.",

  "comment.answer": "Answer once",
  "comment.answerTo": "Your answer to {name}",
  "comment.once":
    "Nobody but {name} reads it. It can be answered once, or not at all: what else there is to say belongs in the room.",
  "comment.send": "Send to {name}",
  "comment.leave": "Leave it",
  "comment.sent": "Your answer goes to {name} alone.",
};
