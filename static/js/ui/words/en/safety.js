/** What one has ready for hard hours: people, clinic, plan. */
export default {
  "safety.title": "My own people and my clinic",
  "safety.lead": "They stand first in Help. Ask them before you write them down.",
  "safety.person": "Person {n}",
  "safety.name": "Name of person {n}",
  "safety.phone": "Phone",
  "safety.note": "A few words, such as when they are up",
  "safety.hours": "When somebody picks up",
  "safety.open": "Show these before unlocking, on this device",
  "safety.openHint":
    "Then they are kept here unsealed: whoever holds this device can read these names and numbers, and that you keep them in this app. If this is off, you unlock first to see them.",
  "safety.kept": "Kept on this device",
  "safety.done": "Done",

  "plan.title": "My plan for hard hours",
  "plan.lead":
    "Written in a calm hour, read in a hard one. Fill in what you know; a few words are enough. Best done together with your therapist.",
  "plan.signs": "How I notice that it gets hard",
  "plan.signsHint": "What changes first: sleep, thoughts, the body, what I stop doing.",
  "plan.helps": "What helps a little",
  "plan.helpsHint": "Things I can do by myself, in this room or outside.",
  "plan.places": "Where I can go",
  "plan.placesHint": "A café, a park, a friend’s kitchen.",
  "plan.people": "Who is good to be with",
  "plan.peopleHint": "They need not know why.",
  "plan.call": "Whom I call, and what I say",
  "plan.callHint": "One sentence is enough. Their numbers stand in Help.",
  "plan.room": "Making the room safe",
  "plan.roomHint": "What I put away, or ask somebody to keep for me.",
  "plan.ours":
    "This list is our own and simple. No study has tested it. If your clinic gave you a form of its own, use that one.",
  "plan.open": "Show this plan before unlocking, on this device",
  "plan.openHint":
    "Then it is kept here unsealed, and anyone holding this device can read it. If this is off, you unlock first to see it.",
};
