/** The base that answers, register and editions read: one set of articles, replaced as a whole. */
import type { Answers } from "./answers/answer.ts";
import { createAnswers } from "./answers/create-answers.ts";
import { createProfiling } from "./answers/facts/profiles.ts";
import { type ComposeEdition, createCompose } from "./digest/compose.ts";
import { baseVersion } from "./knowledge/base-version.ts";
import { once } from "./knowledge/once.ts";
import type { Vocabulary } from "./knowledge/vocabulary.ts";
import { type Article, LANGUAGES } from "./model.ts";
import { createRegisters, type DealRow } from "./register/deals.ts";
import { createHappeningsOf, type Happenings } from "./register/happenings.ts";

export type LiveBase = {
  articles: () => readonly Article[];
  answers: Answers;
  compose: ComposeEdition;
  /** The deals of the articles, the newest first. */
  deals: () => readonly DealRow[];
  /** Which of the articles tell of one happening. */
  happenings: () => Happenings;
  /** When this process began to read these articles. */
  builtAt: () => Date;
  /** The same for the same articles. */
  version: () => string;
  /** Everything above reads these articles from then on; until then, those before. */
  replace: (articles: readonly Article[]) => Promise<void>;
};

export async function createLiveBase(
  articles: readonly Article[],
  vocabulary: Vocabulary,
  { profilesOf, registerOf, happeningsOf } = createReadings(vocabulary),
): Promise<LiveBase> {
  const answers = await createAnswers(articles, vocabulary, LANGUAGES, profilesOf);
  const readingOf = (held: readonly Article[]) => ({
    articles: held,
    builtAt: new Date(),
    compose: createCompose(held, vocabulary),
    deals: once(() => registerOf(held)),
    happenings: once(() => happeningsOf(held)),
    version: once(() => baseVersion(held, vocabulary)),
  });
  let current = readingOf(articles);
  return {
    articles: () => current.articles,
    answers,
    compose: (wish) => current.compose(wish),
    deals: () => current.deals(),
    happenings: () => current.happenings(),
    builtAt: () => current.builtAt,
    version: () => current.version(),
    replace: async (next) => {
      await answers.replace(next);
      current = readingOf(next);
    },
  };
}

/**
 * One base for many that begin with the same articles: each reads the common one until it replaces
 * its own, which nobody else reads.
 */
export async function createSharedBase(
  articles: readonly Article[],
  vocabulary: Vocabulary,
): Promise<() => LiveBase> {
  const readings = createReadings(vocabulary);
  const common = await createLiveBase(articles, vocabulary, readings);
  return () => {
    let own: Promise<LiveBase> | null = null;
    let current = common;
    return {
      articles: () => current.articles(),
      answers: {
        ask: (question) => current.answers.ask(question),
        about: (text) => current.answers.about(text),
        further: (asked, page) => current.answers.further(asked, page),
        outlines: () => current.answers.outlines(),
        quote: (keys, language, question) => current.answers.quote(keys, language, question),
      },
      compose: (wish) => current.compose(wish),
      deals: () => current.deals(),
      happenings: () => current.happenings(),
      builtAt: () => current.builtAt(),
      version: () => current.version(),
      replace: async (next) => {
        if (!own) {
          own = createLiveBase(next, vocabulary, readings);
          current = await own;
        } else await (await own).replace(next);
      },
    };
  };
}

/** What is worked out of an article, and kept for every base that holds it. */
function createReadings(vocabulary: Vocabulary) {
  return {
    profilesOf: createProfiling(vocabulary),
    registerOf: createRegisters(vocabulary),
    happeningsOf: createHappeningsOf(vocabulary),
  };
}
