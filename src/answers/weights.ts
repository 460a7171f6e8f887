/** Written by `npm run fit`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
  heardCoverage: 4.628,
  cue: 16.608,
  cause: 5.548,
  aim: 1.81,
  proximity: 1.445,
  search: 3.858,
  articleCoverage: 1.381,
  lackingThings: -0.75,
  unnamedThings: -0.3,
  focus: 4.805,
  length: -0.036,
} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: -3.916,
  weights: {
    coverage: 2.18,
    core: 1.502,
    lackingThings: -2.692,
    articleCoverage: 2.788,
    searchScore: 0.284,
    units: 0.242,
  },
} as const;

/** Below it the bot says that it does not know. */
export const MIN_CONFIDENCE = -0.251;
