/** Taking a copy of everything, and the words that stand in it. */
export default {
  "copy.title": "Take a copy",
  "copy.lead":
    "Everything you’ve written, in one file that’s yours to keep. It’s made on this device, even offline, and isn’t sent anywhere.",
  "copy.open":
    "Anyone who has this file can read it. It isn’t sealed, so keep it where you’d keep a diary.",
  "copy.what": "What will be in it",
  "copy.holds":
    "A page for every day, tables for a spreadsheet, and one file for other programs, together in a .zip that phones and computers can open.",
  "copy.make": "Make the copy",
  "copy.making": "Making the copy",
  "copy.progress": "{n} of {of}",
  "copy.stopped": "Stopped. No file was made.",
  "copy.ready": "Your copy is ready",
  "copy.sealNot": "It’s gone when you leave this page unless you save it.",
  "copy.save": "Save it ({size})",
  "copy.saved":
    "Your browser has it now: it’s in your downloads, or you’ll be asked where to put it.",
  "copy.tooMuch": "This is more than one .zip can hold. Nothing was made, and nothing is lost.",
  "copy.unread": {
    one: "{n} thing can’t be read here. The copy names it; it stays where it is.",
    other: "{n} things can’t be read here. The copy names them; they stay where they are.",
  },
  "copy.last.unknown": "Last copy from this device: none yet",
  "copy.last.today": "Last copy from this device: today",
  "copy.last.days": {
    one: "Last copy from this device: yesterday",
    other: "Last copy from this device: {n} days ago",
  },

  "copy.file.n.entries": "Entries",
  "copy.file.n.measures": "Questionnaires and ratings",
  "copy.file.n.dosings": "Treatment sessions",
  "copy.file.n.drafts": "Drafts",
  "copy.file.n.comments": "Comments and replies",
  "copy.file.n.trash": "In the trash",
  "copy.file.n.captures": "Written without unlocking, not filed yet",
  "copy.file.n.other": "Everything else",
  "copy.file.title": "Journal",
  "copy.file.made": "Copy made",
  "copy.file.open": "Anyone who has this file can read it.",
  "copy.file.about":
    "The folder “journal” has a file for every day. data.json has everything, with earlier versions and who you shared what with; measures.csv and answers.csv are tables. What others wrote is quoted under their name.",
  "copy.file.unread": "What couldn’t be read",
  "copy.file.undated": "No date",
  "copy.file.drafts": "Started and not finished",
  "copy.file.trash": "In the trash",
  "copy.file.other": "Everything else",
  "copy.file.dosing": "Treatment session",
  "copy.file.you": "You",
};
