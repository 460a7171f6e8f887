/** Why a page was not read, and what can be done. */
export const en = {
  /** Around an article's own words, which no summary of ours is. */
  quoted: { before: "“", after: "”" },
  inLanguage: { en: "(in English)", fr: "(in French)", ru: "(in Russian)" },
  ownWords: "sentences in quotation marks are the linked article's own",
  notAllowed: "Only administrators add articles here. Send one of them the address.",
  known: "The base has this article already.",
  copy: "The base has nearly the same text already, so this copy adds nothing.",
  because: (things: string) => `it is about ${things}`,
  alsoTold: "The base has the same news from others:",
  rejectedBefore: ({ date, reason }: { date: string; reason: string }) =>
    `Rejected on ${date}: ${reason}`,
  decidedBefore: "Somebody decided on this draft before, or it is too old. Nothing was changed.",
  rejected: "Rejected. The reason is kept.",
  published: "Published. It answers questions from now on, and comes in the next digest.",
  invitation: "Open the draft to look at it before it is published.",
  openDraft: "Open the draft",
  notPublished: "This article is a file of the knowledge folder: correct it there.",
  version: (version: number) => `Version ${version} of this article; every version is kept.`,
  changedMeanwhile: "Somebody changed this article meanwhile. Nothing was saved: open it again.",
  removed: "Removed from the base.",
  corrected: "Corrected. Answers quote the new wording from now on.",
  correct: "Correct…",
  form: {
    title: "Add an article",
    reading: "The page is fetched and read…",
    submit: "Done",
    close: "Cancel",
    headline: "Title",
    published: "Published",
    publishedHint: "As exact as it is known: 2026-11-20, 2026-11 or 2026. Empty where it is not.",
    minerals: "Minerals",
    partners: "Partner countries",
    listHint: "Names with commas between them.",
    facts: "Quoted sentences",
    factsHint:
      "A sentence a line, to the letter as the article has it. Take out what is not needed.",
    replaces: "Does it replace an older figure?",
    replacesHint: "Tick what no longer holds: it is then shown only with the new figure.",
    verdict: "What to do",
    correctTitle: "Correct an article",
    correctVerdicts: { publish: "Save", reject: "Remove from the base" },
    verdicts: { publish: "Publish", reject: "Reject" },
    reason: "Reason, for a rejection",
    faults: {
      noTitle: "Write the title.",
      notADate: (value: string) => `“${value}” is not a date: write 2026-11-20, 2026-11 or 2026.`,
      notAMineral: (names: string) => `Not known as minerals: ${names}. Check the spelling.`,
      notACountry: (names: string) => `Not known as countries: ${names}. Check the spelling.`,
      noFacts: "Leave at least one sentence.",
      manyFacts: ({ count, limit }: { count: number; limit: number }) =>
        `There are ${count} sentences; at most ${limit} are quoted.`,
      notInArticle: (text: string) =>
        `The article does not say this to the letter: “${text.slice(0, 100)}”.`,
      noReason: "Say why it is rejected.",
      longReason: ({ length, limit }: { length: number; limit: number }) =>
        `The reason has ${length} characters; at most ${limit} are kept.`,
    },
  },
  faults: {
    notAnAddress: (value: string) =>
      `“${value}” is not the address of a page. Write it whole, for example https://example.org/news/1.`,
    private: (host: string) =>
      `${host} is not on the public internet, so it is not read. An administrator can allow it with INGEST_ALLOW.`,
    unreachable: ({ host, reason }: { host: string; reason: string }) =>
      `${host} cannot be reached (${reason}). Check the address, or try again later.`,
    tooSlow: ({ host, seconds }: { host: string; seconds: number }) =>
      `${host} did not send the page within ${seconds} seconds. Try again later.`,
    tooManyRedirects: (limit: number) =>
      `The address leads on more than ${limit} times. Open it in a browser, and use the address that it ends at.`,
    tooLarge: (megabytes: number) => `The page is larger than ${megabytes} MB, so it was not read.`,
    pdf: "This is a PDF file, and only web pages are read. Use the page that it belongs to.",
    wrongType: (type: string) => `There is no web page at this address, but a file (${type}).`,
    encoding: (encoding: string) =>
      `The page is packed in a way that cannot be read (${encoding}).`,
    notFound: "There is no page at this address (status 404). Check it for a slip.",
    locked: (status: number) =>
      `The site does not let programs or strangers read this page (status ${status}).`,
    busy: "The site is busy and asks to come back later.",
    status: (status: number) =>
      `The site answered with an error (status ${status}). Try again later.`,
    robots: (host: string) => `${host} asks programs not to read this page, so it was not read.`,
    unreadable: "The page cannot be read: it is broken, or too large.",
    noText: "There is no article text on this page; it may need a browser to show it.",
    paid: "The article can be read by subscribers only.",
    foreign: (language: string) =>
      `The article is in a language that is not read here (${language}); English, French and Russian are.`,
    irrelevant: "The article is not about Kazakhstan’s minerals: it names both too little.",
    nothingToQuote: "No sentence of the article says something of its subject by itself.",
    noAddress: "The page does not say where it was published. Give its address too.",
  },
};
