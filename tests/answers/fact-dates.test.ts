/** What time a fact tells of, and which questions about a time it answers. */
import { describe, expect, test } from "vitest";
import { factDates } from "../../src/answers/time/fact-dates.ts";
import { tokenize } from "../../src/knowledge/tokens.ts";
import { citedFor } from "./base.ts";

function datesOf(text: string, on?: string): string[] {
  return factDates(on, { text, tokens: tokenize(text, "en") });
}

test.each<[string, string[]]>([
  ["Macron arrived on Wednesday, 1 November 2023.", ["2023-11-01"]],
  ["The lease was signed in June 2024.", ["2024-06"]],
  ["The talks of 11–13 June 2024 went well.", ["2024-06-11", "2024-06-12", "2024-06-13"]],
  ["It starts in the third quarter of 2026.", ["2026-07", "2026-08", "2026-09"]],
  ["It opens by the end of 2028.", ["2028"]],
  ["The visit of early November 2023 came first since 2014.", ["2023-11", "2014"]],
  ["The roadmap covers 2023–2025.", ["2023", "2024", "2025"]],
  ["Prices rose in 2021 and 2024.", ["2021", "2024"]],
  ["It met on 8 February 2024 and in April 2025.", ["2024-02-08", "2025-04"]],
  ["The law of 30 December 2025 amends that of 27 December 2017.", ["2025-12-30", "2017-12-27"]],
  ["At a forum in June 2023, 23 agreements were signed.", ["2023-06"]],
  ["It makes 2,000 tonnes a year and employs 2000 people.", []],
  ["It may reach 5 percent, twice in 14 days.", []],
])("%s tells %j", (text, dates) => {
  expect(datesOf(text)).toEqual(dates);
});

test("a year stands back where the fact's own date is exact, and the other way round", () => {
  expect(datesOf("Announced at MINEX Kazakhstan 2024.", "2024-04")).toEqual(["2024-04"]);
  expect(datesOf("Signed on 4 December 2024.", "2024")).toEqual(["2024-12-04"]);
  expect(datesOf("Presented for 2025.", "2023-09-29")).toEqual(["2023-09-29", "2025"]);
});

describe("a question about a time", () => {
  test.each([
    ["Which negotiations did Kazakhstan and South Korea hold in June 2024?"],
    ["Which negotiations did Kazakhstan and South Korea hold on 12 June 2024?"],
    [
      "Quelles négociations la Corée du Sud et le Kazakhstan ont-ils menées au premier semestre 2024 ?",
    ],
    ["Какие переговоры провели Казахстан и Южная Корея во втором квартале 2024 года?"],
  ])("%s is answered by a fact of that time", (question) => {
    expect(citedFor(question).join()).toContain("korea-lithium-2024/");
  });

  test.each([
    ["Which negotiations did Kazakhstan and South Korea hold in December 2024?"],
    ["Which negotiations did Kazakhstan and South Korea hold on 20 June 2024?"],
    ["Quelles négociations la Corée du Sud et le Kazakhstan ont-ils menées depuis 2025 ?"],
    ["Какие переговоры провели Казахстан и Южная Корея до июня 2024 года?"],
  ])("%s is refused: the talks were at another time", (question) => {
    expect(citedFor(question)).toEqual([]);
  });

  test.each([
    ["What do articles published in June 2024 say about the objectives of the French agreement?"],
    ["Que disent les articles publiés en juin 2024 des objectifs de l'accord avec la France ?"],
    ["Что писали в июне 2024 года о целях соглашения с Францией?"],
  ])("%s goes by the article's date", (question) => {
    expect(citedFor(question)[0]).toMatch(
      /^france-titanium-2024\/(?:four-objectives|first-objective)/,
    );
  });

  test("the article's date is not the fact's", () => {
    const question = "What objectives of the French agreement were set in June 2024?";
    expect(citedFor(question)).not.toContain("france-titanium-2024/four-objectives");
  });
});
