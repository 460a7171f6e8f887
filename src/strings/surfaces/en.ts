type Place = { first: number; last: number; count: number };

export const en = {
  further: {
    title: "Further reading",
    place: ({ first, last, count }: Place) => `${first}–${last} of ${count}`,
    caveat: "on the same things, best fit first; not an answer to the question",
    nothingMore: "The base has nothing more on this.",
  },
};
