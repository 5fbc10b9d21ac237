/** Help: read before signing in, without a network, in a hard hour. Short. */
export default {
  "help.title": "Help",
  "help.first": "If you are in danger now, call.",
  "help.country": "Country of these numbers",
  "help.whichCountry": "Which country are you in?",
  "help.chooseCountry": "Choose",
  "help.clinic": "My clinic",
  "help.call": "Call {number}",
  "help.text": "Text {number}",
  "help.textBody": "Text {body} to {number}",
  "help.visit": "Open {host}",
  "help.checked":
    "Taken from public sources as of {day}. Nobody has dialed these numbers for this app, and numbers change.",
  "help.old":
    "This list is more than a year old. If a number does not answer, call the emergency number.",
  "help.failed":
    "This list did not load. In Europe call 112, in the United States and Canada 911, in the United Kingdom 999.",
  "help.ownAdd": "Write down my own people and my clinic",
  "help.ownChange": "Change my own people and my clinic",
  "help.ownLocked":
    "Your own people and your clinic are sealed with your journal. Unlock to see them here.",
  "help.plan": "My plan for hard hours",

  "ask.title": "Ask my therapist to contact me",
  "ask.what":
    "One tap, and no words go with it. {name} sees that you ask when they next open this app, and is not alerted before. If you cannot wait, call.",
  "ask.do": "Ask {name} to contact me",
  "ask.sent": "Sent {when}.",
  "ask.sentHint":
    "{name} sees it when they next open this app. Nobody is alerted before. If you cannot wait, call.",
  "ask.notGone": "This has NOT gone.",
  "ask.notGoneHint":
    "It waits on this device and goes when there is a connection. {name} knows nothing of it yet. If you cannot wait, call.",
  "ask.withdraw": "Withdraw this",
  "ask.long":
    "That was {n} days ago, and this app can’t tell whether {name} has seen it. Please don’t wait for it: call your clinic, or one of the numbers above.",
};
