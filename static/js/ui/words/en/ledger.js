/** What was shared and what became of it, moving to another therapist, and the one answer to a comment. */
export default {
  "ledger.open": "What you’ve shared",
  "ledger.title": "What you’ve shared",
  "ledger.lead":
    "What you shared, with whom, and when. If your therapist allows it, you’ll also see when they opened it.",
  "ledger.whom": "Shared with",
  "ledger.all": "Everyone",
  "ledger.empty": "You haven’t shared anything yet. What you share will be listed here.",
  "ledger.noDay": "No date",
  "ledger.dosing": "A treatment session",
  "ledger.gone": "Something you’ve deleted",
  "ledger.shared": "Shared with {name}",
  "ledger.updated": "Shared with {name} again, with your changes",
  "ledger.waits": "Not shared with {name} until the next day",
  "ledger.asked": "Not shared with {name} after all",
  "ledger.ended": "No longer shared with {name}",
  "ledger.delivered": "Delivered to {name}",
  "ledger.opened": "Opened by {name}",
  "ledger.commented": "{name} commented",
  "ledger.answered": "You replied to {name}",
  "ledger.part": "{shown:words} of {of:words} parts",
  "ledger.there": "delivered",
  "ledger.take": "Save as a file",
  "ledger.unsealed":
    "The file is made on this device and isn’t sent anywhere. It isn’t sealed: anyone who has it can read the titles of your entries and the names in it. Keep it where you’d keep a diary.",
  "ledger.asText": "As text",
  "ledger.asTable": "As a table",
  "ledger.saved": "The file is ready. It isn’t sealed.",
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
    "Choose what to share with {to}, from what {from} can read. We don’t tell either of them about the other.",
  "move.to": "Share with",
  "move.what": "What to share",
  "move.count": {
    one: "{n} of {of} chosen",
    other: "{n} of {of} chosen",
  },
  "move.honest":
    "If {from} sees only parts of an entry, {to} will see the same parts, as they are now. Comments aren’t shared.",
  "move.yes": {
    one: "Share {n} entry with {to}",
    other: "Share {n} entries with {to}",
  },
  "move.done": {
    one: "You’ve shared {n} entry with {to}.",
    other: "You’ve shared {n} entries with {to}.",
  },
  "move.waits": {
    one: "You wrote {n} close to a session. It waits, and we’ll ask you again.",
    other: "You wrote {n} close to a session. They wait, and we’ll ask you again.",
  },
  "move.then": "{from} can still read what you shared, until you end the link.",
  "move.end": "End the link with {from}",
  "move.keep": "Stay linked with both",
  "move.nothing": "There’s nothing to share, or no one else to share it with.",

  "comment.answer": "Reply once",
  "comment.answerTo": "Your reply to {name}",
  "comment.once":
    "Only {name} will see this. You can reply once; talk about the rest when you next meet.",
  "comment.send": "Send to {name}",
  "comment.leave": "Not now",
  "comment.sent": "Your reply is on its way to {name}.",
};
