/** How a therapist reads, and leaving a practice: shown to therapists alone. */
export default {
  "setup.title": "How you read",
  "setup.lead":
    "Everyone linked with you reads this before they share, word for word. Write it as you’d say it in the room.",
  "setup.rhythm": "How often do you read what people share?",
  "setup.rhythmHint": "For example: Monday and Thursday evenings, not on weekends.",
  "setup.record": "What goes into your records?",
  "setup.recordHint":
    "For example: I note that I’ve read something, and copy your words only when I have to. Check what your license and insurer require.",
  "setup.danger": "What do you do if you read that someone’s in danger?",
  "setup.dangerHint":
    "For example: I call you as soon as I’ve read it, then the person you named. Until I read it, I don’t know.",
  "setup.absence": "Who covers while you’re away?",
  "setup.absenceHint":
    "For example: Dr. Lind, at the same number. She can’t open what you shared with me.",
  "setup.away": "Time away",
  "setup.awayHint":
    "Everyone linked with you sees this first. It ends after its last day. Leave the days empty if you’re not going away.",
  "setup.awayFrom": "First day",
  "setup.awayUntil": "Last day",
  "setup.awayText": "What should they know?",
  "setup.awayTextHint": "For example: I won’t read until the 7th. Dr. Lind answers the phone.",
  "setup.awayDays": "Please enter a first and a last day, in that order.",
  "setup.save": "Save and share",
  "setup.kept": "Saved. Everyone you’re linked with gets it when they’re next online.",
  "setup.keptFirst": "Saved. Anyone you link with gets it.",
  "setup.draft": "Saved on this device as a draft. Nobody has seen it.",
  "setup.opened": "When you open something",
  "setup.tellOpened": "Let people see that I’ve opened what they share",
  "setup.tellOpenedHint": "They see when you first opened it, and nothing else.",
  "setup.tells": "From now on, people see when you’ve opened what they share.",
  "setup.tellsNot": "From now on, people don’t see what you open.",
  "setup.leaving": "Leaving a practice",

  "leaving.title": "When you leave a practice",
  "leaving.lead":
    "Links are between you and each person. Nobody at the practice can open, end, or take them over for you. We suggest this order:",
  "leaving.tell": "Tell everyone, in person if you can",
  "leaving.tellHint":
    "Say when you’ll stop reading, and who will be there after you. We don’t send a message for you.",
  "leaving.away": "Set time away from that day on",
  "leaving.awayHint": "Anyone who wants to share sees it first, until the link ends.",
  "leaving.move": "Give people time to move",
  "leaving.moveHint":
    "Each of them links with the next therapist and chooses what that person may read. You can’t pass on what they shared with you.",
  "leaving.keep": "Write down what your records need",
  "leaving.keepHint": "Once a link has ended, you can’t open what was shared through it.",
  "leaving.end": "End all links",
  "leaving.endHint": "This comes last. Each person sees that their link has ended.",
  "leaving.links": { one: "{n} link is still open.", other: "{n} links are still open." },
  "leaving.do": "End all links",
  "leaving.sure": "End all links?",
  "leaving.honest": {
    one: "{n} link ends. You can’t undo this: this account can’t be linked with the same person again.",
    other:
      "{n} links end. You can’t undo this: this account can’t be linked with the same people again.",
  },
  "leaving.told": "I’ve told the people concerned",
  "leaving.ended": "You’ve ended all links. Each person will see that when they’re next online.",
};
