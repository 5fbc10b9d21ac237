/** Linking with a person, knowing that it is them, and ending it. */
export default {
  "people.title": "People",
  "people.empty.patient":
    "Your therapist will appear here once you link. Linking doesn’t share anything: you choose each entry.",
  "people.link.patient": "Link a therapist",
  "people.waiting": "Waiting for {name} to confirm that it’s you",
  "people.closed": "Sharing has ended",
  "people.changed": "Sharing has stopped: is it still them?",
  "people.seesDosing": "can see your treatment sessions",
  "people.verified.link": "Linked, safety number not compared",
  "people.verified.in_person": "Linked, safety number compared",
  "people.sees": {
    one: "can read {n} entry",
    other: "can read {n} entries",
  },
  "people.seesNone": "can’t read anything yet",
  "people.comments": { one: "{n} new comment", other: "{n} new comments" },

  "answer.title": "{name} has answered your invitation",
  "answer.ask": "Is this the {role} you gave it to? Ask them if you’re not sure.",
  "answer.contested":
    "More than one person answered this invitation, so someone else may have seen it. Don’t confirm. Make a new one, in person if you can.",
  "answer.yes": "Yes, this is {name}",
  "answer.no": "No",
  "answer.confirmed": "You’re linked with {name}.",
  "answer.refused": "You’ve withdrawn the invitation. Nothing was shared.",

  "role.patient": "person",
  "role.therapist": "therapist",

  "link.title.patient": "Link a therapist",
  "link.title.therapist": "Link with someone",
  "link.lead":
    "One of you makes an invitation, and the other opens it. It doesn’t matter who starts.",
  "link.make": "Make an invitation",
  "link.scan": "Let {them} scan this, or send the link. It works once, until {until}.",
  "link.them.patient": "your therapist",
  "link.them.therapist": "them",
  "link.qr": "The invitation as a code to scan",
  "link.field": "Invitation link",
  "link.copy": "Copy",
  "link.send": "Send",
  "link.copied": "Copied. Only send it to this one person.",
  "link.next": "When they answer, we’ll ask you here if it’s them.",
  "link.have": "I have an invitation",
  "link.paste": "Paste the link",
  "link.open": "Open it",
  "link.camera": "Scan it",
  "link.cameraFailed": "We couldn’t use the camera. You can paste the link instead.",

  "invite.title": "{name} has invited you to link",
  "invite.patient": "{name} writes here and may share entries with you.",
  "invite.therapist":
    "{name} is a therapist. Linking doesn’t share anything: you choose each entry, and can stop at any time.",
  "invite.alike":
    "You already have someone with this name among your people. This is a different account, with a different safety number. Before you continue, ask them in person or by phone if it’s theirs.",
  "invite.ask": "Is this who you expected?",
  "invite.yes": "Yes, link with {name}",
  "invite.no": "No",
  "invite.sent": "Your answer is on its way. {name} still needs to confirm that it’s you.",
  "invite.failed": "This invitation didn’t open",
  "invite.toPeople": "Go to People",

  "number.open": "Compare the safety number",
  "number.title": "Safety number",
  "number.lead":
    "If no one is in between, {name} sees the same twelve groups. Compare them in person, or read them to each other on the phone.",
  "number.same": "They are the same",
  "number.different": "They are different",
  "number.marked": "Saved: you’ve compared it.",
  "number.already": "You’ve compared this number.",
  "number.warn":
    "Don’t share anything. Someone may be in between, or this may be the wrong person. End the link, and make a new one together in person.",
  "number.isDifferent": "These are two different numbers.",
  "number.byCamera": "Use the camera",
  "number.byCameraLead":
    "One of you shows this picture, and the other scans it. It holds only the number, and nothing is sent. If you can’t use a camera, read the number to each other instead.",
  "number.qr": "The safety number as a code to scan",
  "number.scan": "Scan {name}’s picture",
  "number.notOne":
    "That isn’t a safety number. Open this page on the other device and scan its picture.",
  "number.cameraFailed":
    "We couldn’t use the camera. You can read the number to each other instead.",

  "person.sees": "What {name} can see",
  "person.seesNothing": "Nothing yet. Open an entry and choose Share.",
  "person.count": {
    one: "{n} entry, all or part of it",
    other: "{n} entries, all or part of each",
  },
  "person.stop": "Stop",
  "person.stopOne": "Stop sharing: {title}",
  "person.older": "an earlier version, not your last changes",
  "person.unsent": "not sent yet",
  "person.sent": "sent",
  "person.there": "delivered",
  "person.opened": "opened {day}",
  "person.openedOnce": "opened",
  "person.waits": {
    one: "You wrote {n} entry close to a session. It waits, and we’ll ask you again.",
    other: "You wrote {n} entries close to a session. They wait, and we’ll ask you again.",
  },
  "person.series": "{measure}, each time you fill it in",
  "person.seriesEnd": "Stop",
  "person.seriesEnded":
    "New answers to {measure} won’t be shared with {name} automatically. What you shared stays shared.",
  "person.dosing":
    "{name} can also see your treatment sessions: date, route, number, setting, who’s with you, and your few words. Never the amount, readings, or side effects.",
  "person.noDosing": "{name} can’t see your treatment sessions.",
  "person.dosingShow": "Let them see your treatment sessions",
  "person.dosingTitle": "Let {name} see your treatment sessions?",
  "person.dosingShown": "{name} can now see all your treatment sessions, earlier ones too.",
  "person.dosingStop": "Stop showing treatment sessions",
  "person.dosingStopTitle": "Stop showing {name} your treatment sessions?",
  "person.dosingStopHonest":
    "The server will stop giving them to {name}. You can’t undo what {name} has already seen; people remember what they’ve read.",
  "person.byLink":
    "You linked through an invitation. You can only be sure it’s {name} once you’ve compared the safety number in person or by phone.",
  "person.changed":
    "Sharing has stopped. The server showed something in {name}’s name that isn’t theirs, so someone may be in between. Nothing more is shared until you’ve compared the safety number, in person or by phone.",
  "person.closed":
    "The link has ended. Nothing is shared with {name} anymore, and your journal is as it was. You can’t undo what {name} has already read.",
  "person.move": "Share the same with another therapist",
  "person.stopAll": "Stop sharing everything",
  "person.stopAllTitle": "Stop sharing everything with {name}?",
  "person.stopAllHonest":
    "The server will stop giving {name} everything you’ve shared: entries, parts of them, questionnaires, and treatment sessions. You’ll stay linked. You can’t undo what {name} has already read or written down; people remember what they’ve read.",
  "person.stopped": "Nothing is shared with {name} anymore. You’re still linked.",
  "person.end": "End the link",
  "person.endTitle": "End the link with {name}?",
  "person.endHonest.patient":
    "The server will stop giving {name} everything you’ve shared, and the link ends for both of you. You can’t undo what {name} has already read or written down. What {name} wrote to you stays on this device. These two accounts can’t be linked again.",
  "person.endHonest.therapist":
    "You’ll no longer receive what {name} shares, and {name} will see that the link has ended. These two accounts can’t be linked again.",
  "person.ended": "You’ve ended the link with {name}.",
  "quiet.title": "Muted and blocked",
  "quiet.label.muted": "Muted",
  "quiet.label.blocked": "Blocked",
  "quiet.mute": "Mute {name}",
  "quiet.unmute": "Unmute {name}",
  "quiet.muteTitle": "Mute {name}?",
  "quiet.muteHonest":
    "What {name} writes still arrives, but without a mark, and it’s folded away until you open it. Everything else stays the same, and {name} isn’t told.",
  "quiet.muted": "You’ve muted {name}.",
  "quiet.heard": "You’ve unmuted {name}.",
  "quiet.isMuted":
    "You’ve muted {name}. What they write has no mark and is folded away. They aren’t told.",
  "quiet.block": "Block {name}",
  "quiet.blockTitle": "Block {name}?",
  "quiet.blockHonest":
    "The link ends for good. You won’t see anything from {name} anymore, and their invitations and answers are turned away. {name} sees that the link has ended, as with any ended link, but not that you blocked them. You can’t undo what they’ve already read, and you can’t undo a block.",
  "quiet.blocked": "You’ve blocked {name}.",
  "quiet.isBlocked":
    "You’ve blocked {name}. You won’t see anything from them. They only see that the link has ended.",
};
