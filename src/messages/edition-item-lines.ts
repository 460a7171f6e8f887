/** The items of an edition in words. */
import type { EditionItem, EditionStatement } from "../digest/edition.ts";
import { stringsIn } from "../strings/strings.ts";
import { dealFigures } from "./edition-deal-lines.ts";
import { type EditionReader, sourceText } from "./edition-reader.ts";
import { asTitle, formatDateIn } from "./format.ts";
import { shownText } from "./own-words.ts";
import { bold, item, link, note, type Paragraph, type Span } from "./text.ts";

export type ItemLines = {
  /** One line, for the lead. */
  headline: (each: EditionItem) => Paragraph;
  /** With what it says and who says it, for the thread. */
  inThread: (each: EditionItem) => Paragraph[];
};

/** A longer statement does not fit beside another into one line. */
const MAX_PAIR_CHARS = 320;
const MAX_SOURCES_NAMED = 6;

export function createItemLines(reader: EditionReader): ItemLines {
  const { digest, colon } = stringsIn(reader.language);

  return {
    headline: (each) =>
      item(
        ...updateMark(each),
        ...(each.subject ? [bold(each.subject), " — "] : []),
        link(shownText(asTitle(each.text), each, reader.language), each.url),
        whyText(each),
        ` · ${sourceText(each, reader)}${indexedText(each)}`,
        each.sources.length > 1 ? ` · ${digest.sources(each.sources.length)}` : "",
      ),
    inThread: (each) => [
      item(
        ...updateMark(each),
        link(shownText(asTitle(each.text), each, reader.language), each.url),
        ` · ${sourceText(each, reader)}${indexedText(each)}`,
        ...otherSources(each),
        ...earlierLink(each),
      ),
      ...(each.detail ? [note(shownText(each.detail, each, reader.language))] : []),
      ...each.replaced.map((pair) => note(...pairText(pair))),
    ],
  };

  function updateMark({ updateOf }: EditionItem): Span[] {
    return updateOf ? [{ text: `${digest.update} `, italic: true }] : [];
  }

  function whyText({ why, replaced, article, excerpts }: EditionItem): string {
    const [figure] = replaced;
    if (figure && figure.was.text.length + figure.now.text.length <= MAX_PAIR_CHARS)
      return `: ${pairText(figure, article)
        .map(({ text }) => text)
        .join("")}`;
    if (why?.kind === "deal") return ` (${dealFigures(why.deal, reader.language)})`;
    return why ? `. ${shownText(asTitle(why.text), { excerpts }, reader.language)}` : "";
  }

  /** Of `named` the line names the source already. */
  function pairText({ was, now }: EditionItem["replaced"][number], named = ""): Span[] {
    const told = (statement: EditionStatement) => {
      const quote = digest.quoted(asTitle(statement.text));
      return statement.article === named ? quote : `${quote} (${sourceText(statement, reader)})`;
    };
    return [
      { text: `${digest.was} `, italic: true },
      { text: `${told(was)}; ` },
      { text: `${digest.now} `, italic: true },
      { text: told(now) },
    ];
  }

  function indexedText({ added }: EditionItem): string {
    if (added === null) return "";
    return `, ${added === reader.today ? digest.indexedToday : digest.indexed(formatDateIn(added, reader))}`;
  }

  function otherSources({ sources }: EditionItem): Span[] {
    if (sources.length < 2) return [];
    const others = sources.slice(1, MAX_SOURCES_NAMED);
    const more = sources.length - 1 - others.length;
    return [
      { text: ` · ${digest.sources(sources.length)}${colon}` },
      ...others.flatMap((source, at) => [
        ...(at > 0 ? [{ text: ", " }] : []),
        link(sourceText(source, reader), source.url),
      ]),
      ...(more > 0 ? [{ text: ` ${stringsIn(reader.language).answer.andMore(more)}` }] : []),
    ];
  }

  function earlierLink({ earlier }: EditionItem): Span[] {
    if (!earlier) return [];
    return [
      { text: " · " },
      earlier.edition
        ? link(digest.earlierEdition, earlier.edition)
        : link(digest.earlier(sourceText(earlier, reader)), earlier.url),
    ];
  }
}
