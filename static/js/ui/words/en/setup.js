/** How a therapist reads, and leaving a practice: shown to therapists alone. */
export default {
  "setup.title": "How you read",
  "setup.lead":
    "Whoever is linked with you reads this before sharing, word for word. Write it as you would say it in the room.",
  "setup.rhythm": "How often do you read what is shared?",
  "setup.rhythmHint": "For example: on Monday and Thursday evenings, not at weekends.",
  "setup.record": "What do you do with it in the record?",
  "setup.recordHint":
    "For example: I note that I have read something, and write down words only if you ask me to.",
  "setup.danger": "What do you do if you read of danger?",
  "setup.dangerHint":
    "For example: I call you the same hour, then the person you named. Before I have read it, I know nothing of it.",
  "setup.absence": "Who is there while you are away?",
  "setup.absenceHint":
    "For example: Dr Lind at the same number. She cannot open what you shared with me.",
  "setup.away": "An absence",
  "setup.awayHint":
    "Everybody linked sees it above all else. It ends by itself when its last day is over. Leave the days empty for none.",
  "setup.awayFrom": "First day",
  "setup.awayUntil": "Last day",
  "setup.awayText": "What they should know",
  "setup.awayTextHint": "For example: I do not read until the 7th. Dr Lind answers the phone.",
  "setup.awayDays": "An absence wants a first and a last day, in this order.",
  "setup.save": "Keep and tell",
  "setup.kept": "Kept. Everybody you are linked with is told.",
  "setup.draft": "Kept on this device as a draft. Nobody has been told.",
  "setup.opened": "When you have opened something",
  "setup.tellOpened": "People see that I have opened what they share",
  "setup.tellOpenedHint": "They see when you first opened it, and nothing of what you thought.",
  "setup.tells": "From now on people see that you have opened what they share.",
  "setup.tellsNot": "From now on nobody is told what you open.",
  "setup.leaving": "When you leave a practice",

  "leaving.title": "When you leave a practice",
  "leaving.lead":
    "Links are between you and each person. Nobody at the practice can open, end or take them over for you. This order has served well:",
  "leaving.tell": "Tell everybody, in the room where you can",
  "leaving.tellHint":
    "From which day on you do not read, and who is there after you. No message goes out from here.",
  "leaving.away": "Set an absence from that day on",
  "leaving.awayHint": "Whoever wants to share sees it first, until the link has ended.",
  "leaving.move": "Give people time to move",
  "leaving.moveHint":
    "Each of them links with the next therapist and chooses what that one may read. You cannot pass on what was shared with you.",
  "leaving.keep": "Write down what your record has to hold",
  "leaving.keepHint": "After the end of a link you do not open here what was shared over it.",
  "leaving.end": "End all links",
  "leaving.endHint": "The last step. Each person sees that their link has ended.",
  "leaving.links": { one: "{n} link goes on.", other: "{n} links go on." },
  "leaving.do": "End all links",
  "leaving.sure": "End all links?",
  "leaving.honest": {
    one: "{n} link ends. It cannot be undone: this account cannot be linked with the same person again.",
    other:
      "{n} links end. It cannot be undone: this account cannot be linked with the same people again.",
  },
  "leaving.told": "I have told the people concerned",
  "leaving.ended": "All links have ended. Each person is told by their own app.",
};
