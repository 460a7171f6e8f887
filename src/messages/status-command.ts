/** `/kzminerals status`: what there is, what runs, and how the person is known. */
import type { WatchedFeed } from "../ingest/feed.ts";
import { type Article, type Language, newestDate } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { newestFirst } from "../register/happenings.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { type DigestSources, toldState } from "./digest-sources.ts";
import { stateParagraphs } from "./digest-state.ts";
import { watchedText } from "./feeds-message.ts";
import { asTitle, formatNumber } from "./format.ts";
import { madeOf } from "./made-of.ts";
import { type Clocked, momentText } from "./moment-text.ts";
import { sourceText } from "./news-lines.ts";
import { body, bold, link, note, type Paragraph } from "./text.ts";

export type StatusSources = {
  articles: () => readonly Article[];
  deals: () => readonly DealRow[];
  digests: DigestSources;
  /** The sources that are watched. */
  feeds: () => Promise<readonly WatchedFeed[]>;
  /** Of the program. */
  version: string;
  now: () => Date;
};

export function createStatus(sources: StatusSources): Command {
  const { articles, digests, feeds, version, now } = sources;
  // Noted when the articles are first looked at, which is when the program starts.
  const readAt = madeOf(articles, now);
  readAt();
  return async ({ reader, person, channel }) => {
    const { language } = reader;
    const clocked = { ...reader, timeZone: reader.timeZone ?? digests.defaultTimeZone };
    const { status } = stringsIn(language).reading;
    return {
      language,
      paragraphs: [
        body(bold(status.title)),
        ...baseParagraphs(sources, language),
        note(`${status.readAt(momentText(readAt(), clocked))} · ${status.version(version)}`),
        note(watchedText(await feeds(), language)),
        ...(await digestParagraphs(digests, { workspace: person.workspace, channel, clocked })),
        note(
          status.you({
            language: languageName(language, language),
            clocks: clocked.timeZone,
            now: momentText(clocked.now, clocked),
            isKnown: reader.timeZone !== null,
          }),
        ),
      ],
    };
  };
}

/** How large the base is, how new, and in which languages its articles are written. */
function baseParagraphs({ articles, deals }: StatusSources, language: Language): Paragraph[] {
  const { status } = stringsIn(language).reading;
  const held = articles();
  const facts = held.reduce((sum, each) => sum + each.facts.length, 0);
  const [newest] = newestDate(held) === null ? [] : held.toSorted(newestFirst);
  const languages = [...Map.groupBy(held, (each) => each.language)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(
      ([code, same]) => `${languageName(code, language)} ${formatNumber(same.length, language)}`,
    );
  return [
    body(status.base({ articles: held.length, facts, deals: deals().length })),
    ...(newest
      ? [
          note(
            `${status.newest} `,
            link(asTitle(newest.headline[language]), newest.url),
            ` · ${sourceText(newest, language)}`,
          ),
        ]
      : []),
    ...(languages.length > 0 ? [note(status.languages(languages.join(", ")))] : []),
  ];
}

/** The digests of the channel, each with its last and its next edition. */
async function digestParagraphs(
  digests: DigestSources,
  { workspace, channel, clocked }: { workspace: string; channel: string; clocked: Clocked },
): Promise<Paragraph[]> {
  const { status } = stringsIn(clocked.language).reading;
  const all = await digests.subscriptions.inWorkspace(workspace);
  const here = all.filter((each) => each.channel === channel);
  const states = await Promise.all(here.map((each) => toldState(digests, each, clocked)));
  return [
    body(status.digests({ here: here.length, all: all.length })),
    ...states.flatMap((state) => stateParagraphs(state, clocked)),
  ];
}

function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
}
