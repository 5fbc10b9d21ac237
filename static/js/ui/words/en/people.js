/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "People",
  "people.empty.patient":
    "Here stands the therapist you link with. Linking shares nothing by itself: you share entry by entry.",
  "people.link.patient": "Link a therapist",
  "people.waiting": "Waiting until {name} has confirmed that it is you",
  "people.closed": "Sharing has ended",
  "people.verified.link": "Linked by link",
  "people.verified.in_person": "Linked, compared in person",
  "people.sees": {
    one: "can read {n} entry",
    other: "can read {n} entries",
  },
  "people.seesNone": "can read nothing yet",
  "people.comments": { one: "{n} new comment", other: "{n} new comments" },

  "answer.title": "{name} has answered your invitation",
  "answer.ask": "Is this the {role} you gave it to? Ask them if you are not sure.",
  "answer.contested":
    "More than one person answered this invitation, so somebody else may have seen it. Do not confirm. Make a new one, in the room if you can.",
  "answer.yes": "Yes, this is {name}",
  "answer.no": "No",
  "answer.confirmed": "You are linked with {name}.",
  "answer.refused": "The invitation is withdrawn. Nothing was shared.",

  "role.patient": "person",
  "role.therapist": "therapist",

  "link.title.patient": "Link a therapist",
  "link.title.therapist": "Link with someone",
  "link.lead": "One of you makes an invitation, the other opens it. It does not matter who begins.",
  "link.make": "Make an invitation",
  "link.scan": "Let {them} scan this, or send the link. It works once, until {until}.",
  "link.them.patient": "your therapist",
  "link.them.therapist": "them",
  "link.qr": "The invitation, to be scanned",
  "link.field": "The invitation’s link",
  "link.copy": "Copy",
  "link.send": "Send",
  "link.copied": "Copied. Send it to this one person only.",
  "link.next": "When they have answered, you are asked under People whether it is them.",
  "link.have": "I was given an invitation",
  "link.paste": "Paste its link",
  "link.open": "Open it",
  "link.camera": "Scan it",
  "link.cameraStop": "Stop the camera",
  "link.cameraFailed": "The camera could not be used. Pasting the link does the same.",
  "link.cameraView": "What the camera sees",

  "invite.title": "{name} invites you to link",
  "invite.patient": "{name} writes here and may share entries with you.",
  "invite.therapist":
    "{name} is a therapist. Linking shares nothing by itself: you share entry by entry, and can stop at any time.",
  "invite.ask": "Is this who you expect?",
  "invite.yes": "Yes, link with {name}",
  "invite.no": "No",
  "invite.sent": "Your answer is on its way. {name} now confirms that it is you.",
  "invite.failed": "This invitation did not open",
  "invite.toPeople": "To People",

  "number.open": "Compare the safety number",
  "number.title": "Safety number",
  "number.lead":
    "{name} sees the same twelve groups, if nobody stands between you. Compare them in the room, or read them to each other on the phone.",
  "number.same": "They are the same",
  "number.different": "They are different",
  "number.marked": "Noted: compared in person.",
  "number.already": "You have compared it in person.",
  "number.warn":
    "Do not share anything. Somebody may stand between you, or you have the wrong person here. End the link, and make a new one together in the room.",

  "person.sees": "What {name} can read",
  "person.seesNothing": "Nothing yet. Open an entry and choose Share.",
  "person.dosing":
    "{name} also sees your dosing sessions: date, route, number, setting, who is there and your few words. Never the amount, readings or side effects.",
  "person.noDosing": "{name} does not see your dosing sessions.",
  "person.stopAll": "Stop sharing everything",
  "person.stopAllTitle": "Stop sharing everything with {name}?",
  "person.stopAllHonest":
    "The server stops handing out all you have shared, and the link ends. What {name} has already read, or written down, cannot be unread. To share again you link anew.",
  "person.stopped": "Nothing is shared with {name} any more.",
};
