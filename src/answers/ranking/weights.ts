/** Written by `npm run fit`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
  heardCoverage: 4.73,
  cue: 17.46,
  cause: 5.387,
  aim: 1.082,
  proximity: 1.525,
  search: 3.782,
  articleCoverage: 1.56,
  lackingThings: -0.674,
  unnamedThings: -0.304,
  focus: 4.378,
  length: -0.114,
} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: -3.701,
  weights: {
    coverage: 2.151,
    core: 1.551,
    lackingThings: -2.526,
    articleCoverage: 2.49,
    searchScore: 0.268,
    units: 0.26,
  },
} as const;

/** Below it the bot says that it does not know; lower than fitted since facts have search terms (docs/search.md). */
export const MIN_CONFIDENCE = -0.4;
