/** What only a large base shows: the fact that fits among many that nearly do. */
import { describe, expect, test } from "vitest";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { NEW_THREAD, type Thread } from "../../src/answers/follow-ups/follow-up.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { factKey } from "../../src/model.ts";
import { TODAY } from "./base.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const { ask } = await createAnswers(articles, vocabulary);
const answer = (text: string, previous: Thread = NEW_THREAD) =>
  ask({ text, today: TODAY, previous });
const cited = (text: string) => answer(text).citations.map(factKey);

describe("the first fact", () => {
  test.each([
    ["who will build the nuclear plant?", "rosatom-leader-2025/rosatom-named", "no country"],
    [
      "résultat du référendum sur le nucléaire au Kazakhstan",
      "turan-npp-referendum-2024/exit-polls",
      "a result in shares",
    ],
    ["titane", "uktmp-chlorine-leak-2025/chlorine-leak", "what the newest article begins with"],
    [
      "who buys uranium from Kazakhstan",
      "middle-corridor-uranium-2023/uranium-to-canada",
      "whoever buys a mine does not buy its metal",
    ],
    [
      "kto budet pokupat gallii u ERG?",
      "erg-gallium-mitsubishi-2025/supply-agreement",
      "Russian in Latin letters without its soft sign",
    ],
    [
      "Kuyrektykol v kakom godu nashli?",
      "kursiv-kuirektykol-tks-2025/found-in-2024",
      "Russian in Latin letters by words of the vocabulary",
    ],
    [
      "Verhnee Kairakty skolko tonn volframa v god",
      "cove-tungsten-definitive/planned-output",
      "tonnes a year are no resources",
    ],
    [
      "Balasauskandyk vanadiy NPV skolko milliardov",
      "far-vanadium-2022/net-present-value-2018",
      "billions are no things that are counted",
    ],
    [
      "рахишев никиль скока вложил",
      "nyt-nickel-china-2024/rakishev-nickel",
      "tens of millions, and a verb that counts nothing",
    ],
    ["mining and metals as % of GDP, 2024", "mining-6bn-kk-2025/sector-2024", "a sign"],
    [
      "how mutch must Teck spend on the Arras option",
      "teck-arras-option/initial-exploration",
      "a slip in words that ask",
    ],
    ["почемуу остановился Инкай", "inkai-suspension-2025/cause-of-stop", "a slip in why"],
    [
      "how much uranium does Kazakhstan produce?",
      "kazatomprom-2026-cut/output-cut-2026",
      "the newest figure where all is asked about",
    ],
    [
      "how many rare earth deposits are there?",
      "mntv-19-of-34/over-100-deposits",
      "deposits are counted, and no tonnes of rare earths",
    ],
    [
      "who is the minister of industry?",
      "auto-industry-2026/car-prices",
      "who holds the office now, and no deputy",
    ],
    [
      "who is the deputy industry minister?",
      "saparbekov-ree-strategy-2025/plan-under-way",
      "the deputy, where the deputy is asked for",
    ],
    [
      "сколько вложил Казхром во флотацию",
      "kazchrome-flotation/flotation-investment",
      "a verb that counts nothing",
    ],
    [
      "сколько топлива в год нужно одной АЭС",
      "kazatomprom-2026-cut/nuclear-plant-demand",
      "words that only its search terms have",
    ],
  ])("%s → %s: %s", (question, fact) => {
    expect(cited(question)[0]).toBe(fact);
  });
});

describe("among the facts", () => {
  test.each([
    [
      "ou se trouve le gisement de terres rares Nouveau Kazakhstan",
      "afp-new-kazakhstan-2025/location-and-name",
      "a sentence that is for the place",
    ],
    ["Kazatomprom production plans for 2026?", "kazatomprom-2026-cut/output-cut-2026", "a verb"],
    [
      "latest announcement by Tokayev on rare earths",
      "prime-tokayev-reserves-2026/rare-earth-reserves",
      "an announcement of any kind",
    ],
    [
      "dernières nouvelles de KATCO ?",
      "wnn-south-tortkuduk-2025/fully-operational",
      "a company in a sentence",
    ],
    [
      "Timeline of the Inkai shutdown and restart",
      "inkai-resumes-wnn-2025/mining-resumed",
      "one of two turns",
    ],
    [
      "как развивались соглашения с Британией: 2023, 2024, 2026",
      "uk-critical-minerals-deal-2026/memorandum-signatories",
      "the last of several years",
    ],
  ])("%s → %s: %s", (question, fact) => {
    expect(cited(question)).toContain(fact);
  });
});

test.each([
  ["combien vaut la tonne d'éponge de titane ?", "a rise in percent is no price"],
  ["сколько стоит тонна графита", "search terms tell no price"],
  [
    "combien l'UE a-t-elle versé pour Sarytogan",
    "search terms do not make up for words that nobody has heard",
  ],
  ["ход строительства АЭС Аккую по годам", "a name near a word that asks"],
  ["добыча хрома в южной афрке", "a slip in an inflected name of two words"],
])("%s is refused: %s", (question) => {
  expect(cited(question)).toEqual([]);
});

test.each([
  "who buys Kazakh lithium?",
  "qui achète le lithium kazakh ?",
  "кто покупает казахстанский литий?",
])("%s tells of no batteries and of no company", (question) => {
  const told = cited(question);
  expect(told).not.toContain("yenisafak-liion-transit/batteries-to-europe");
  expect(told).not.toContain("hms-700m/lithium-700-million");
});

test.each([
  ["what is Zhicun", "and KATCO?", "katco-south-tortkuduk-2023/katco-staff", "what it is"],
  [
    "compare HMS Bergbau and KIGAM on lithium",
    "what was published in March 2026?",
    "cove-karaganda-2026/investment",
    "all of a month",
  ],
  ["что такое галлий", "а что с ураном?", "kazatomprom-2026-cut/output-cut-2026", "what is new"],
])("%s; %s → %s: %s", (first, second, fact) => {
  const { citations } = answer(second, answer(first).thread);
  expect(citations.map(factKey)[0]).toBe(fact);
});

test("a follow-up about another country leaves a time behind that has nothing of it", () => {
  const before = answer("quel accord de minerais critiques avec la Corée du Sud en 2024 ?");
  const { citations } = answer("et avec le Japon ?", before.thread);
  expect(citations.length).toBeGreaterThan(0);
});
