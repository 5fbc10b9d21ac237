/** What a therapist gave one person, as that person meets it, and when it is asked. */
export default {
  "assigned.from": "From {name}",
  "assigned.no": "Not this time",
  "assigned.declined": "Skipped. {name} sees “not this time” and nothing else.",
  "assigned.pack": "Questions: {title}",
  "assigned.packHint":
    "If you add these to your course, we’ll ask them along with the others. You can remove them there.",
  "assigned.packAdd": "Add to my course",
  "assigned.packAdded": "We’ve added “{title}” to your course.",
  "assigned.packCourse": "Start a course",
  "assigned.open": "Send a question or a questionnaire",
  "assigned.any": "any time",
  "assigned.on": "for {day}",
  "assigned.doseDay": "for the day of the next session",
  "assigned.before": {
    one: "{n} day before the next session",
    other: "{n} days before the next session",
  },
  "assigned.after": {
    one: "{n} day after the next session",
    other: "{n} days after the next session",
  },
};
