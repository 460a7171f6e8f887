export const en = {
  /** How it is used, for the help page. */
  way: "below an answer, Right or To correct… tells those who keep the base what you think of it",
  right: "Right",
  correct: "To correct…",
  noted: "Thank you, noted as right.",
  thanks: "Thank you. It is noted for whoever keeps the base.",
  form: {
    title: "To correct",
    kind: "What is to be corrected?",
    kinds: {
      "wrong-figure": "A figure is wrong",
      outdated: "It is outdated",
      "missing-source": "A source is missing",
      other: "Something else",
    },
    text: "In your words",
    textHint: (days: number) =>
      `The right figure, a link, what has changed since. Kept for ${days} days; it never changes the order of answers.`,
    textExample: "It was 25,500 tonnes in 2024: kazatomprom.kz",
    submit: "Send",
    close: "Cancel",
  },
  faults: {
    kind: "Choose what is to be corrected, for example “A figure is wrong”.",
    text: "Say in a few words what is to be corrected, for example “The plant opened in 2024”.",
    tooLong: ({ length, limit }: { length: string; limit: string }) =>
      `This has ${length} characters; at most ${limit} can be kept. Please shorten it, for example to the right figure and its source.`,
  },
};
