/** Measures, personal ratings, the monthly self-check, and what stands at once when a question about harming oneself was answered. */
export default {
  "measures.title": "Questionnaires",
  "measures.lead":
    "Questionnaires with a score, word for word as their authors wrote them. Fill in any of them when you like, or none.",
  "measures.rate": "Rate your day",
  "measures.rateHint": "mood, anxiety, hope, connection, sleep, energy, pain, craving",
  "measures.check": "Craving, bladder, memory",
  "measures.checkHint": "a few plain questions once a month, private unless you share them",
  "measures.last": "{score}, {day}",
  "measures.clinic":
    "The questions are in English where we have no official translation we may show. Your clinic may use other questionnaires under its own license.",

  "measure.about.PHQ-9": "Mood, over the last two weeks",
  "measure.about.PHQ-2": "Mood in two questions, over the last two weeks",
  "measure.about.GAD-7": "Worry, over the last two weeks",
  "measure.about.GAD-2": "Worry in two questions, over the last two weeks",
  "measure.about.WHO-5": "Well-being, over the last two weeks",
  "measure.about.PCL-5":
    "After something very stressful, over the last month. You don’t need to say what it was. Best chosen with your clinician.",
  "measure.about.PEG": "Pain, over the last week",
  "measure.about.self-check":
    "A few plain questions about craving, bladder and memory, over the last month",

  "measure.fill": "Fill in",
  "measure.goOn": "Continue",
  "measure.begun": "{name}, started",
  "measure.minutes": { one: "about {n} minute", other: "about {n} minutes" },
  "measure.step": "Question {n} of {all}",
  "measure.previous": "Previous",
  "measure.skip": "Leave blank",
  "measure.next": "Next",
  "measure.end": "{n}: {name}",
  "measure.review": "Your answers",
  "measure.blanks": {
    one: "{n:Words} question is blank. That’s fine: we’ll save your answers, without a total.",
    other: "{n:Words} questions are blank. That’s fine: we’ll save your answers, without a total.",
  },
  "measure.keep": "Save",
  "measure.discard": "Discard",
  "measure.tell":
    "Your clinic should hear about one of these answers soon. Nobody is told unless you tell them: call, or share this page.",

  "measure.of": "{n} of {most}",
  "measure.noTotal": "You left something blank, so there’s no total. Your answers are saved.",
  "measure.band.lower": "{from} to {to} is often called “{name}”. Lower is better.",
  "measure.band.higher": "{from} to {to} is often called “{name}”. Higher is better.",
  "measure.screen": "This is a screening, not a diagnosis.",
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
    other:
      "That’s at least {n} points since your first time. Studies count that as a noticeable change.",
  },
  "measure.notMarked": {
    other:
      "That’s less than {n} points since your first time. Studies don’t count that as a noticeable change.",
  },
  "measure.markedShare": {
    other:
      "That’s at least {n} percent since your first time. Studies count that as a noticeable change.",
  },
  "measure.notMarkedShare": {
    other:
      "That’s less than {n} percent since your first time. Studies don’t count that as a noticeable change.",
  },
  "measure.response": "That’s half of your first total or less. Studies call this a response.",
  "measure.remission": { other: "That’s below {n}. Studies call this remission." },
  "measure.ratingIs": "Your own 0 to 10 for a day. It’s not a questionnaire.",
  "measure.checkKept": "Saved. These are our own plain questions, and there’s no score.",
  "measure.checkPrivate":
    "Only you can read your answers, unless you share them. If something about your bladder is new, or you use more than planned, please tell your clinic.",
  "measure.checkTimes": { one: "Filled in once so far.", other: "Filled in {n} times so far." },

  "measure.never": "You haven’t filled this in yet. When you do, you’ll see it here over time.",
  "measure.sum.none":
    "You filled in {name}, but left something blank each time, so there’s no total.",
  "measure.sum.one": "{name} was {to} on {last}.",
  "measure.sum.many": "{name} was {from} on {first} and {to} on {last}. You have {n} totals.",
  "measure.is.lower": "Lower is better.",
  "measure.is.higher": "Higher is better.",
  "measure.marks": "Numbers in circles are treatment sessions. A gap means nothing was filled in.",
  "measure.chart": "{name} over time. The table below shows the same.",
  "measure.table": "{name} as a table",
  "measure.total": "Total",
  "measure.bandName": "Range",
  "measure.since": "Last dose before it",
  "measure.blankTotal": "no total",
  "measure.ask": "Ask me on Today",
  "measure.askHint":
    "Before your first session, then every two weeks or every month depending on the questionnaire, and one, three, and six months after your last session. You can always skip it.",

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
  "rate.kept": "Saved on this device.",

  "cluster.B": "Memories that come back",
  "cluster.C": "Avoiding",
  "cluster.D": "Thoughts and mood",
  "cluster.E": "Being on guard",

  "calm.title": "Before you go on",
  "calm.text":
    "You said you’ve had thoughts like these. Which is closer to how things are right now?",
  "calm.honest": "Nobody is told about this answer. Only you can read it, unless you share it.",
  "calm.safe": "I’m safe, this is about thoughts",
  "calm.now": "I need someone now",
  "calm.safe.title": "Thank you for answering",
  "calm.safe.text": "If that changes, today or later, here are people and lines you can call.",
  "calm.now.title": "Call one of these now",
  "calm.now.text":
    "If you might act on these thoughts, call the emergency number, or go to the nearest emergency room. If someone is near, tell them.",
  "calm.on": "Continue with the questions",
  "measure.seriesSaid": "{name} will be able to read this when they next look.",
  "measure.seriesAlone": "{name} won’t see this one.",
  "measure.alone": "Keep this one private",
  "calm.honestShared": "This answer alerts nobody, even if someone can read it later.",
  "measure.turnTo":
    "By these answers, things are hard right now. You don’t have to wait for your next visit: call your clinic or someone close to you, or open {help}.",
};
