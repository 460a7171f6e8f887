/** Words without which a fact cannot answer, however well the rest fits. */

/** Attributes: a fact about the thing that does not tell the attribute is no answer. */
const ATTRIBUTES = [
  "word:price",
  "word:cost",
  "word:salary",
  "word:owner",
  "word:tax",
  "word:customs-duty",
  "word:percentage",
  "word:currency",
  "word:profit",
  "word:revenue",
  "word:budget",
  "word:stock-exchange",
  "word:deadline",
  "word:duration",
  "word:licence",
  "word:subsidiary",
  "word:document",
  "word:feasibility",
  "word:ambassador",
  "word:other-office",
  "word:death",
  "word:depth",
  "word:length",
  "word:surface",
  "word:weight",
  "word:temperature",
  "word:age",
  "word:family",
  "word:colour",
  "word:address",
  "word:penalty",
  "word:dividend",
  "word:insurance",
  "word:contractor",
  "word:design",
  "word:bank",
  "deal-word:tax",
  "deal-word:referendum",
  "deal-word:grade",
  "deal-word:exploration-licence",
];

/** Turns of events: a fact that does not tell the turn would confirm a false premise. */
const TURNS = [
  "word:cancel",
  "word:refuse",
  "word:suspend",
  "word:closure",
  "word:delay",
  "word:resume",
  "word:restrict",
  "word:sanctions",
  "word:accident",
  "word:protest",
  "word:corruption",
  "word:court",
  "word:sell",
  "word:buy",
  "word:visa",
  "word:off-topic",
  "word:dismiss",
  "word:arrest",
  "word:bankruptcy",
  "word:strike",
  "word:nationalise",
  "word:merge",
  "word:war",
];

/** Vocabulary keys that a cited fact must name when the question does. */
export const REQUIRED_WORDS: ReadonlySet<string> = new Set([...ATTRIBUTES, ...TURNS]);

/** Asked how much of these, the answer is money. */
export const MONEY_WORDS: ReadonlySet<string> = new Set([
  "word:price",
  "word:cost",
  "word:money",
  "word:salary",
  "word:currency",
  "word:budget",
  "word:profit",
  "word:revenue",
  "word:debt",
  "deal-word:investment",
  "deal-word:funding",
]);

/** What can be forecast: a forecast of one is none of the others. */
export const FORECAST_WORDS: ReadonlySet<string> = new Set([
  "deal-word:production",
  "deal-word:reserves",
  "deal-word:capacity",
  "deal-word:investment",
  "deal-word:supply",
  "word:manufacture",
  "word:import",
  "word:demand",
  "word:price",
  "word:buy",
  "word:sell",
]);

/** Asked for with "what is" or no question word at all, these are answered by a number. */
export const MEASURES: ReadonlySet<string> = new Set([
  "word:price",
  "word:cost",
  "word:salary",
  "word:amount",
  "word:tonnes",
  "word:percentage",
  "word:profit",
  "word:revenue",
  "word:budget",
  "word:quantity",
  "deal-word:reserves",
  "deal-word:capacity",
  "deal-word:grade",
]);
