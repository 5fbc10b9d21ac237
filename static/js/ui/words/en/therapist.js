/** What one who reads is told. No words of an entry stand in a list. */
export default {
  "caseload.asks": "{name} asks you to contact them.",
  "caseload.asksHint":
    "Asked {when}, without a word beside it. Nobody else has been told, and they cannot see that you have read this.",
  "caseload.asksSeen": "I have seen this",
  "caseload.title": "People",
  "caseload.empty":
    "Here stand the people who share with you. Link with one in the room, by letting them scan your invitation.",
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
  "reading.comment": "Answer, in a sentence or two",
  "reading.send": "Send",
  "reading.sent": "Kept, sealed, and on its way to {name}.",
  "reading.kept": "Your answer is still here.",
  "reading.number": "Compare the safety number",
  "reading.pane": "Entry",
  "reading.more": "How you are linked",
  "reading.noDosing": "{name} does not share dosing sessions with you.",
};
