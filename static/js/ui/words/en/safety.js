/** What one has ready for hard hours: people, clinic, plan. */
export default {
  "safety.title": "My own people and my clinic",
  "safety.lead": "They come first in Help. Check with each person before you add them.",
  "safety.person": "Person {n}",
  "safety.name": "Name of person {n}",
  "safety.phone": "Phone",
  "safety.note": "A few words, such as when they’re awake",
  "safety.hours": "When someone answers",
  "safety.open": "Show these before unlocking, on this device",
  "safety.openHint":
    "We’ll then save them here unsealed: anyone holding this device can read these names and numbers, and see that you keep them in this app. If this is off, unlock first to see them.",
  "safety.kept": "Saved on this device",
  "safety.done": "Done",

  "plan.title": "My plan for hard hours",
  "plan.lead":
    "Write this in a calm hour, so you can read it in a hard one. Fill in what you know; a few words are enough. It’s best done with your therapist.",
  "plan.signs": "How I notice things are getting hard",
  "plan.signsHint": "What changes first: sleep, thoughts, your body, what you stop doing.",
  "plan.helps": "What helps a little",
  "plan.helpsHint": "Things you can do by yourself, in this room or outside.",
  "plan.places": "Where I can go",
  "plan.placesHint": "A café, a park, a friend’s kitchen.",
  "plan.people": "Who is good to be with",
  "plan.peopleHint": "You don’t have to tell them why.",
  "plan.call": "Who I call, and what I say",
  "plan.callHint": "One sentence is enough. Their numbers are in Help.",
  "plan.room": "Making the room safe",
  "plan.roomHint": "What you put away, or ask someone to keep for you.",
  "plan.ours":
    "This simple list is our own. No study has tested it. If your clinic gave you its own form, use that one.",
  "plan.open": "Show this plan before unlocking, on this device",
  "plan.openHint":
    "We’ll then save it here unsealed, and anyone holding this device can read it. If this is off, unlock first to see it.",
};
