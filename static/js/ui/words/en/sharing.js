/** Sharing on one's own terms: which parts, until when, what waits until the next day, what goes by itself. */
export default {
  "sharing.what": "How much to share",
  "sharing.whole": "The whole entry",
  "sharing.parts": "Only parts of it",
  "sharing.part.words": "The words",
  "sharing.part.total": "The total",
  "sharing.none": "Please choose at least one part.",
  "sharing.more": "More",
  "sharing.reason": "Why you’re sharing it",
  "sharing.reasonHint": "For you. Nobody else sees this.",
  "sharing.until": "Last day",
  "sharing.untilHint":
    "After that day, sharing ends the next time this app is open. You can’t undo what’s already been read.",
  "sharing.remember": "From now on, share answers to “{set}” with {name}",
  "sharing.rememberHint":
    "The whole entry is shared when you tap Done. You’ll see this while you write, and can change it each time.",
  "sharing.series": "From now on, share {measure} with {name} each time",
  "sharing.seriesHint":
    "With every answer, as soon as you’ve filled it in, until the last day if you set one. You can stop this under Me.",
  "sharing.held":
    "You wrote this close to a session. It waits until {when}, and then we’ll ask you again, answer by answer.",
  "sharing.wait": "Let it wait",
  "sharing.hurry": "Share it now anyway",
  "sharing.sureTitle": "Share it now, this close to a session?",
  "sharing.sure":
    "Things often look different the next day. {name} can read it right away, and you can’t undo what’s been read.",
  "sharing.sureYes": "Yes, share it now",
  "sharing.waits": "It waits until {when}. We won’t share anything before you say so again.",
  "sharing.first": "Before you share with {name} for the first time",
  "sharing.byLink":
    "You’re linked with {name} through an invitation only. Until you’ve compared the safety number, under People, it could be someone else.",
  "sharing.known":
    "I know this is {name}: we’ve talked about this invitation in person or by phone.",
  "sharing.knownWrong": "Please tick this first, or compare the safety number with {name}.",
  "sharing.goOn": "I’ve read this. Share it",
  "sharing.updateTitle": "Show {names} your changes?",
  "sharing.updateAbout": "Until then they have the earlier version.",
  "sharing.update": "Update",
  "sharing.updateNot": "Keep the earlier version",
  "sharing.will": "{name} will see this",
  "sharing.willWait": "It waits until {when} before {name} sees it",
  "sharing.afterAll": "Share with {name}",
  "sharing.takenBack": "Only you can read it.",
  "sharing.again": "Share with {name}?",
  "sharing.againHint": "You wrote this close to a session. Look again, answer by answer.",
  "sharing.lookAgain": "Look again",
  "sharing.leave": "Keep it to myself",
  "sharing.left": "It stays private.",
  "sharing.title": "Sharing",
  "sharing.guard": "After a session",
  "sharing.guardAbout":
    "What you write in the hours after a session isn’t shared right away. It waits, and we’ll ask you again.",
  "sharing.guardNone": "Don’t wait",
  "sharing.guardHours": { one: "{n} hour", other: "{n} hours" },
  "sharing.usual": "Answers to prompts",
  "sharing.usualAbout":
    "Who sees an answer when you tap Done. You’ll see this each time you write, and answers still wait after a session.",
  "sharing.seriesTitle": "Questionnaires you share each time",
  "sharing.seriesOn": "{name} sees {measure} each time.",
  "sharing.seriesEnd": "Stop",
  "sharing.seriesEnded":
    "New answers to {measure} won’t be shared with {name} automatically. What you shared stays shared.",
};
