/** What a text leads to that was not written to be asked: a message, a headline. */
import type { Answer } from "./answer.ts";
import { isIdle } from "./question/idle-words.ts";
import type { Query } from "./question/question.ts";
import type { Unit } from "./question/units.ts";

/** `isOfNames`: the text asks nothing; the answer is what the names in it lead to. */
export type About = { answer: Answer; isOfNames: boolean };

/** More questions than this are a list of questions. */
const MAX_QUESTIONS = 3;
/** A text without a question mark that is no longer than this may be a question all the same. */
const MAX_WORDS = 12;
/** No fact names more things than these, except in passing. */
const MAX_NAMES = 4;
/** With fewer names than this, of several, a fact is about something else. */
const MIN_NAMES = 2;
/** What tells most about a subject comes first. */
const KINDS = ["organisation", "person", "place", "mineral", "country"];

export function createAbout({
  ask,
  read,
  answerTo,
}: {
  ask: (question: { text: string; today: string }) => Answer;
  read: (question: { text: string; today: string }) => Query;
  /** The answer to a question as it was understood. */
  answerTo: (query: Query, question: { text: string; today: string }) => Answer;
}): (text: { text: string; today: string }) => About {
  return ({ text, today }) => {
    const questions = questionsIn(text);
    const isShort = text.trim().split(/\s+/).length <= MAX_WORDS;
    const asked = questions.length > 0 ? questions : isShort ? [text] : [];
    const answers = asked.map((each) => ask({ text: each, today }));
    const query = read({ text, today });
    const isQuestion = questions.length > 0 || (isShort && query.intents.size > 0);
    const answered = answers.find(({ kind }) => kind !== "unknown");
    const answer = answered ?? (isQuestion ? answers[0] : undefined);
    if (answer) return { answer, isOfNames: false };
    return { answer: ofNames(query, { text, today }), isOfNames: true };
  };

  function ofNames(query: Query, question: { text: string; today: string }): Answer {
    const names = namesIn(query);
    const least = Math.min(MIN_NAMES, names.length);
    for (let count = names.length; count >= Math.max(1, least); count -= 1) {
      const answer = answerTo(onlyAbout(names.slice(0, count), query), question);
      if (answer.kind !== "unknown") return answer;
    }
    return answerTo(onlyAbout([], query), question);
  }
}

/** The sentences of a text that end with a question mark. */
function questionsIn(text: string): string[] {
  const sentences = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text);
  return [...sentences]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[?？][»”"')\s]*$/.test(sentence))
    .slice(0, MAX_QUESTIONS);
}

function namesIn({ units }: Query): Unit[] {
  const things = units.filter(
    ({ kind, concepts, label }) => kind === "thing" && !isIdle(concepts, label),
  );
  const once = new Map(things.map((unit) => [unit.concepts.join(" "), unit] as const));
  // Lunch at the Turkish place: where alone is too little to go by.
  if (![...once.values()].some(({ concepts }) => !concepts.some(isWhere))) return [];
  return [...once.values()]
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .slice(0, MAX_NAMES);
}

function isWhere(concept: string): boolean {
  return /^(country|place):/.test(concept);
}

function rankOf({ concepts }: Unit): number {
  const kind = concepts[0]?.split(":")[0] ?? "";
  const rank = KINDS.indexOf(kind);
  return rank < 0 ? KINDS.length : rank;
}

function onlyAbout(units: readonly Unit[], query: Query): Query {
  return {
    ...query,
    units: units.map((unit) => ({ ...unit, role: "part" })),
    named: new Set(units.flatMap(({ concepts }) => concepts)),
    barred: new Set(),
    intents: new Set(),
    counted: null,
    wanted: null,
    period: null,
    after: null,
  };
}
