/** `/kzminerals timeline …`: what happened, from the oldest to the newest. */
import { createDisagreements, type Disagreements } from "../answers/facts/disagreements.ts";
import type { FactOutline } from "../answers/facts/fact-outline.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey, type Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { type TimelineStep, timelineOf } from "../register/timeline.ts";
import { stringsIn } from "../strings/strings.ts";
import { otherWords, ownWords } from "./article-facts.ts";
import type { Command } from "./commands.ts";
import { filterText } from "./filter-words.ts";
import { asTitle, formatAmount, formatDate } from "./format.ts";
import { madeOf } from "./made-of.ts";
import { sourceText } from "./news-lines.ts";
import { NEWS_A_PAGE, pageAmong } from "./news-message.ts";
import { notUnderstood } from "./not-understood.ts";
import { dealName, shownText } from "./own-words.ts";
import { openButtons, pageButtons } from "./pages.ts";
import { body, bold, link, note, type Paragraph } from "./text.ts";
import { timelinePicture } from "./timeline-picture.ts";

type TimelineSources = {
  articles: () => readonly Article[];
  vocabulary: Vocabulary;
  facts: () => Iterable<FactOutline>;
  deals: () => readonly DealRow[];
  /** `YYYY-MM-DD`. */
  today: () => string;
};

export function createTimeline({
  articles,
  vocabulary,
  facts,
  deals,
  today,
}: TimelineSources): Command {
  const standing = madeOf(articles, createStanding);
  return async ({ text, filter, page: asked, reader: { language } }) => {
    const base = { facts: facts(), deals: deals(), vocabulary, today: today() };
    const { steps, undated } = timelineOf(filter, base);
    const { page, pages } = pageAmong(steps.length, asked);
    const shown = steps.slice(page * NEWS_A_PAGE, (page + 1) * NEWS_A_PAGE);
    const { timeline, openHint } = stringsIn(language).reading;
    const place = { first: page * NEWS_A_PAGE + 1, last: page * NEWS_A_PAGE + shown.length };
    const told = shown.map(({ article }) => article);
    const about = filterText(filter, vocabulary, language);
    const textOf = (step: TimelineStep) => textAlone(step, { language, standing: standing() });
    const picture = timelinePicture(steps, { about, day: today(), language, textOf });
    return {
      language,
      paragraphs: [
        body(bold(timeline.title), ` · ${about}`),
        ...notUnderstood(filter, language),
        ...(shown.length > 0
          ? [note(timeline.place({ ...place, count: steps.length }))]
          : [body(timeline.nothing)]),
        ...shown.flatMap((step, at) => stepLines(step, at + 1, { language, standing: standing() })),
      ],
      closing: [
        ...(undated > 0 && page === pages - 1 ? [note(timeline.undated(undated))] : []),
        ...(shown.length > 0 ? [note(openHint)] : []),
      ],
      tells: told.map(({ id }) => id),
      buttons: [
        ...openButtons(told, language),
        ...pageButtons({ name: "timeline", text, language, page, pages }),
      ],
      ...(picture && { picture }),
    };
  };
}

type Standing = { inContext: Disagreements["inContext"]; facts: ReadonlyMap<string, ArticleFact> };

function createStanding(articles: readonly Article[]): Standing {
  const named = articles.flatMap((article) =>
    article.facts.map((fact) => [factKey({ article, fact }), { article, fact }] as const),
  );
  return { ...createDisagreements(articles), facts: new Map(named) };
}

/** What a step tells, if that needs nothing beside it to be right. */
function textAlone(
  step: TimelineStep,
  { language, standing }: { language: Language; standing: Standing },
): string | null {
  const { article, fact, text, deals } = step;
  if (!fact) return dealsText(deals, language);
  const context = standing.inContext(factKey({ article, fact }));
  const isAlone = context.every((each) => each.standing === "stands");
  return isAlone ? shownText(text[language], article, language) : null;
}

/** A figure that no longer holds stands with what does. */
function stepLines(
  step: TimelineStep,
  number: number,
  { language, standing }: { language: Language; standing: Standing },
): Paragraph[] {
  const { timeline } = stringsIn(language).reading;
  const { article, fact, isReported } = step;
  const day = formatDate(step.date, language);
  const key = fact ? factKey({ article, fact }) : "";
  const context = fact ? standing.inContext(key) : [];
  const own = context.find((each) => each.key === key)?.standing ?? "stands";
  const others = context.filter((each) => each.key !== key && each.standing !== "replaced");
  return [
    body(
      bold(`${number}. ${isReported ? timeline.reported(day) : day}`),
      " — ",
      ...ownWords(own, language),
      fact
        ? shownText(asTitle(step.text[language]), article, language)
        : dealsText(step.deals, language),
      " · ",
      link(sourceText(article, language), article.url),
    ),
    ...others.flatMap((each) => {
      const told = standing.facts.get(each.key);
      if (!told) return [];
      return note(
        ...otherWords(each.standing, { own, language }),
        shownText(asTitle(told.fact[language]), told.article, language),
        " · ",
        link(sourceText(told.article, language), told.article.url),
      );
    }),
    ...(fact && step.deals.length > 0
      ? [note(timeline.deals(dealsText(step.deals, language)))]
      : []),
  ];
}

/** Deals with what the register knows of them. */
function dealsText(deals: readonly DealRow[], language: Language): string {
  const { status } = stringsIn(language);
  const named = deals.map((row) => {
    const { status: stage, amount, currency } = row;
    const figure = amount === null ? [] : [formatAmount(amount, currency, language)];
    return `${dealName(row, language)} (${[status[stage], ...figure].join(", ")})`;
  });
  return named.join("; ");
}
