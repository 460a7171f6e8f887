/** Texts as people, outlets and attackers write them. */
import { readFileSync } from "node:fs";
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  string,
  tuple,
} from "fast-check";
import { load } from "js-yaml";
import { z } from "zod";
import { STOP_WORDS } from "../../src/answers/question/stop-words.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { LANGUAGES } from "../../src/model.ts";

/** The shipped base. */
export const knowledge = await loadKnowledge("knowledge");

const names = [...knowledge.vocabulary.concepts.values()].flatMap((concept) =>
  Object.values(concept.names).flat(),
);
const smallWords = LANGUAGES.flatMap((language) => [...STOP_WORDS[language]]);
const golden = z
  .array(z.object({ question: z.string() }))
  .parse(load(readFileSync("tests/golden/base.yaml", "utf8")))
  .map(({ question }) => question);

/** Letters that programs stumble over: combining, invisible, turning, halved, of other scripts. */
const NASTIES = [
  "\u0000",
  "\u0008",
  "\u001b[31m",
  "\u00a0",
  "\u00ad",
  "\u0301",
  "\u0301".repeat(40),
  "e\u0301",
  "и\u0306",
  "\u200b",
  "\u200d",
  "\u200f",
  "\u202e",
  "\u2028",
  "\u2066",
  "\ufeff",
  "\ufffd",
  "\ufffe",
  "\ud83d",
  "\ude00",
  "😀",
  "👩‍👩‍👧‍👦",
  "🇰🇿",
  "ﬁ",
  "İ",
  "ß",
  "ǅ",
  "ﷺ",
  "½",
  "²",
  "Ⅳ",
  "٢٠٢٤",
  "２０２４",
  "𝐥𝐢𝐭𝐡𝐢𝐮𝐦",
  "锂",
  "리튬",
  "ليثيوم",
  "ლ",
  "ə",
];

/** What Slack would run, link or format. */
const MARKS = [
  "<!channel>",
  "<!here|here>",
  "<!everyone>",
  "<!subteam^S1|@team>",
  "<@U123>",
  "<#C1|general>",
  "<!date^1392734382^{date}^https://evil.example/|x>",
  "<https://evil.example/|https://good.example/>",
  "<mailto:a@b.example|x>",
  "&lt;!channel&gt;",
  "&amp;lt;!here&amp;gt;",
  "@here",
  "@channel",
  "@everyone",
  "*bold*",
  "_slant_",
  "~gone~",
  "`code`",
  "```",
  "\n> quoted",
  "\n• item",
  ":smile:",
  "https://evil.example/a|b>c",
  "www.evil.example",
  "javascript:alert(1)",
  "<",
  ">",
  "|",
  "&",
  "*",
  "_",
  "~",
  "`",
  '"',
  "\\",
];

const TIMES =
  `today yesterday ago since until between from to before after in this last next early end
  hier depuis avant entre mois année trimestre вчера назад с до по между год года квартал май мая may march
  mars août sept juin 2023 2024 2025 2026 1999 2024-06 2024-06-12 12.06.2024 06/2024 Q3 H1 20e XXI 1er 3rd
  2020s 2023–2025 9999 0000 99999999999999999999 -1 1e309 0x10 five trois пять first dernier последние
  3 10 25,500 1 000 000 3.5% $5 €2 млн billion`.split(/\s+/);

/** A number, a day or a word of time. */
const time: Arbitrary<string> = oneof(
  constantFrom(...TIMES),
  integer({ min: -10, max: 3_000 }).map(String),
  tuple(integer({ min: 0, max: 2_100 }), nat(13), nat(32), constantFrom("-", ".", "/")).map(
    ([year, month, day, mark]) => [year, month, day].join(mark),
  ),
);

/** The names of minerals, people, places and the rest, as the vocabulary writes them. */
const name: Arbitrary<string> = constantFrom(...names);

/** Letters from anywhere. */
const letters: Arbitrary<string> = string({ unit: "binary", maxLength: 8 });

/** One word, or what stands in the place of one. */
const word: Arbitrary<string> = oneof(
  { weight: 6, arbitrary: name },
  { weight: 4, arbitrary: constantFrom(...smallWords) },
  { weight: 3, arbitrary: time },
  { weight: 2, arbitrary: constantFrom(...NASTIES) },
  { weight: 2, arbitrary: constantFrom(...MARKS) },
  { weight: 1, arbitrary: letters },
);

const SEAMS = [" ", " ", " ", " ", "", ", ", "-", "–", "'", "’", "/", "\n", "\t", "? ", ". ", "; "];

/** Words with something between them. */
function joined(words: Arbitrary<string>, maxLength: number): Arbitrary<string> {
  return array(tuple(words, constantFrom(...SEAMS)), { maxLength }).map((parts) =>
    parts.flat().join("").slice(0, -1),
  );
}

/** A golden question. */
const question: Arbitrary<string> = constantFrom(...golden);

/** A golden question with some of its parts taken out, doubled, moved, cut or replaced. */
const mutated: Arbitrary<string> = tuple(
  question,
  array(record({ kind: nat(7), at: nat(400), length: nat(12), by: word }), {
    minLength: 1,
    maxLength: 4,
  }),
).map(([text, changes]) => changes.reduce(changed, text));

type Change = { kind: number; at: number; length: number; by: string };

function changed(text: string, { kind, at, length, by }: Change): string {
  const from = at % (text.length + 1);
  const before = text.slice(0, from);
  const part = text.slice(from, from + length);
  const after = text.slice(from + length);
  switch (kind) {
    case 0:
      return before + after;
    case 1:
      return before + part + part + after;
    case 2:
      return `${before}${by}${part}${after}`;
    case 3:
      return `${before} ${by} ${after}`;
    case 4:
      return after + part + before;
    case 5:
      return before + part.toUpperCase() + after;
    case 6:
      return text.normalize("NFKD");
    default:
      return text.split(" ").reverse().join(" ");
  }
}

/** What somebody may ask, at the length that is read. */
export const asked: Arbitrary<string> = oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 4, arbitrary: joined(word, 12) },
  { weight: 2, arbitrary: tuple(question, question).map((two) => two.join(" ")) },
  { weight: 1, arbitrary: joined(word, 80) },
).map((text) => text.slice(0, 500));

/** One piece over and over, as nobody writes who means well. */
const endless: Arbitrary<string> = tuple(
  oneof(
    word,
    constantFrom("<@", "<!", "<a", "<br ", "&", "1 000 ", "l'", "a", "ж", " ", "\n", "["),
  ),
  constantFrom(50, 500, 5_000, 20_000),
).map(([piece, times]) => piece.repeat(times).slice(0, 40_000));

/** Any text at all, of up to the 40,000 characters that Slack lets people write. */
export const text: Arbitrary<string> = oneof(
  { weight: 10, arbitrary: joined(word, 30) },
  { weight: 5, arbitrary: asked },
  { weight: 3, arbitrary: string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: endless },
  { weight: 1, arbitrary: constant("") },
);

/** A day that exists, `YYYY-MM-DD`. */
export const day: Arbitrary<string> = integer({ min: 0, max: 60_000 }).map((days) =>
  Temporal.PlainDate.from("1900-01-01").add({ days }).toString(),
);

const COMMAND_WORDS =
  `help aide помощь digest edition дайджест выпуск subscribe s'abonner подписаться
  unsubscribe desabonner отписаться subscriptions abonnements подписки deals accords сделки latest news
  actualites новости new nouveautes новое timeline chronologie хронология add ajouter добавить status etat
  статус article статья matrix matrice матрица follow suivre следить unfollow following suivis слежу feeds
  flux ленты gaps lacunes пробелы`.split(/\s+/);
const command = oneof(
  constantFrom(...COMMAND_WORDS),
  constantFrom("what's new", "Quoi de neuf", "не следить за", "за чем я слежу", "ne plus suivre"),
  constantFrom("__proto__", "constructor", "toString", "hasOwnProperty"),
);

/** A command's words with what may stand behind them, and may not. */
export const commandLine: Arbitrary<string> = tuple(
  command,
  array(oneof(word, day, constantFrom("en", "fr", "ru", "?")), { maxLength: 6 }),
).map(([first, rest]) => [first, ...rest].join(" "));

/** A text that lost some of its parts on the way, or has some twice, or others in their place. */
export function damaged(whole: string): Arbitrary<string> {
  const change = record({ kind: nat(4), at: nat(whole.length), length: nat(60), by: word });
  return array(change, { minLength: 1, maxLength: 5 }).map((changes) =>
    changes.reduce(changed, whole),
  );
}
