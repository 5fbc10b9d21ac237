/** What a therapist gave one person, as that person meets it, and when it is asked. */
export default {
  "assigned.from": "From {name}",
  "assigned.no": "Not this time",
  "assigned.declined": "Left out. {name} sees “not this time”, and nothing more.",
  "assigned.pack": "Questions: {title}",
  "assigned.packHint":
    "Added to your course, they are asked among the others. You can take them out again there.",
  "assigned.packAdd": "Add to my course",
  "assigned.packAdded": "“{title}” is part of your course now.",
  "assigned.packCourse": "Begin a course",
  "assigned.open": "Give a question or a measure",
  "assigned.any": "whenever it suits",
  "assigned.on": "for {day}",
  "assigned.doseDay": "for the day of the next dose",
  "assigned.before": {
    one: "{n} day before the next dose",
    other: "{n} days before the next dose",
  },
  "assigned.after": { one: "{n} day after the next dose", other: "{n} days after the next dose" },
};
