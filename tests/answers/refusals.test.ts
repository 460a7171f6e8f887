import { expect, test } from "vitest";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { article, fact } from "../builders.ts";
import { answers, citedFor, TODAY, vocabulary } from "./base.ts";
import { answersOf, report } from "./small-answers.ts";

test.each([
  ["What is the price of uranium?", "a price that no fact tells"],
  ["почем сейчас редкоземельные металлы", "a price, put as in the street"],
  ["Combien coûtera la centrale nucléaire ?", "a cost that no fact tells"],
  ["How many tonnes of lithium does Kazakhstan produce each year?", "a tonnage"],
  ["What interest rate applies to loans covered by the French credit guarantees?", "a rate"],
  ["Какая зарплата у работников завода?", "a salary"],
  ["Кто владеет месторождением лития?", "an owner"],
  ["Combien d'emplois l'usine de véhicules électriques va-t-elle créer ?", "jobs, but no number"],
])("%s is refused: %s", (question) => {
  expect(citedFor(question)).toEqual([]);
});

test.each([
  ["Did Japan sign an agreement with Kazakhstan?", "a country that the base does not have"],
  ["Подписала ли Великобритания соглашение с Казахстаном?", "the right country, no such deed"],
  ["Подписал ли Кыргызстан меморандум с США по минералам?", "a member of C5+1 that signed nothing"],
  ["Quel ministre allemand a visité Astana ?", "the right country, no such person"],
  ["combien de gisements de cobalt au kazakhstan", "another mineral"],
  ["What did Antony Blinken tell Tokayev about critical minerals?", "a person not in the base"],
  ["Which Korean company will mine lithium in Kazakhstan?", "companies, but none by name"],
  ["в каком городе построят завод электромобилей", "a city that no fact names"],
])("%s is refused: %s", (question) => {
  expect(citedFor(question)).toEqual([]);
});

test.each([
  ["Кто премьер-министр Казахстана?", "the only prime minister told of is the French one"],
  ["Qui est le ministre kazakh de l'Énergie ?", "another ministry"],
  ["Qui dirige EDF ?", "no director is told of"],
])("%s is refused: %s", (question) => {
  expect(citedFor(question)).toEqual([]);
});

test.each([
  ["Why did South Korea pull out of the Kazakh lithium talks?", "it did not"],
  ["pourquoi Macron a annulé sa visite d'État au Kazakhstan", "he did not"],
  ["Почему США вышли из меморандума?", "they did not"],
])("%s is refused, since %s", (question) => {
  expect(citedFor(question)).toEqual([]);
});

test.each([
  ["When will the C5+1 summit take place next year?", "a day to come"],
  ["When was the US memorandum signed?", "the article gives no day"],
  ["What did France and Kazakhstan sign in 2019?", "another year"],
])("%s is refused: %s", (question) => {
  expect(citedFor(question)).toEqual([]);
});

test.each(["whats the weather in astana tomorow", "курс тенге к рублю на сегодня", "hello", "?"])(
  "%s is refused as no question of ours",
  (question) => {
    expect(citedFor(question)).toEqual([]);
  },
);

test("a refusal names what is missing and points to the nearest articles", () => {
  const answer = answers.ask({ text: "Did Japan sign an agreement on lithium?", today: TODAY });
  expect(answer.kind).toBe("unknown");
  expect(answer.missing).toContain("Japan");
  expect(answer.nearest.length).toBeGreaterThan(0);
});

test("an empty base knows nothing", async () => {
  const empty = await createAnswers([], vocabulary);
  expect(empty.ask({ text: "Who signed the memorandum?", today: TODAY }).kind).toBe("unknown");
});

test("an output is not answered by a capacity, and is by what was produced", async () => {
  const capacity = fact({
    en: "India has titanium sponge capacity of 260 tonnes a year.",
    fr: "L'Inde a une capacité de production d'éponge de titane de 260 tonnes par an.",
    ru: "Мощности Индии по производству титановой губки составляют 260 тонн в год.",
  });
  const made = fact({
    id: "made",
    on: "2024",
    en: "Kazakhstan produced 190 tonnes of copper in 2024.",
    fr: "Le Kazakhstan a produit 190 tonnes de cuivre en 2024.",
    ru: "Казахстан произвёл 190 тонн меди в 2024 году.",
  });
  const { citedFacts } = await answersOf([article({ facts: [capacity, made] })]);
  expect(citedFacts("titanium output in 2024")).toEqual([]);
  expect(citedFacts("titanium capacity in 2024")).toEqual(["one/first"]);
  expect(citedFacts("copper output in 2024")).toEqual(["one/made"]);
});

test("what is missing are things that are never named together, and no word that is there", async () => {
  const { answerTo } = await answersOf([
    report("lithium", "Germany explores for lithium in Kazakhstan."),
    report("brazil", "Brazil is a country with rare earths."),
  ]);
  expect(answerTo("news on lithium in Brazil").missing).toEqual(["lithium", "Brazil"]);
  expect(answerTo("price of lithium for Germany").missing).toEqual(["price"]);
});

test.each([
  ["why did Teck pull out of the Arras deal?", "the end of a year ends no deal"],
  ["Is there an agreement with Brazil on rare earths?", "a country that is only compared with"],
  ["есть ли соглашение с Бразилией по редким землям", "the same in Russian"],
  ["average WO3 grade at Upper Kairakty", "a tonnage is no grade"],
  ["when did Teck and Arras sign a deal?", "a deal, but no signing"],
  ["combien vaut une tonne de tungstène ?", "tonnes are no price"],
  ["who will build the third nuclear plant?", "the second is not the third"],
  ["combien Mitsubishi a-t-il payé pour racheter ERG ?", "metal that is sold is no company"],
  ["when is the next visit of Trump to Astana?", "a visit that was"],
])("%s is refused: %s", async (question) => {
  const { citedArticles } = await answersOf([
    report("teck", "Teck pays Arras for a survey before the end of 2025, under their deal."),
    report("rank", "Kazakhstan's rare earths may rank third behind those of China and Brazil."),
    report("plants", "Rosatom may build a second nuclear plant near Kurchatov."),
    report("sold", "ERG makes 15 tonnes of gallium a year for Mitsubishi."),
    report("visit", "Trump came to Astana in May 2024 for three days."),
    report("tonnes", "Upper Kairakty is to make 7,000 tonnes of tungsten a year."),
  ]);
  expect(citedArticles(question)).toEqual([]);
});
