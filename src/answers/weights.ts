/** Written by `npm run fit`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
  heardCoverage: 5.37,
  cue: 14.924,
  search: 4.303,
  articleCoverage: 1.348,
  lackingThings: -0.922,
  unnamedThings: -0.435,
  focus: 4.949,
  length: 0.129,
} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: -4.289,
  weights: {
    coverage: 2.347,
    core: 1.249,
    lackingThings: -2.551,
    articleCoverage: 3.194,
    searchScore: 0.26,
    units: 0.268,
  },
} as const;

/** Below it the bot says that it does not know. */
export const MIN_CONFIDENCE = -0.148;
