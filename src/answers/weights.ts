/** Written by `npm run fit`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
  heardCoverage: 4.754,
  cue: 16.753,
  cause: 5.509,
  aim: 1.822,
  proximity: 1.43,
  search: 3.88,
  articleCoverage: 1.368,
  lackingThings: -0.737,
  unnamedThings: -0.297,
  focus: 5.02,
  length: -0.024,
} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: -4.023,
  weights: {
    coverage: 2.148,
    core: 1.502,
    lackingThings: -2.537,
    articleCoverage: 2.905,
    searchScore: 0.21,
    units: 0.266,
  },
} as const;

/** Below it the bot says that it does not know. */
export const MIN_CONFIDENCE = -0.523;
