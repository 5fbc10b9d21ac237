/** What a therapist says before anybody shares with them, as it is shown to those who are linked. */
export default {
  "error.boundary-missing":
    "Before anybody links with you, say how you read what they share. Each of the four questions wants a few words.",
  "boundary.needed":
    "Before anybody links with you, they are to know how you read: four short answers, in your own words. They are asked for once, and can be changed at any time.",
  "boundary.toSetup": "Say how you read",
  "boundary.title": "How {name} reads",
  "boundary.none": "{name} has not said how they read what is shared. Ask them when you meet.",
  "boundary.rhythm": "How often",
  "boundary.record": "In the record",
  "boundary.danger": "If they read of danger",
  "boundary.absence": "While they are away",
  "boundary.said": "{name} wrote this {when}.",
  "boundary.away.now": "{name} is away until {until}.",
  "boundary.away.ahead": "{name} will be away from {from} until {until}.",
};
