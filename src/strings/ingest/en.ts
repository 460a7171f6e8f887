/** Why a page was not read, and what can be done. */
export const en = {
  /** Around an article's own words, which no summary of ours is. */
  quoted: { before: "“", after: "”" },
  inLanguage: { en: "(in English)", fr: "(in French)", ru: "(in Russian)" },
  ownWords: "sentences in quotation marks are the linked article's own",
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
