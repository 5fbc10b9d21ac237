/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "People",
  "people.empty.patient":
    "Here stands the therapist you link with. Linking shares nothing by itself: you share entry by entry.",
  "people.link.patient": "Link a therapist",
  "people.waiting": "Waiting until {name} has confirmed that it is you",
  "people.closed": "Sharing has ended",
  "people.changed": "Sharing has stopped: is it still them?",
  "people.seesDosing": "sees your dosing sessions",
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
  "link.next": "When they have answered, this page asks you whether it is them.",
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
  "invite.alike":
    "You have somebody of this name among your people already. This is another account, with another safety number. Ask them in the room or on the phone whether it is theirs, before you go on.",
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
  "number.isDifferent": "These are two different numbers.",
  "number.byCamera": "With the camera",
  "number.byCameraLead":
    "One of you shows this picture, the other scans it. Only the number is in it, and nothing is sent. If a camera cannot be used, reading it to each other does the same.",
  "number.qr": "The safety number, to be scanned",
  "number.scan": "Scan {name}’s picture",
  "number.notOne":
    "That is not a safety number. Open this page on the other device and scan its picture.",
  "number.cameraFailed":
    "The camera could not be used. Reading the number to each other does the same.",

  "person.sees": "What {name} can see",
  "person.seesNothing": "No entry yet. Open one and choose Share.",
  "person.count": {
    one: "{n} entry, whole or in part",
    other: "{n} entries, whole or in part",
  },
  "person.stop": "Stop",
  "person.stopOne": "Stop sharing: {title}",
  "person.older": "an earlier version, not your last changes",
  "person.unsent": "not sent yet",
  "person.sent": "sent",
  "person.there": "has arrived",
  "person.opened": "opened {day}",
  "person.openedOnce": "opened",
  "person.waits": {
    one: "{n} entry written near a dose waits, and asks you again.",
    other: "{n} entries written near a dose wait, and ask you again.",
  },
  "person.series": "{measure}, each time you fill it in",
  "person.seriesEnd": "End",
  "person.seriesEnded":
    "{measure} is no longer shared with {name} by itself. What was shared stays shared.",
  "person.dosing":
    "{name} also sees your dosing sessions: date, route, number, setting, who is there and your few words. Never the amount, readings or side effects.",
  "person.noDosing": "{name} does not see your dosing sessions.",
  "person.dosingShow": "Let them see your dosing sessions",
  "person.dosingTitle": "Let {name} see your dosing sessions?",
  "person.dosingShown": "{name} sees your dosing sessions from now on, and those there were.",
  "person.dosingStop": "Stop showing dosing sessions",
  "person.dosingStopTitle": "Stop showing {name} your dosing sessions?",
  "person.dosingStopHonest":
    "The server stops handing them out. What {name} has already seen cannot be unseen: whoever has read may remember.",
  "person.byLink":
    "You are linked by link. That it is {name} is sure once you have compared the safety number in the room.",
  "person.changed":
    "Sharing has stopped. The server showed something in the name of {name} that is not theirs, so somebody may stand between you. Nothing more is shared until you have compared the safety number, in the room or on the phone.",
  "person.closed":
    "The link has ended. Nothing is shared with {name} any more, and your journal is as it was. What {name} has already read cannot be unread.",
  "person.move": "Share the same with another therapist",
  "person.stopAll": "Stop sharing everything",
  "person.stopAllTitle": "Stop sharing everything with {name}?",
  "person.stopAllHonest":
    "The server stops handing out all that {name} can see: entries, parts of them, measures and dosing sessions. You stay linked. What {name} has already read, or written down, cannot be unread: whoever has read may remember.",
  "person.stopped": "Nothing is shared with {name} any more. You are still linked.",
  "person.end": "End the link",
  "person.endTitle": "End the link with {name}?",
  "person.endHonest.patient":
    "The server stops handing out all you have shared, and the link ends for both of you. What {name} has already read, or written down, cannot be unread. What {name} wrote to you stays on this device. The link cannot be opened again between these two accounts.",
  "person.endHonest.therapist":
    "You no longer receive what {name} shares, and {name} sees that the link has ended. It cannot be opened again between these two accounts.",
  "person.ended": "The link with {name} has ended.",
  "quiet.title": "Muted and blocked",
  "quiet.label.muted": "Muted",
  "quiet.label.blocked": "Blocked",
  "quiet.mute": "Mute {name}",
  "quiet.unmute": "Hear from {name} again",
  "quiet.muteTitle": "Mute {name}?",
  "quiet.muteHonest":
    "What {name} writes still comes, but makes no mark: it is folded away until you open it. All else stays as it is, and {name} is not told.",
  "quiet.muted": "{name} is muted.",
  "quiet.heard": "You hear from {name} again.",
  "quiet.isMuted":
    "You have muted {name}. What they write makes no mark and is folded away. They are not told.",
  "quiet.block": "Block {name}",
  "quiet.blockTitle": "Block {name}?",
  "quiet.blockHonest":
    "The link ends for good. Nothing of {name} is shown to you any more, and no invitation or answer of theirs is taken again. {name} sees that the link has ended, as with any end, and not that you have blocked them. What they have already read cannot be unread. A block cannot be undone.",
  "quiet.blocked": "{name} is blocked.",
  "quiet.isBlocked":
    "You have blocked {name}. Nothing of theirs is shown or taken any more. They see only that the link has ended.",
};
