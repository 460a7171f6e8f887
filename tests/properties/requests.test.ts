import { constantFrom, oneof, record, subarray, tuple } from "fast-check";
import { expect } from "vitest";
import { type Filter, NO_FILTER, parseFilter } from "../../src/answers/filter.ts";
import { COMMAND_NAMES, takesName } from "../../src/messages/command-words.ts";
import { readFilter } from "../../src/messages/filter-reading.ts";
import { filterText } from "../../src/messages/filter-words.ts";
import { MAX_QUESTION_LENGTH, readRequest } from "../../src/messages/request.ts";
import { LANGUAGES } from "../../src/model.ts";
import { property } from "./property.ts";
import { asked, commandLine, knowledge, text } from "./texts.ts";

const TODAY = "2026-11-21";
const { vocabulary } = knowledge;

function read(said: string) {
  return readRequest(said, (words, { isSubject }) =>
    readFilter(words, { today: TODAY, vocabulary, isSubject }),
  );
}

property(
  "whatever is said is a command that fits, a question, or too long",
  { of: oneof(commandLine, asked, text), runs: 400 },
  (said) => {
    const request = read(said);
    expect(request.kind === "too-long").toBe(said.trim().length > MAX_QUESTION_LENGTH);
    if (request.kind === "question") expect(said).toContain(request.text.split(/\s+/)[0]);
    if (request.kind === "command") {
      expect(said).toContain(request.text.split(/\s+/).at(-1));
      expectOfVocabulary(request.filter);
      if (takesName(request.name)) expect(request.text).not.toMatch(/\s/);
    }
    if (request.kind === "digest" && request.day !== null)
      expect(Temporal.PlainDate.from(request.day).toString()).toBe(request.day);
    expect(read(` \n${said}\t`)).toEqual(request);
  },
);

property(
  "a command takes a filter of names, in any case",
  {
    of: tuple(
      constantFrom(...COMMAND_NAMES),
      subarray(["lithium", "France", "Южная Корея", "cuivre"], { minLength: 1 }),
    ),
    runs: 150,
  },
  ([name, filter]) => {
    const request = read(`${name} ${filter.join(" ")}`);
    const takesFilter = /^(deals|latest|new|timeline|matrix|follow|unfollow)$/.test(name);
    expect(request).toMatchObject(
      takesFilter
        ? { kind: "command", name }
        : {
            kind:
              takesName(name) && filter.length === 1 && !filter[0]?.includes(" ")
                ? "command"
                : "question",
          },
    );
    const shouted = read(`${name} ${filter.join(" ")}`.toUpperCase());
    expect(shouted.kind).toBe(request.kind);
  },
);

property(
  "a filter names things of the vocabulary, and says what it left out as it was written",
  {
    of: oneof(
      asked,
      text.map((each) => each.slice(0, 2_000)),
    ),
    runs: 300,
  },
  (said) => {
    const filter = parseFilter({ text: said, today: TODAY, vocabulary });
    expectOfVocabulary(filter);
    for (const strange of filter.notUnderstood) expect(said).toContain(strange);
  },
);

const idsOf = (kind: string) =>
  [...vocabulary.concepts.values()].filter((each) => each.kind === kind).map(({ id }) => id);
const some = (ids: readonly string[]) => subarray([...ids], { maxLength: 3 });
/** A filter takes these for what is also a country. */
const COUNTRIES_TOO = ["eu", "eu-commission"];
const filters = record({
  minerals: some(idsOf("mineral")),
  partners: some(idsOf("country").filter((id) => id !== "KZ")),
  organisations: some(idsOf("organisation").filter((id) => !COUNTRIES_TOO.includes(id))),
  people: some(idsOf("person")),
});

for (const language of LANGUAGES)
  property(
    `a filter said in words means what it meant: ${language}`,
    { of: filters, runs: 150 },
    (named) => {
      if (Object.values(named).every((ids) => ids.length === 0)) return;
      const said = filterText({ ...NO_FILTER, ...named }, vocabulary, language);
      const again = parseFilter({ text: said, today: TODAY, vocabulary, language });
      expect(again.notUnderstood, said).toEqual([]);
      // A name may be another's too: Europe is also called the European Union.
      for (const list of ["minerals", "partners", "organisations", "people"] as const)
        expect(again[list], said).toEqual(expect.arrayContaining(named[list]));
    },
  );

function expectOfVocabulary({ minerals, partners, organisations, people, period }: Filter): void {
  const keys = [
    ...minerals.map((id) => `mineral:${id}`),
    ...partners.map((id) => `country:${id}`),
    ...organisations.map((id) => `organisation:${id}`),
    ...people.map((id) => `person:${id}`),
  ];
  for (const key of keys) expect(vocabulary.concepts.has(key), key).toBe(true);
  if (period?.from && period.to) expect(period.from < period.to).toBe(true);
}
