/** Sharing on one's own terms: which parts, until when, what waits until the next day, what goes by itself. */
export default {
  "sharing.what": "How much of it",
  "sharing.whole": "The whole entry",
  "sharing.parts": "Only parts of it",
  "sharing.part.words": "The words",
  "sharing.part.total": "The total",
  "sharing.none": "Choose at least one part.",
  "sharing.more": "More",
  "sharing.reason": "What you share it for",
  "sharing.reasonHint": "For yourself. Nobody else sees this.",
  "sharing.until": "The last day",
  "sharing.untilHint":
    "After it, sharing ends by itself once this app is open. What has been read cannot be unread.",
  "sharing.remember": "From now on, share answers to “{set}” with {name}",
  "sharing.rememberHint":
    "The whole entry, when you are done with it. You are told while you write, and can say otherwise each time.",
  "sharing.series": "Share {measure} with {name} each time from now on",
  "sharing.seriesHint":
    "With every answer, as soon as it is filled in, until the last day if you set one. You can end it under Me.",
  "sharing.held":
    "You wrote this close to a dose. It waits until {when}, and then you are asked again, answer by answer.",
  "sharing.wait": "Let it wait",
  "sharing.hurry": "Share it now all the same",
  "sharing.sureTitle": "Share it now, this close to a dose?",
  "sharing.sure":
    "Things often look different the next day. {name} can read it at once, and what has been read cannot be unread.",
  "sharing.sureYes": "Yes, share it now",
  "sharing.waits": "It waits until {when}. Nothing is shared before you say so again.",
  "sharing.first": "Before you share with {name} for the first time",
  "sharing.byLink":
    "You are linked with {name} by a link only. Until you have compared the safety number, under People, somebody else could stand in their place.",
  "sharing.goOn": "I have read this. Share it",
  "sharing.updateTitle": "Show {names} your changes?",
  "sharing.updateAbout": "Until then they have it as it was before.",
  "sharing.update": "Update",
  "sharing.updateNot": "Keep what they have",
  "sharing.will": "{name} will see this",
  "sharing.willWait": "It waits until {when} before {name} sees it",
  "sharing.afterAll": "Share with {name}",
  "sharing.takenBack": "Only you can read it.",
  "sharing.again": "Share with {name}?",
  "sharing.againHint": "You wrote it close to a dose. Look again, answer by answer.",
  "sharing.lookAgain": "Look again",
  "sharing.leave": "Keep it to myself",
  "sharing.left": "It stays with you.",
  "sharing.title": "Sharing",
  "sharing.guard": "After a dose",
  "sharing.guardAbout":
    "What you write in the hours after a dose is not shared at once. It waits, and you are asked again.",
  "sharing.guardNone": "Do not wait",
  "sharing.guardHours": { one: "{n} hour", other: "{n} hours" },
  "sharing.usual": "Answers to prompts",
  "sharing.usualAbout":
    "Who sees an answer when you are done with it. The editor says so each time, and waiting after a dose holds here too.",
  "sharing.seriesTitle": "Measures that are shared each time",
  "sharing.seriesOn": "{name} sees {measure} each time.",
  "sharing.seriesEnd": "End",
  "sharing.seriesEnded":
    "{measure} is no longer shared with {name} by itself. What was shared stays shared.",
};
