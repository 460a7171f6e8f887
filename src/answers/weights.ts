/** Written by `npm run fit`; see relevance.ts for what each measure is. */

export const RELEVANCE_WEIGHTS = {
  heardCoverage: 4.729,
  cue: 15.29,
  search: 4.073,
  articleCoverage: 0.896,
  lackingThings: -0.886,
  unnamedThings: -0.47,
  focus: 4.604,
  length: 0.239,
} as const;

export const CONFIDENCE_WEIGHTS = {
  bias: -3.605,
  weights: {
    coverage: 3.771,
    core: 2.413,
    lackingThings: -2.398,
    articleCoverage: 2.281,
    searchScore: 0.013,
    units: 0.212,
  },
} as const;

/** Below it the bot says that it does not know. */
export const MIN_CONFIDENCE = 0.192;
