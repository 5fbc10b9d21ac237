/** What a therapist says before anybody shares with them, as it is shown to those who are linked. */
export default {
  "error.boundary-missing":
    "Before anybody links with you, say how you read what they share. Each of the four questions wants a few words.",
};
