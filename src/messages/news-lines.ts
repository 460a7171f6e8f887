/** News items in words: numbered, so that each can be opened. */
import { createReplacedFacts } from "../digest/replaced-facts.ts";
import { type Article, addedDay, type Language } from "../model.ts";
import type { Happening } from "../register/happenings.ts";
import { stringsIn } from "../strings/strings.ts";
import { asTitle, formatDate, formatPublished } from "./format.ts";
import { headlineText } from "./own-words.ts";
import { body, bold, link, note, type Paragraph, type Span } from "./text.ts";

export type NewsLines = (happenings: readonly Happening[], language: Language) => Paragraph[];

/** Ten items must fit into a message. */
const MAX_SOURCES_NAMED = 3;
/** A longer pair of statements is read in the article itself. */
const MAX_PAIR_CHARS = 320;

export function createNewsLines(articles: readonly Article[]): NewsLines {
  const replacedIn = createReplacedFacts(new Map(articles.map((each) => [each.id, each])));

  function linesOf({ articles: told, updateOf }: Happening, number: number, language: Language) {
    const [article, ...others] = told;
    if (!article) return [];
    const [replaced] = told.flatMap((each) => replacedIn(each, language));
    const { reading, digest } = stringsIn(language);
    const isShort =
      replaced && replaced.was.text.length + replaced.now.text.length <= MAX_PAIR_CHARS;
    return [
      body(
        bold(`${number}. `),
        link(headlineText(article, language), article.url),
        ` · ${sourceText(article, language)}${addedText(article, language)}`,
        ...otherSources(others, language),
      ),
      ...(updateOf
        ? [
            note(
              { text: `${reading.updateOf} `, italic: true },
              link(headlineText(updateOf, language), updateOf.url),
              ` · ${sourceText(updateOf, language)}`,
            ),
          ]
        : []),
      ...(isShort
        ? [
            note(
              { text: `${digest.was} `, italic: true },
              `${digest.quoted(asTitle(replaced.was.text))}; `,
              { text: `${digest.now} `, italic: true },
              digest.quoted(asTitle(replaced.now.text)),
            ),
          ]
        : []),
    ];
  }

  return (happenings, language) =>
    happenings.flatMap((each, at) => linesOf(each, at + 1, language));
}

/** `Kazinform, 6 Nov 2025`. */
export function sourceText(article: Article, language: Language): string {
  const { publisher, published, date_basis: dateBasis } = article;
  return `${publisher}, ${formatPublished({ published, dateBasis }, language)}`;
}

/** The day on which it became news here, where it had been published before. */
function addedText(article: Article, language: Language): string {
  const day = addedDay(article);
  if (day === null || article.published === null || day.startsWith(article.published)) return "";
  return `, ${stringsIn(language).digest.indexed(formatDate(day, language))}`;
}

function otherSources(others: readonly Article[], language: Language): Span[] {
  if (others.length === 0) return [];
  const { colon, reading, answer } = stringsIn(language);
  const named = others.slice(0, MAX_SOURCES_NAMED - 1);
  const more = others.length - named.length;
  return [
    { text: ` · ${reading.sources(others.length + 1)}${colon}` },
    ...named.flatMap((each, at) => [
      ...(at > 0 ? [{ text: ", " }] : []),
      link(sourceText(each, language), each.url),
    ]),
    ...(more > 0 ? [{ text: ` ${answer.andMore(more)}` }] : []),
  ];
}
