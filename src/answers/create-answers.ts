/** Answers from a base that changes while they are asked for. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, factKey, LANGUAGES, type Language } from "../model.ts";
import { type Answers, answersFrom } from "./answer.ts";
import { createProfiling } from "./facts/profiles.ts";
import { createSearchIndex } from "./search/search-index.ts";

export type LiveAnswers = Answers & {
  /**
   * Answers from these articles from now on. Only those that were not there before are indexed, and
   * meanwhile questions are answered from the articles before.
   */
  replace: (articles: readonly Article[]) => Promise<void>;
};

/**
 * Indexes every fact of the articles, without blocking meanwhile. Questions can then be asked in
 * `languages`, which are all of them where nobody says in which one the next questions are. What
 * `profilesOf` worked out for other bases with the same articles is not worked out again.
 */
export async function createAnswers(
  articles: readonly Article[],
  vocabulary: Vocabulary,
  languages: readonly Language[] = LANGUAGES,
  profilesOf = createProfiling(vocabulary),
): Promise<LiveAnswers> {
  const index = createSearchIndex();
  let held: readonly Article[] = [];
  let current = await over(articles);
  let last: Promise<void> = Promise.resolve();

  async function over(next: readonly Article[]): Promise<Answers> {
    const profiles = profilesOf(next);
    const [before, after] = [new Set(held), new Set(next)];
    const added = next.filter((article) => !before.has(article));
    await index.add(profiles.documents(languages, added));
    const answers = answersFrom({ articles: next, vocabulary, profiles, index, languages });
    const gone = held.filter((article) => !after.has(article));
    // An article of another wording has facts of the same names, which are indexed anew by now.
    index.remove(keysOf(gone).filter((key) => !profiles.get(key)));
    held = next;
    return answers;
  }

  return {
    ask: (question) => current.ask(question),
    about: (text) => current.about(text),
    further: (asked, page) => current.further(asked, page),
    outlines: () => current.outlines(),
    quote: (keys, language, question) => current.quote(keys, language, question),
    replace: (next) => {
      const replaced = last.then(async () => {
        current = await over(next);
      });
      last = replaced.catch(() => {});
      return replaced;
    },
  };
}

function keysOf(articles: readonly Article[]): string[] {
  return articles.flatMap((article) => article.facts.map((fact) => factKey({ article, fact })));
}
