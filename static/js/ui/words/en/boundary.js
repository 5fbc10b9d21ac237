/** What a therapist says before anybody shares with them, as it is shown to those who are linked. */
export default {
  "error.boundary-missing": "Please answer all four questions first. A few words each will do.",
  "boundary.needed":
    "Before anyone links with you, tell them how you read. Four short answers; you can change them later.",
  "boundary.toSetup": "Say how you read",
  "boundary.title": "How {name} reads",
  "boundary.none": "{name} hasn’t said how they read what you share. Ask them when you meet.",
  "boundary.rhythm": "How often",
  "boundary.record": "In their records",
  "boundary.danger": "If they read that someone’s in danger",
  "boundary.absence": "While they’re away",
  "boundary.said": "{name} wrote this {when}.",
  "boundary.away.now": "{name} is away until {until}.",
  "boundary.away.ahead": "{name} will be away from {from} until {until}.",
};
