import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { parseFilter } from "../../src/answers/filter.ts";
import { NEW_THREAD } from "../../src/answers/follow-ups/follow-up.ts";
import { createCompose } from "../../src/digest/compose.ts";
import type { Edition } from "../../src/digest/edition.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { answerMessage } from "../../src/messages/answer-message.ts";
import {
  deliveryMessages,
  type EditionTimes,
  leadMessage,
  wholeEdition,
} from "../../src/messages/edition-message.ts";
import {
  formatAmount,
  formatDate,
  formatMoment,
  formatNumber,
  formatPublished,
  formatWindow,
} from "../../src/messages/format.ts";
import { readRequest } from "../../src/messages/request.ts";
import { plainText } from "../../src/messages/text.ts";
import { type Article, LANGUAGES, type Language } from "../../src/model.ts";
import { stringsIn } from "../../src/strings/strings.ts";
import { article, deal } from "../builders.ts";

const WEEK = { from: "2024-06-10", to: "2024-06-17" };
const NINE_IN_ALMATY = new Date("2024-06-17T04:00:00.000Z");
const TIMES: EditionTimes = {
  asOf: NINE_IN_ALMATY,
  next: new Date("2024-06-24T04:00:00.000Z"),
  timeZone: "Asia/Almaty",
};

describe("a request", () => {
  const read = (text: string) => readRequest(text, () => null);

  test.each<[string, Language | null]>([
    ["", null],
    ["   ", null],
    ["?", null],
    ["help", "en"],
    ["HELP", "en"],
    [" aide ", "fr"],
    ["помощь", "ru"],
    ["Справка", "ru"],
  ])("%j asks for help", (text, language) => {
    expect(read(text)).toEqual({ kind: "help", language });
  });

  test.each<[string, Language | null, string | null]>([
    ["digest", null, null],
    ["Digest", null, null],
    ["edition", null, null],
    ["дайджест", "ru", null],
    ["выпуск", "ru", null],
    ["digest fr", "fr", null],
    ["дайджест en", "en", null],
    ["digest 2024-06-10", null, "2024-06-10"],
    ["дайджест 2024-06-10", "ru", "2024-06-10"],
    ["digest 2024-06-10 fr", "fr", "2024-06-10"],
    ["digest 2024-02-29 ru", "ru", "2024-02-29"],
  ])("%j asks for the digest", (text, language, day) => {
    expect(read(text)).toEqual({ kind: "digest", language, day });
  });

  test.each<[string, string, Language | null]>([
    ["digest 2024-13-45", "2024-13-45", null],
    ["digest 2023-02-29", "2023-02-29", null],
    ["digest 2024-6-1 fr", "2024-6-1", "fr"],
    ["digest 10/06/2024", "10/06/2024", null],
    ["дайджест 10.06.2024", "10.06.2024", "ru"],
  ])("%j names what is not a date", (text, value, language) => {
    expect(read(text)).toEqual({ kind: "not-a-date", language, value });
  });

  test.each([
    "digest of uranium news",
    "digest uranium",
    "digest de",
    "digest 2024-06-10 uranium",
    "digest constructor",
    "digest 2024-06-10 toString",
    "help with uranium",
    "help me",
    "constructor",
    "Who said help?",
  ])("%j is a question", (text) => {
    expect(read(text)).toEqual({ kind: "question", text });
  });

  test("a question has at most 500 characters", () => {
    const text = "x".repeat(500);
    expect(read(` ${text} `)).toEqual({ kind: "question", text });
    expect(read(`${text}x`)).toEqual({ kind: "too-long", length: 501 });
  });
});

describe("dates and numbers", () => {
  test.each<[Language, string, string, string]>([
    ["en", "2 Nov 2023", "June 2024", "2022"],
    ["fr", "2 nov. 2023", "juin 2024", "2022"],
    ["ru", "2 нояб. 2023 г.", "июнь 2024 г.", "2022"],
  ])("in %s are as exact as the source", (language, day, month, year) => {
    expect(formatDate("2023-11-02", language)).toBe(day);
    expect(formatDate("2024-06", language)).toBe(month);
    expect(formatDate("2022", language)).toBe(year);
  });

  test.each<[Language, string, string]>([
    ["en", "date unknown", "June 2024 (date inferred)"],
    ["fr", "date inconnue", "juin 2024 (date déduite)"],
    ["ru", "дата неизвестна", "июнь 2024 г. (дата установлена косвенно)"],
  ])("in %s say what is uncertain about them", (language, unknown, inferred) => {
    const none = { published: null, dateBasis: "unknown" } as const;
    expect(formatPublished(none, language)).toBe(unknown);
    const guess = { published: "2024-06", dateBasis: "inferred" } as const;
    expect(formatPublished(guess, language)).toBe(inferred);
  });

  test.each<[Language, string, string, string]>([
    ["en", "10 – 16 June 2024", "30 December 2024 – 5 January 2025", "10 June 2024"],
    ["fr", "10–16 juin 2024", "30 décembre 2024 – 5 janvier 2025", "10 juin 2024"],
    ["ru", "10–16 июня 2024 г.", "30 декабря 2024 г. – 5 января 2025 г.", "10 июня 2024 г."],
  ])("of a window in %s end on its last day", (language, week, newYear, day) => {
    const shown = (from: string, to: string) => plain(formatWindow({ from, to }, language));
    expect(shown("2024-06-10", "2024-06-17")).toBe(week);
    expect(shown("2024-12-30", "2025-01-06")).toBe(newYear);
    expect(shown("2024-06-10", "2024-06-11")).toBe(day);
    expect(shown("2024-06-10", "2024-06-10")).toBe(day);
  });

  test.each<[Language, string, string]>([
    ["en", "Mon 17 Jun, 09:00 Almaty", "Mon 17 Jun, 00:00 New York"],
    ["fr", "lun. 17 juin, 09:00 Almaty", "lun. 17 juin, 00:00 New York"],
    ["ru", "пн, 17 июн., 09:00 Almaty", "пн, 17 июн., 00:00 New York"],
  ])("of a moment in %s are those of the zone's clocks", (language, almaty, newYork) => {
    expect(plain(formatMoment(NINE_IN_ALMATY, "Asia/Almaty", language))).toBe(almaty);
    expect(plain(formatMoment(NINE_IN_ALMATY, "America/New_York", language))).toBe(newYork);
  });

  test.each<[Language, string, string, string]>([
    ["en", "25,500.5", "24.34 million EUR", "2,000,000,001 USD"],
    ["fr", "25 500,5", "24,34 millions EUR", "2 000 000 001 USD"],
    ["ru", "25 500,5", "24,34 миллиона EUR", "2 000 000 001 USD"],
  ])("in %s are written as its readers write them", (language, number, round, exact) => {
    expect(plain(formatNumber(25_500.5, language))).toBe(number);
    expect(plain(formatAmount(24_340_000, "EUR", language))).toBe(round);
    expect(plain(formatAmount(2_000_000_001, "USD", language))).toBe(exact);
    expect(plain(formatAmount(25_500.5, null, language))).toBe(number);
  });
});

describe("plural forms", () => {
  test.each([
    [0, "0 статей"],
    [1, "1 статья"],
    [3, "3 статьи"],
    [5, "5 статей"],
    [11, "11 статей"],
    [21, "21 статья"],
    [22, "22 статьи"],
    [112, "112 статей"],
  ])("of articles in Russian: %i gives %s", (count, words) => {
    expect(stringsIn("ru").answer.base({ count, newest: "2024" })).toBe(
      `${words}, самая новая: 2024`,
    );
  });

  test.each<[Language, number, string, string]>([
    ["en", 1, "1 update", "1 deal signed"],
    ["en", 2, "2 updates", "2 deals signed"],
    ["fr", 1, "1 mise à jour", "1 accord signé"],
    ["fr", 2, "2 mises à jour", "2 accords signés"],
    ["ru", 1, "1 продолжение", "1 сделка (подписано)"],
    ["ru", 4, "4 продолжения", "4 сделки (подписано)"],
    ["ru", 12, "12 продолжений", "12 сделок (подписано)"],
  ])("in %s of %i: %s and %s", (language, count, updates, deals) => {
    expect(stringsIn(language).digest.updates(count)).toBe(updates);
    expect(stringsIn(language).digest.deals([{ status: "signed", count }])).toBe(deals);
  });
});

test("deals that stand differently are counted by how they stand", () => {
  const counts = [
    { status: "signed", count: 2 },
    { status: "announced", count: 1 },
  ] as const;
  expect(LANGUAGES.map((language) => stringsIn(language).digest.deals(counts))).toEqual([
    "3 deals (2 signed, 1 announced)",
    "3 accords (2 signés, 1 annoncé)",
    "3 сделки (2 подписано, 1 объявлено)",
  ]);
});

test.each(LANGUAGES)("the note on what was searched ends in one full stop in %s", (language) => {
  const answer: Answer = {
    kind: "unknown",
    language,
    isForeign: false,
    question: "",
    citations: [],
    nearest: [],
    missing: [],
    missingPeriod: null,
    silent: [],
    more: 0,
    thread: NEW_THREAD,
    asked: { text: "", today: "2025-11-06", previous: NEW_THREAD },
  };
  const note = plainText(answerMessage(answer, { articles: 5, newest: "2025-11-06" }));
  expect(note).toMatch(/5 .*2025.*\.$/);
  expect(note).not.toMatch(/\.\.$/);
});

describe("an edition", () => {
  test.each(LANGUAGES)(
    "in %s has at most ten lines in its lead, however much there is",
    (language) => {
      const edition = editionOf(fullWeek(), language, "Atlantis Shangri-La");
      const [lead] = deliveryMessages(edition, TIMES, NINE_IN_ALMATY);
      const late = lead?.whenLate ? [lead.whenLate.says] : [];
      const lines = plainText([...(lead?.paragraphs ?? []), ...late]).split("\n");
      expect(edition.leftOut).toBeGreaterThan(0);
      expect(edition.notUnderstood).not.toEqual([]);
      expect(lines).toHaveLength(10);
    },
  );

  test.each<[Language, string]>([
    ["en", "Kazakhstan critical minerals · 10 – 16 June 2024 — 1 new, 1 update, 1 deal signed"],
    [
      "fr",
      "Minéraux critiques du Kazakhstan · 10–16 juin 2024 — 1 nouvelle, 1 mise à jour, 1 accord signé",
    ],
    [
      "ru",
      "Критически важные минералы Казахстана · 10–16 июня 2024 г. — 1 новость, 1 продолжение, 1 сделка (подписано)",
    ],
  ])("in %s opens with its days and counts", (language, title) => {
    const base = [
      article({ id: "earlier", published: "2024-05-02" }),
      article({ relations: [{ type: "follows", to: "earlier" }] }),
      article({ id: "two", deals: [deal()] }),
    ];
    expect(firstLine(leadMessage(editionOf(base, language), TIMES))).toBe(title);
  });

  test("tells headline, outlet and date, and what carries a story on", () => {
    const base = [
      article({ id: "earlier", published: "2024-05-02" }),
      article({ relations: [{ type: "follows", to: "earlier" }] }),
    ];
    expect(plain(plainText(leadMessage(editionOf(base), TIMES)))).toBe(
      [
        "Kazakhstan critical minerals · 10 – 16 June 2024 — 1 update",
        "• Update: KR — Headline of one: https://news.example/one · The Example, 12 Jun",
        "As of Mon 17 Jun, 09:00 Almaty · next Mon 24 Jun, 09:00 Almaty · mention me in the thread to ask",
      ].join("\n"),
    );
  });

  test.each<[Language, string]>([
    ["en", "No news this time. The newest article is of 2 May 2024."],
    ["fr", "Pas de nouvelles cette fois. L'article le plus récent est du 2 mai 2024."],
    ["ru", "На этот раз новостей нет (самая новая статья: 2 мая 2024 г.)."],
  ])("without news says so in %s in one line, and has no replies", (language, text) => {
    const edition = editionOf([article({ published: "2024-05-02" })], language);
    const [lead, ...replies] = deliveryMessages(edition, TIMES, NINE_IN_ALMATY);
    expect(firstLine(lead?.paragraphs ?? [])).toContain(text);
    expect(lead?.paragraphs).toHaveLength(2);
    expect(replies).toEqual([]);
  });

  test("that goes out more than a quarter of an hour late says when it was due", () => {
    const [lead, ...replies] = deliveryMessages(editionOf([article()]), TIMES, NINE_IN_ALMATY);
    expect(lead?.whenLate?.after).toBe("2024-06-17T04:15:00.000Z");
    expect(plainText(lead?.whenLate ? [lead.whenLate.says] : [])).toBe(
      "Delayed: this edition was due Mon 17 Jun, 09:00 Almaty.",
    );
    expect(replies.every(({ whenLate }) => whenLate === undefined)).toBe(true);
  });

  test("names the words of the filter that it did not understand", () => {
    const lead = leadMessage(editionOf([article()], "en", "Atlantis"), TIMES);
    expect(plainText(lead)).toContain("Not understood in the filter: Atlantis.");
  });

  test("tells each of its articles once in its replies, ten at most in each, and counts the rest", () => {
    const edition = editionOf(fullWeek());
    const [lead, ...replies] = deliveryMessages(edition, TIMES, NINE_IN_ALMATY);
    const texts = replies.map(({ paragraphs }) => plainText(paragraphs));
    const told = texts.flatMap((text) => text.match(/Headline of \S+(?=:)/g) ?? []);
    expect(new Set(told).size).toBe(60);
    expect(told).toHaveLength(60);
    expect(plainText(lead?.paragraphs ?? [])).toContain("67 more in the thread");
    expect(texts.at(-1)).toBe("…and 12 more: /kzminerals latest");
    for (const { paragraphs } of replies)
      expect(paragraphs.filter(({ style }) => style === "item").length).toBeLessThanOrEqual(10);
  });

  test("in one message opens and ends as the lead, with everything between", () => {
    const edition = editionOf([article(), article({ id: "two", deals: [deal()] })]);
    const lines = plainText(wholeEdition(edition, TIMES)).split("\n");
    expect(lines[0]).toContain("2 new, 1 deal signed");
    expect(lines.filter((line) => line.startsWith("• "))).toHaveLength(3);
    expect(lines.at(-1)).toContain("As of Mon 17 Jun");
  });

  test("in one message names the words of the filter that it did not understand too", () => {
    const edition = editionOf([article()], "en", "Atlantis");
    expect(plainText(wholeEdition(edition, TIMES))).toContain(
      "Not understood in the filter: Atlantis.",
    );
  });
});

function editionOf(
  articles: readonly Article[],
  language: Language = "en",
  filter?: string,
): Edition {
  const vocabulary = createVocabulary([]);
  return createCompose(
    articles,
    vocabulary,
  )({
    window: WEEK,
    language,
    filter: filter ? parseFilter({ text: filter, today: WEEK.to, vocabulary }) : null,
  });
}

/** More than an edition can hold. */
function fullWeek(): Article[] {
  return Array.from({ length: 72 }, (_, index) =>
    article({ id: `full-${index}`, deals: [deal()] }),
  );
}

function firstLine(paragraphs: Parameters<typeof plainText>[0]): string {
  return plain(plainText(paragraphs.slice(0, 1)));
}

/** Intl's narrow and unbreakable spaces as plain ones. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
