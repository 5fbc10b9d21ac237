/** Help: read before signing in, without a network, in a hard hour. Short. */
export default {
  "help.title": "Help",
  "help.first": "If you are in danger now, call.",
  "help.country": "Country",
  "help.call": "Call {number}",
  "help.text": "Text {number}",
  "help.textBody": "Text {body} to {number}",
  "help.visit": "Open {host}",
  "help.checked":
    "These numbers were checked on {day}. Numbers change: your clinic’s own comes first.",
  "help.failed":
    "This list did not load. In Europe call 112, in the United States and Canada 911, in the United Kingdom 999.",
};
