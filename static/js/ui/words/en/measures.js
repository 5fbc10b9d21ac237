/** Measures, personal ratings, the monthly self-check, and what stands at once when a question about harming oneself was answered. */
export default {
  "measures.title": "Measures",
  "measures.lead":
    "Questionnaires with a score, in the words of their authors. Fill in any of them when you like, or none.",
  "measures.rate": "Rate this day",
  "measures.rateHint": "mood, anxiety, hope, connection, sleep, energy, pain, craving",
  "measures.check": "Craving, bladder, memory",
  "measures.checkHint": "a few plain questions once a month, private unless you share them",
  "measures.last": "{score}, {day}",
  "measures.clinic":
    "The questions of a measure stand in English where no official translation may be shown. Others that your clinic uses need its own licence.",

  "measure.about.PHQ-9": "Mood, over the last two weeks",
  "measure.about.PHQ-2": "Mood in two questions, over the last two weeks",
  "measure.about.GAD-7": "Worry, over the last two weeks",
  "measure.about.GAD-2": "Worry in two questions, over the last two weeks",
  "measure.about.WHO-5": "Well-being, over the last two weeks",
  "measure.about.PCL-5":
    "After something very stressful, over the last month. You need not say what it was. Best chosen together with your clinician.",
  "measure.about.PEG": "Pain, over the last week",
  "measure.about.self-check":
    "A few plain questions about craving, bladder and memory, over the last month",

  "measure.fill": "Fill in",
  "measure.goOn": "Go on filling in",
  "measure.begun": "{name}, begun",
  "measure.minutes": { one: "about {n} minute", other: "about {n} minutes" },
  "measure.step": "Question {n} of {all}",
  "measure.previous": "Previous",
  "measure.skip": "Leave blank",
  "measure.next": "Next",
  "measure.end": "{n}: {name}",
  "measure.review": "Your answers",
  "measure.blanks": {
    one: "{n:Words} question is blank. That is fine: the answers are kept, without a total.",
    other: "{n:Words} questions are blank. That is fine: the answers are kept, without a total.",
  },
  "measure.keep": "Keep",
  "measure.discard": "Throw away",
  "measure.tell":
    "One of these answers is something your clinic should hear about, soon. Nobody is told unless you tell them: call, or share this page.",

  "measure.of": "{n} of {most}",
  "measure.noTotal": "Something was left blank, so there is no total. Your answers are kept.",
  "measure.band.lower":
    "In the band that its authors call “{name}”, {from} to {to}. Lower is better.",
  "measure.band.higher":
    "In the band that its authors call “{name}”, {from} to {to}. Higher is better.",
  "measure.screen": "This is a screen, not a diagnosis.",
  "measure.same.last": "The same as last time, {day}.",
  "measure.same.first": "The same as the first time, {day}.",
  "measure.lower.last": {
    one: "{n} point lower than last time, {day}.",
    other: "{n} points lower than last time, {day}.",
  },
  "measure.higher.last": {
    one: "{n} point higher than last time, {day}.",
    other: "{n} points higher than last time, {day}.",
  },
  "measure.lower.first": {
    one: "{n} point lower than the first time, {day}.",
    other: "{n} points lower than the first time, {day}.",
  },
  "measure.higher.first": {
    one: "{n} point higher than the first time, {day}.",
    other: "{n} points higher than the first time, {day}.",
  },
  "measure.marked": {
    other: "Since the first time: {n} points or more, which studies take for more than chance.",
  },
  "measure.notMarked": {
    other: "Since the first time: less than {n} points, which may be chance.",
  },
  "measure.markedShare": {
    other: "Since the first time: {n} per cent or more, which people in studies noticed.",
  },
  "measure.notMarkedShare": {
    other: "Since the first time: less than {n} per cent, which may be chance.",
  },
  "measure.response": "Half of the first total or less: studies call that a response.",
  "measure.remission": { other: "Below {n}: studies call that remission." },
  "measure.ratingIs": "Your own 0 to 10 for a day. It is not a measure.",
  "measure.checkKept": "Kept. These are our own plain questions, and there is no score.",
  "measure.checkPrivate":
    "Only you can read what you answer, until you share it. If something about your bladder is new, or you use more than was planned, your clinic should hear it from you.",
  "measure.checkTimes": { one: "Filled in once so far.", other: "Filled in {n} times so far." },

  "measure.never": "Not filled in yet. What you fill in is drawn here over time.",
  "measure.sum.none": "{name} was filled in, each time with something left blank: no total.",
  "measure.sum.one": "{name} was {to} on {last}.",
  "measure.sum.many":
    "{name} was {from} on {first} and {to} on {last}; it was filled in {n} times with a total.",
  "measure.is.lower": "Lower is better.",
  "measure.is.higher": "Higher is better.",
  "measure.marks": "Numbers in circles are dosing sessions. Gaps are shown as gaps.",
  "measure.chart": "{name} over time. The table below says the same.",
  "measure.table": "{name} as a table",
  "measure.total": "Total",
  "measure.bandName": "Band",
  "measure.since": "Nearest dose before",
  "measure.blankTotal": "no total",
  "measure.ask": "Ask me on Today",
  "measure.askHint":
    "Before the first dose, every two weeks or month by what it looks back on, and one, three and six months after the last one. Passing over is fine.",

  "rating.mood.least": "low",
  "rating.mood.most": "good",
  "rating.anxiety.least": "none",
  "rating.anxiety.most": "strong",
  "rating.hope.least": "none",
  "rating.hope.most": "full",
  "rating.connection.least": "far from others",
  "rating.connection.most": "close to others",
  "rating.sleep.least": "poor",
  "rating.sleep.most": "good",
  "rating.energy.least": "none",
  "rating.energy.most": "full",
  "rating.pain.least": "none",
  "rating.pain.most": "strong",
  "rating.craving.least": "none",
  "rating.craving.most": "strong",
  "rate.kept": "Kept on this device.",

  "cluster.B": "Memories that come back",
  "cluster.C": "Avoiding",
  "cluster.D": "Thoughts and mood",
  "cluster.E": "Being on guard",

  "calm.title": "Before you go on",
  "calm.text": "You answered that such thoughts have been there. Which is closer to how it is now?",
  "calm.honest": "Nobody is told of this answer. Only you can read it, until you share it.",
  "calm.safe": "I’m safe, this is about thoughts",
  "calm.now": "I need someone now",
  "calm.safe.title": "Thank you for answering",
  "calm.safe.text": "If that changes, today or later, these are people and lines to call.",
  "calm.now.title": "Call one of these now",
  "calm.now.text":
    "If you might act on it, call the emergency number, or go to the nearest emergency room. If somebody is near, tell them.",
  "calm.on": "Go on with the questions",
  "measure.seriesSaid": "{name} will be able to read this when they next look.",
  "measure.seriesAlone": "{name} won’t see this one.",
  "measure.alone": "Keep this one private",
  "calm.honestShared": "This answer alerts nobody, even if someone can read it later.",
  "measure.turnTo":
    "By these answers, things are hard right now. You don’t have to wait for your next visit: call your clinic or someone close to you, or open {help}.",
};
