/** Whether a fact says what a deal's minerals and instrument are. */
import { type Article, type Instrument, LANGUAGES } from "../model.ts";
import type { ReadArticle } from "./check-articles.ts";
import type { Problem } from "./problem.ts";
import { tokenize } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What an English fact says where it tells of an instrument. */
const SAID_AS: Record<Instrument, RegExp> = {
  memorandum: /memorand/i,
  agreement: /agree/i,
  contract: /contract/i,
  partnership: /partnership/i,
  declaration: /declaration|joint statement/i,
  roadmap: /roadmap/i,
  plan: /\bplan\b|programme/i,
  "joint-venture": /joint venture/i,
  consortium: /consortium/i,
  purchase: /purchase|\bbuy|bought|\bs[eo]l[ld]|\bsale|\btak(?:e|es|ing|en)\b.* percent/i,
  option: /option/i,
  supply: /supply|\bbuy|deliver/i,
  investment: /invest|pledge|\bplans?\b.* dollars|dollars will go into/i,
  loan: /loan/i,
  licence: /licen[cs]e/i,
  "letter-of-interest": /letter of interest/i,
};
const REMEDY = "leave it blank, or write the fact that says so";

/** A problem for each mineral and instrument of a deal that no fact of its article tells. */
export function checkDeals({ file, article }: ReadArticle, vocabulary: Vocabulary): Problem[] {
  const named = mineralsOf(article, vocabulary);
  return article.deals.flatMap(({ id, minerals = [], instrument }) => {
    const untold = minerals.filter((mineral) => !named.has(`mineral:${mineral}`));
    const isSaid =
      instrument === undefined || article.facts.some(({ en }) => SAID_AS[instrument].test(en));
    return [
      ...untold.map((mineral) => ({
        file,
        text: `"deals.${id}.minerals" has ${mineral}, which no fact names; ${REMEDY}`,
      })),
      ...(isSaid
        ? []
        : [
            {
              file,
              text: `"deals.${id}.instrument" is ${instrument}, which no fact tells; ${REMEDY}`,
            },
          ]),
    ];
  });
}

function mineralsOf({ facts }: Article, vocabulary: Vocabulary): Set<string> {
  return new Set(
    facts.flatMap((fact) =>
      LANGUAGES.flatMap((language) =>
        vocabulary
          .everyMention(tokenize(fact[language], language), language)
          .flatMap(({ concepts }) => concepts),
      ),
    ),
  );
}
