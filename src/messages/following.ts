/** Everything about following: commands, buttons, news by direct message, and its part of a Home. */
import type { Article } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import type { Happenings } from "../register/happenings.ts";
import { createFollowNews } from "./follow-news.ts";
import { createFollows, type FollowSources } from "./follows.ts";
import { createHomeFollows } from "./home-follows.ts";
import { madeOf } from "./made-of.ts";
import { createNewsLines } from "./news-lines.ts";

export type Following = ReturnType<typeof createFollowing>;

export function createFollowing(
  sources: FollowSources & {
    articles: () => readonly Article[];
    /** Which of them tell of one happening. */
    happenings: () => Happenings;
    /** The deals of some articles. */
    dealsOf: (articles: readonly Article[]) => readonly DealRow[];
  },
) {
  const { articles, store } = sources;
  const news = createFollowNews({
    ...sources,
    lines: madeOf(articles, createNewsLines),
  });
  const follows = createFollows(sources, news.lookAgain);
  return {
    commands: follows.commands,
    press: follows.press,
    /** Queues what is new to whoever follows it in a workspace; tells how many messages. */
    tell: news.tell,
    tidy: news.tidy,
    /** Goes on with what was paused for one of these reasons. */
    resumeAll: store.follows.resumeAll,
    homePart: createHomeFollows(follows.namedOf, store),
  };
}
