/** What an item carries on: the earlier article of its happening, or one that it follows. */
import { type Article, addedDay } from "../model.ts";
import type { EditionItem } from "./edition.ts";
import { sourceOf } from "./edition-source.ts";
import type { EditionWindow } from "./schedule.ts";

type Story = { article: Article; earlier: readonly Article[] };
type Reading = { window: EditionWindow; told: ReadonlyMap<string, string | null> };

/** Of the earlier articles one that an edition told, else the newest; null where the story is new. */
export function createEarlierStories(
  byId: ReadonlyMap<string, Article>,
): (story: Story, reading: Reading) => EditionItem["earlier"] {
  return ({ article, earlier }, { window, told }) => {
    const named = (type: Article["relations"][number]["type"]) =>
      article.relations
        .filter((relation) => relation.type === type)
        .flatMap(({ to }) => byId.get(to.split("/")[0] ?? "") ?? []);
    const bestOf = (articles: readonly Article[]) =>
      articles
        .filter((each) => told.has(each.id) || isBefore(each, window))
        .toSorted(
          (left, right) =>
            Number(Boolean(told.get(right.id))) - Number(Boolean(told.get(left.id))) ||
            (addedDay(right) ?? "").localeCompare(addedDay(left) ?? "") ||
            left.id.localeCompare(right.id),
        )[0];
    // An article one fact of which was replaced or doubted may tell of something else.
    const story =
      bestOf([...earlier, ...named("follows")]) ??
      bestOf(named("supersedes")) ??
      bestOf(named("contradicts"));
    return story ? { ...sourceOf(story), edition: told.get(story.id) ?? null } : null;
  };
}

function isBefore(article: Article, window: EditionWindow): boolean {
  const day = addedDay(article);
  return day !== null && day < window.from;
}
