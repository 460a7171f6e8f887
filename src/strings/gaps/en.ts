import { counted } from "../plural.ts";

const things = (count: number) => counted("en", count, { one: "thing", other: "things" });
const questions = (count: number) => counted("en", count, { one: "question", other: "questions" });

export const en = {
  title: "What I could not answer",
  titleOf: (period: string) => `What I could not answer · ${period}`,
  none: "Nothing: every question had an answer, and nobody asked for a correction.",
  unanswered: (count: number) => `${questions(count)} without an answer`,
  corrected: ({ count, kinds }: { count: number; kinds: string }) =>
    `${count} to correct (${kinds})`,
  kinds: {
    "wrong-figure": "wrong figure",
    outdated: "outdated",
    "missing-source": "source missing",
    other: "something else",
  },
  last: (day: string) => `last ${day}`,
  quoted: (text: string) => `“${text}”`,
  remarked: (texts: string) => `Said of it: ${texts}`,
  forgotten: "Older questions, whose words are kept no longer",
  place: ({ first, last, count }: { first: number; last: number; count: number }) =>
    `${first}–${last} of ${things(count)}, most asked first`,
  more: (count: number) => `…and ${things(count)} more: /kzminerals gaps`,
  keeping: (days: number) =>
    `Questions that I cannot answer are kept for ${days} days, without who asked; what you say of an answer is kept as long, with who says it. After that only what they were about is counted.`,
  privacy: (days: number) =>
    `Questions are kept for ${days} days, without who asked; after that only what they were about is counted.`,
  forAdmins:
    "Only administrators see what I could not answer: ask an administrator of this workspace. You can ask me a question, for example /kzminerals who explores lithium?",
  inPrivate:
    "Not here, where others read along: type /kzminerals gaps, or write gaps to me in a direct message.",
};
