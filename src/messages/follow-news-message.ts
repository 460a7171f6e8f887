/** The direct message that tells what is new on something that is followed. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { ChangedDeal } from "../register/deal-statuses.ts";
import type { Happenings } from "../register/happenings.ts";
import type { FollowRow } from "../store/follow-queries.ts";
import { stringsIn } from "../strings/strings.ts";
import { filterText } from "./filter-words.ts";
import type { NewsItem } from "./follow-news.ts";
import { filterOf, languageOf, wordsFor } from "./follows.ts";
import { unfollowButton } from "./follows-message.ts";
import { formatMoment } from "./format.ts";
import { type NewsLines, sourceText } from "./news-lines.ts";
import { dealName } from "./own-words.ts";
import { body, bold, item, link, type Message, note, type Paragraph } from "./text.ts";

export type FollowNewsSources = {
  vocabulary: Vocabulary;
  happenings: () => Happenings;
  lines: () => NewsLines;
  /** For a person whose clocks are not known. */
  timeZone: string;
};

/** More is read page by page. */
const MAX_ITEMS = 10;
/** So many deals leave room for articles. */
const MAX_DEALS = 5;

export function followNewsMessage(
  follow: FollowRow,
  news: readonly NewsItem[],
  { vocabulary, happenings, lines, timeZone, at }: FollowNewsSources & { at: Date },
): Message {
  const language = languageOf(follow);
  const strings = stringsIn(language).follow;
  const deals = news.flatMap((each) => (each.kind === "deal" ? each.deal : []));
  const told = happenings().of(
    news.flatMap((each) => (each.kind === "article" ? each.article : [])),
  );
  const shownDeals = deals.slice(0, told.length > 0 ? MAX_DEALS : MAX_ITEMS);
  const shown = told.slice(0, MAX_ITEMS - shownDeals.length);
  const more = deals.length + told.length - shownDeals.length - shown.length;
  const name = filterText(filterOf(follow, vocabulary), vocabulary, language);
  return {
    language,
    paragraphs: [
      body(bold(strings.newsTitle), ` · ${name}`),
      ...shownDeals.map((deal) => dealLine(deal, follow)),
      ...lines()(shown, language),
    ],
    closing: [
      ...(more > 0
        ? [note(strings.more({ count: more, words: wordsFor(follow, vocabulary, language) }))]
        : []),
      note(strings.asOf(formatMoment(at, follow.time_zone ?? timeZone, language))),
    ],
    tells: shown.flatMap(({ articles: [best] }) => best?.id ?? []),
    buttons: [unfollowButton({ id: follow.id, language, list: null }, strings.unfollow)],
  };
}

/** `Roadmap on raw materials: was negotiating, now signed · Kazinform, 6 Nov 2025`. */
function dealLine({ row, was }: ChangedDeal, follow: FollowRow): Paragraph {
  const language = languageOf(follow);
  const { follow: strings, status } = stringsIn(language);
  const names = { name: dealName(row, language), was: status[was], status: status[row.status] };
  const source = row.told.at(-1)?.article;
  return item(
    strings.dealChanged(names),
    ...(source ? [" · ", link(sourceText(source, language), source.url)] : []),
  );
}
