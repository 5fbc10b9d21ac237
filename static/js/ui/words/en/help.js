/** Help: read before signing in, without a network, in a hard hour. Short. */
export default {
  "help.title": "Help",
  "help.first": "If you’re in danger now, call.",
  "help.country": "Country for these numbers",
  "help.whichCountry": "Which country are you in?",
  "help.chooseCountry": "Choose",
  "help.clinic": "My clinic",
  "help.call": "Call {number}",
  "help.text": "Text {number}",
  "help.textBody": "Text {body} to {number}",
  "help.visit": "Open {host}",
  "help.checked":
    "From public sources as of {day}. Nobody has dialed these numbers for this app, and numbers change.",
  "help.old":
    "This list is more than a year old. If a number doesn’t answer, call the emergency number.",
  "help.failed":
    "This list didn’t load. In Europe call 112, in the United States and Canada 911, in the United Kingdom 999.",
  "help.ownAdd": "Add my own people and my clinic",
  "help.ownChange": "Change my own people and my clinic",
  "help.ownLocked":
    "Your own people and your clinic are sealed with your journal. Unlock to see them here.",
  "help.plan": "My plan for hard hours",

  "ask.title": "Ask my therapist to contact me",
  "ask.what":
    "This sends {name} a request with no message. They’ll see it the next time they open this app. They won’t get an alert. If you can’t wait, call.",
  "ask.do": "Ask {name} to contact me",
  "ask.sent": "Sent {when}.",
  "ask.sentHint":
    "{name} will see it the next time they open this app. They won’t get an alert. If you can’t wait, call.",
  "ask.notGone": "This has NOT been sent.",
  "ask.notGoneHint":
    "It’s waiting on this device and will be sent when you’re online. {name} doesn’t know about it yet. If you can’t wait, call.",
  "ask.withdraw": "Withdraw this",
  "ask.long":
    "That was {n} days ago, and this app can’t tell whether {name} has seen it. Please don’t wait for it: call your clinic, or one of the numbers above.",

  "if.title": "If…",
  "if.lead": "Ten bad days, and what helps on each. If you’re in danger now, open Help first.",
  "if.do": "What to do",
  "if.app": "What the app can do",
  "if.nobody": "What nobody can do",
  "if.way": "If something goes wrong",
};
