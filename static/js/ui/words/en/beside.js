/** What is set beside the words of an entry: chips, sliders, places in the body. */
export default {
  "beside.feelings": "Words that fit",
  "beside.own": "A word of your own",
  "beside.add": "Add",
  "beside.scales": "From 0 to 10",
  "beside.scalesHint": "Only the ones you like. A slider you don’t touch stays blank.",
  "beside.blank": "blank",
  "beside.clear": "Leave blank",
  "beside.of": "{n} of {most}",
  "beside.bodyHint": "Tap a place, or draw over several. The list has the same places.",
  "beside.side": "Side of the body",
  "beside.front": "Front",
  "beside.back": "Back",
  "beside.places": "Places",
  "beside.done": "Done",
  "beside.change": "Change",
  "beside.changeWhat": "Change: {question}",
};
