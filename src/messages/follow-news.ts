/** Tells people what is new on what they follow, each thing once. */
import { matchesFilter } from "../answers/filter.ts";
import { fingerprint } from "../knowledge/fingerprint.ts";
import type { Article } from "../model.ts";
import { type ChangedDeal, changedDeals, statusNews } from "../register/deal-statuses.ts";
import type { DealRow } from "../register/deals.ts";
import { selectDeals } from "../register/select-deals.ts";
import type { FollowRow } from "../store/follow-queries.ts";
import type { NewOutboxRow } from "../store/outbox-rows.ts";
import { type FollowNewsSources, followNewsMessage } from "./follow-news-message.ts";
import { type FollowSources, filterOf } from "./follows.ts";

/** Somebody may be away for a while, and Slack too. */
const EXPIRES_AFTER_MS = 30 * 24 * 60 * 60 * 1000;
const BEGINNING = new Date(-1);

/** Something new: an article that entered, or a deal whose status changed. */
export type NewsItem =
  | { id: string; at: Date; kind: "article"; article: Article }
  | { id: string; at: Date; kind: "deal"; deal: ChangedDeal };

export type TellFollowers = (workspace: string) => Promise<number>;

/** `tell` queues the messages that are due and tells how many. */
export function createFollowNews(
  sources: FollowSources &
    FollowNewsSources & {
      articles: () => readonly Article[];
      /** The deals of some articles. */
      dealsOf: (articles: readonly Article[]) => readonly DealRow[];
    },
): { tell: TellFollowers; lookAgain: () => void; tidy: () => Promise<void> } {
  const { vocabulary, entries, store, now } = sources;
  /** What was there when everybody had been told. */
  let seen: { stamp: string; articles: readonly Article[] } | null = null;

  const tell: TellFollowers = async (workspace) => {
    await store.follows.pauseRefused(workspace);
    const until = now();
    const stamp = await store.entries.stamp(until);
    const articles = sources.articles();
    if (seen?.stamp === stamp && seen.articles === articles) return 0;
    const follows = await store.follows.active(workspace);
    const [oldest] = follows;
    const after = oldest ? new Date(oldest.began_at) : until;
    const items = await newsWithin({ after, until });
    const queued = items.length > 0 ? await tellAll({ workspace, follows, items, until }) : 0;
    seen = { stamp, articles };
    return queued;
  };

  /** What came in a time, in its order. */
  async function newsWithin({ after, until }: { after: Date; until: Date }): Promise<NewsItem[]> {
    const entered = await entries.between({ after: BEGINNING, until });
    const deals = await dealsChanged(
      entered.map(({ article }) => article),
      { after, until },
    );
    const articles = entered
      .filter(({ enteredAt }) => enteredAt > after)
      .map(
        ({ article, enteredAt: at }): NewsItem => ({
          id: `article:${article.id}`,
          at,
          kind: "article",
          article,
        }),
      );
    return [...deals, ...articles].toSorted(
      (left, right) => left.at.getTime() - right.at.getTime(),
    );
  }

  /** Notes the statuses of all deals, and finds those that have changed. */
  async function dealsChanged(
    articles: readonly Article[],
    span: { after: Date; until: Date },
  ): Promise<NewsItem[]> {
    const rows = sources.dealsOf(articles);
    const { fresh, changes } = statusNews(rows, await store.dealStatuses.all(), span.until);
    for (const change of changes) await store.dealStatuses.change(change, span.until);
    await store.dealStatuses.note(fresh, span.until);
    return changedDeals(rows, await store.dealStatuses.all(), span).map((deal) => ({
      id: `deal:${deal.row.id}:${deal.was}>${deal.row.status}`,
      at: deal.changedAt,
      kind: "deal",
      deal,
    }));
  }

  async function tellAll({
    workspace,
    follows,
    items,
    until,
  }: {
    workspace: string;
    follows: readonly FollowRow[];
    items: readonly NewsItem[];
    until: Date;
  }): Promise<number> {
    const told = await store.follows.told(workspace);
    const toldTo = new Set(told.map(({ person, item }) => `${person} ${item}`));
    let queued = 0;
    for (const follow of follows) {
      const news = items.filter(
        (item) =>
          item.at > new Date(follow.began_at) &&
          !toldTo.has(`${follow.person} ${item.id}`) &&
          isOn(item, follow),
      );
      if (news.length === 0) continue;
      const isTold = await store.follows.tell({
        follow,
        items: news.map(({ id }) => id),
        now: until,
        compose: (ids) =>
          rowOf(
            follow,
            news.filter(({ id }) => ids.includes(id)),
            until,
          ),
      });
      // Another thing that they follow tells it no second time.
      for (const { id } of news) toldTo.add(`${follow.person} ${id}`);
      if (isTold) queued += 1;
    }
    return queued;
  }

  function isOn(item: NewsItem, follow: FollowRow): boolean {
    const filter = filterOf(follow, vocabulary);
    return item.kind === "article"
      ? matchesFilter(item.article, filter, vocabulary)
      : selectDeals([item.deal.row], filter, vocabulary).length > 0;
  }

  function rowOf(follow: FollowRow, news: readonly NewsItem[], at: Date): NewOutboxRow {
    const { id, workspace, person } = follow;
    const [first, ...others] = news.map((item) => item.id);
    const named = others.length === 0 ? first : fingerprint(first ?? "", ...others);
    return {
      id: `follow:${person}:${id}:${named}`,
      workspace,
      channel: person,
      threadOf: null,
      position: 0,
      message: JSON.stringify(followNewsMessage(follow, news, { ...sources, at })),
      subscription: null,
      sendAfter: at,
      expiresAt: new Date(at.getTime() + EXPIRES_AFTER_MS),
    };
  }

  return {
    tell,
    /** After somebody goes on with what was paused. */
    lookAgain: () => {
      seen = null;
    },
    tidy: store.follows.forgetTold,
  };
}
