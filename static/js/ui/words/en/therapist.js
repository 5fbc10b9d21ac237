/** What one who reads is told. No words of an entry stand in a list. */
export default {
  "caseload.asks": "{name} asks you to contact them.",
  "caseload.asksHint":
    "Asked {when}, with no message. Nobody else has been told, and they can’t see that you’ve read this.",
  "caseload.asksSeen": "I’ve seen this",
  "caseload.title": "People",
  "caseload.empty":
    "People who share with you will appear here. To link, let them scan your invitation when you meet.",
  "caseload.since": { one: "{n} day since dose {dose}", other: "{n} days since dose {dose}" },
  "caseload.today": "dose {dose} today",
  "caseload.tomorrow": "dose {dose} tomorrow",
  "caseload.until": { one: "dose {dose} in {n} day", other: "dose {dose} in {n} days" },
  "caseload.quiet": { one: "quiet for {n} day", other: "quiet for {n} days" },
  "caseload.noShares": "nothing shared yet",
  "caseload.link": "Link with someone",

  "reading.legend":
    "Filled: reviewed. Open: to read; the newest has a ring. Underlined: commented.",
  "reading.open": "to read",
  "reading.reviewed": "reviewed",
  "reading.choose": "Choose an entry on the timeline to read it here.",
  "reading.toTimeline": "Timeline",
  "reading.next": "Next to read",
  "reading.review": "Mark as reviewed",
  "reading.isReviewed": "Reviewed",
  "reading.unreview": "Mark as not reviewed",
  "reading.sharedAt": "Shared with you. Happened {when}",
  "reading.comment": "Reply in a sentence or two",
  "reading.send": "Send",
  "reading.sent": "Saved, sealed, and on its way to {name}.",
  "reading.kept": "Your reply is still here.",
  "reading.number": "Compare the safety number",
  "reading.pane": "Entry",
  "reading.more": "About this link",
  "reading.noDosing": "{name} doesn’t share treatment sessions with you.",
};
