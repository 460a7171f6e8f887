/** The commands that read the base. */
import type { FactOutline } from "../answers/facts/fact-outline.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Entries } from "../register/entries.ts";
import type { Happenings } from "../register/happenings.ts";
import type { Store } from "../store/store.ts";
import { createArticle } from "./article-command.ts";
import type { Command } from "./commands.ts";
import { createLatest } from "./latest-command.ts";
import { madeOf } from "./made-of.ts";
import { createNew } from "./new-command.ts";
import { createNewsLines, type NewsLines } from "./news-lines.ts";
import { createStatus, type StatusSources } from "./status-command.ts";
import { createTimeline } from "./timeline-command.ts";

type ReadingSources = StatusSources & {
  vocabulary: Vocabulary;
  /** Their facts, with what each names. */
  facts: () => Iterable<FactOutline>;
  /** Which of them tell of one happening. */
  happenings: () => Happenings;
  entries: Pick<Entries, "between">;
  store: Pick<Store, "newsMarks">;
  /** `YYYY-MM-DD`. */
  today: () => string;
  /** For a person whose clocks are not known. */
  timeZone: string;
};

/** The same with what is made of the articles. */
export type NewsSources = ReadingSources & { lines: () => NewsLines };

export function createReadingCommands(
  sources: ReadingSources,
): Record<"latest" | "new" | "timeline" | "article" | "status", Command> {
  const { articles } = sources;
  const news: NewsSources = {
    ...sources,
    lines: madeOf(articles, createNewsLines),
  };
  return {
    latest: createLatest(news),
    new: createNew(news),
    timeline: createTimeline(sources),
    article: createArticle(sources),
    status: createStatus(sources),
  };
}
