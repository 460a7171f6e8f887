/** Why, what is it, who of an office, when exactly: the fact that tells this comes first. */
import { describe, expect, test } from "vitest";
import { article, fact } from "../builders.ts";
import { answersOf, report } from "./small-answers.ts";

describe("a question for a reason", async () => {
  const lowered = fact({
    id: "lowered",
    en: "Kazatomprom lowered its uranium plan.",
    fr: "Kazatomprom a abaissé son plan d'uranium.",
    ru: "Казатомпром снизил план по урану.",
  });
  const reasons = fact({
    id: "reasons",
    en: "Scarce acid explains the lower uranium plan of Kazatomprom, which presented it in Astana.",
    fr: "Le manque d'acide explique que Kazatomprom a abaissé son plan d'uranium, présenté à Astana.",
    ru: "Нехватка кислоты вынудила Казатомпром снизить план по урану, о котором он сообщил в Астане.",
  });
  const { citedFacts } = await answersOf([article({ id: "plan", facts: [lowered, reasons] })]);

  test.each([
    "why did Kazatomprom lower its uranium plan",
    "pourquoi Kazatomprom a abaissé son plan d'uranium",
    "почему Казатомпром снизил план по урану",
  ])("gets the cause before what it caused: %s", (text) => {
    expect(citedFacts(text)[0]).toBe("plan/reasons");
  });
});

describe("a question for what something is", async () => {
  const { citedArticles } = await answersOf([
    report("estimate", "The Inkai deposit is put at 800,000 tonnes of uranium."),
    report("met", "Tokayev met the directors of KATCO, and Macron spoke of Inkai."),
    report("owned", "KATCO, the uranium venture of Orano and Kazatomprom, employs 1,200 people."),
    report("largest", "Inkai is the largest uranium mine in Kazakhstan."),
  ]);

  test.each([
    ["what is KATCO", "owned"],
    ["who is KATCO", "owned"],
    ["KATCO, c'est quoi ?", "owned"],
    ["KATCO это кто", "owned"],
    ["what is Inkai", "largest"],
    ["что такое Инкай", "largest"],
  ])("gets what says so: %s → %s", (text, id) => {
    expect(citedArticles(text)[0]).toBe(id);
  });
});

test("a minister is asked for, and a chairman is none", async () => {
  const people = [
    {
      id: "zhakupov",
      role: { en: "Chairman", fr: "président du conseil", ru: "председатель правления" },
    },
  ];
  const { citedArticles } = await answersOf([
    report("chairman", "Nurlan Zhakupov signed an agreement of Tau-Ken Samruk with Rwanda.", {
      people,
    }),
  ]);
  expect(citedArticles("who signed an agreement with Rwanda")).toEqual(["chairman"]);
  expect(citedArticles("which minister signed an agreement with Rwanda")).toEqual([]);
});

test("the first half of a year is told by its sentence, though the fact is dated by the year", async () => {
  const { citedArticles } = await answersOf([
    report("half", "In the first half of 2024 the Bozshakol site made 53,400 tonnes of copper.", {
      on: "2024",
      published: "2024",
    }),
  ]);
  expect(citedArticles("Bozshakol copper H1 2024")).toEqual(["half"]);
  expect(citedArticles("Bozshakol copper H2 2024")).toEqual([]);
});

test("capex asks for an amount", async () => {
  const { citedArticles } = await answersOf([
    report("backing", "The EU stands behind investment in the Sarytogan deposit."),
    report("amount", "Investment in the Sarytogan deposit is put at 344 million dollars."),
  ]);
  expect(citedArticles("capex of Sarytogan")).toEqual(["amount"]);
});

describe("a question without a verb", async () => {
  const { citedArticles } = await answersOf([
    report("smelter", "The Balkhash smelter has a capacity of 300,000 tonnes of copper a year."),
    report("loan", "EIB Global signed a loan of 200 million euros with the bank of Kazakhstan."),
    report("contract", "A contract secures fifteen years of uranium for KATCO."),
  ]);

  test.each([
    ["headcount of the Balkhash smelter", []],
    ["salary at the Balkhash smelter", []],
    ["duration of the EIB loan", []],
    ["durée du prêt de la BEI", []],
    ["duration of the KATCO contract", ["contract"]],
    ["capacity of the Balkhash smelter", ["smelter"]],
  ])("is answered by what tells its noun: %s → %j", (text, articles) => {
    expect(citedArticles(text)).toEqual(articles);
  });
});

test("the director of a plant is nobody whom the base does not call so", async () => {
  const { citedArticles } = await answersOf([
    report("plant", "The contractor CCECC builds the plant at Boguty."),
  ]);
  expect(citedArticles("who builds the plant at Boguty")).toEqual(["plant"]);
  expect(citedArticles("who is the director of the plant at Boguty")).toEqual([]);
  expect(citedArticles("кто директор завода в Богуты")).toEqual([]);
});

test("to whom something is sold is told by whom it is made for", async () => {
  const { citedArticles } = await answersOf([
    report("made", "UKTMP makes titanium sponge for Boeing and Airbus."),
    report("other", "UKTMP had an accident with titanium in May."),
  ]);
  expect(citedArticles("who buys titanium")).toEqual(["made"]);
  expect(citedArticles("who buys copper")).toEqual([]);
});

test("what for is answered by an aim", async () => {
  const shows = fact({
    id: "shows",
    en: "The EU stands behind the Sarytogan graphite deposit and shows it.",
    fr: "L'UE soutient le gisement de graphite de Sarytogan et le montre.",
    ru: "ЕС стоит за графитовым месторождением Сарытоган и показывает это.",
  });
  const aim = fact({
    id: "aim",
    en: "With the Sarytogan graphite deposit the EU wants to secure critical materials for batteries.",
    fr: "Avec le gisement de graphite de Sarytogan, l'UE veut garantir des matières critiques.",
    ru: "С графитовым месторождением Сарытоган ЕС стремится обеспечить себя критическим сырьём.",
  });
  const { citedFacts } = await answersOf([article({ id: "eu", facts: [shows, aim] })]);
  expect(citedFacts("зачем ЕС графит Сарытогана")[0]).toBe("eu/aim");
  expect(citedFacts("dans quel but l'UE veut-elle le graphite de Sarytogan")[0]).toBe("eu/aim");
});

test("a false premise in everyday words is refused", async () => {
  const { citedArticles } = await answersOf([
    report("roadmap", "The UK and Kazakhstan signed a roadmap because they want closer ties."),
  ]);
  expect(citedArticles("why did the UK scrap its roadmap with Kazakhstan")).toEqual([]);
  expect(citedArticles("who is the accountant of the UK roadmap")).toEqual([]);
});

test.each([
  ["how much copper... no, who buys titanium", ["made"]],
  ["le cuivre, non, qui achète le titane", ["made"]],
  ["сколько меди... нет, кто покупает титан", ["made"]],
  ["no, who buys titanium", ["made"]],
])("a question put right is read as it was meant: %s", async (text, articles) => {
  const { citedArticles } = await answersOf([
    report("made", "UKTMP makes titanium sponge for Boeing and Airbus."),
    report("copper", "Kazakhmys produced 190 tonnes of copper."),
  ]);
  expect(citedArticles(text)).toEqual(articles);
});

describe("a question for a number", async () => {
  const russian = fact({
    id: "spent",
    en: "The state has put 67 billion tenge into rare metals since 2018.",
    fr: "L'État a investi 67 milliards de tenges dans les métaux rares depuis 2018.",
    ru: "С 2018 года государство вложило в редкие металлы 67 млрд тенге.",
  });
  const { citedArticles } = await answersOf([
    report("mines", "Korea may explore four lithium mines at Bakennoye."),
    report("held", "The Bakennoye mines hold about 25,000 tonnes of lithium."),
    article({ id: "state", facts: [russian] }),
    report("lower", "Copper output of KAZ Minerals fell in the first half of 2024 to 200 tonnes."),
  ]);

  test.each([
    ["how much lithium is in Bakennoye", "held", "of a mineral, not of its mines"],
    ["сколько государство вложило в редкие металлы", "state", "by whom, and not how many"],
    ["did KAZ Minerals copper output fall in 2024", "lower", "a verb, and no season"],
  ])("%s → %s: %s", (text, right) => {
    expect(citedArticles(text)[0]).toBe(right);
  });
});

test("whether reserves are confirmed is asked without a hyphen too, and wants no number", async () => {
  const told = fact({
    id: "told",
    en: "The lithium reserves of the east have not been confirmed.",
    fr: "Les réserves de lithium de l'est n'ont pas été confirmées.",
    ru: "Запасы лития на востоке не подтверждены.",
  });
  const { citedFacts } = await answersOf([article({ id: "reserves", facts: [told] })]);
  expect(citedFacts("les réserves de lithium sont elles confirmées ?")).toEqual(["reserves/told"]);
});

describe("a question for a time", async () => {
  const { citedArticles } = await answersOf([
    report("stop", "The Inkai mine stopped in January 2025."),
    report("restart", "The Inkai mine resumed its work on 27 January 2025 after the stop."),
    report("canada", "Kazatomprom delivered uranium to Canada through the Caspian.", {
      on: "2022-12",
    }),
    report("since", "Kazatomprom has sent uranium through the Caspian since 2018."),
  ]);

  test.each([
    ["when did Inkai resume its work after the January stop?", "restart", "after what it names"],
    ["since when has Kazatomprom sent uranium through the Caspian", "since", "since when"],
    ["depuis quand Kazatomprom fait passer son uranium par la Caspienne", "since", "depuis quand"],
  ])("%s → %s: %s", (text, right) => {
    expect(citedArticles(text)[0]).toBe(right);
  });
});

test("what a minister said is no question for a minister", async () => {
  const { citedArticles } = await answersOf([
    report("said", "Minister Sharlapaev told parliament that rare metals need partners."),
  ]);
  expect(citedArticles("what did minister Sharlapaev tell parliament about rare metals")).toEqual([
    "said",
  ]);
});
