/** Questions as a tester would put them, with the fact that answers and why it and no other. */
import { expect, test } from "vitest";
import { citedFor } from "./base.ts";

const US = "us-critical-minerals-mou-2025";
const KOREA = "korea-lithium-2024";
const METALS = "france-critical-metals-2023";
const TITANIUM = "france-titanium-2024";
const CHINA = "china-ev-production";

test.each([
  [
    "Who signed the memorandum on the American side?",
    `${US}/signatories`,
    "names both who signed; others only say that it was signed",
  ],
  [
    "Qui a paraphé le protocole d'accord côté américain ?",
    `${US}/signatories`,
    "parapher is to sign; côté says nothing",
  ],
  [
    "Quels pays font partie du C5+1 ?",
    `${US}/c5-1-members`,
    "the only fact with countries that are no party to the talks",
  ],
  [
    "Who organised the C5+1 summit?",
    `${US}/summit-host`,
    "names the host; the visit only took place then",
  ],
  [
    "Was President Tokayev in the room when the MoU with the Americans was inked?",
    `${US}/tokayev-present`,
    "when joins clauses here and asks for no date",
  ],
  [
    "Avec quel envoyé spécial pour l'Asie centrale Tokaïev a-t-il parlé ?",
    `${US}/officials-met`,
    "names the holder of that office",
  ],
  [
    "Рубио, с которым виделся Токаев, это кто по должности?",
    `${US}/tokayev-rubio-topics`,
    "opens with his office, and tells of a meeting",
  ],
  [
    "Sur quoi ont porté les échanges avec Marco Rubio ?",
    `${US}/tokayev-rubio-topics`,
    "to bear on is to discuss",
  ],
  [
    "Nagaspaev, which ministry is he from?",
    `${US}/signatories`,
    "another spelling; the only fact with his office",
  ],
  ["What is lithium used for?", `${KOREA}/lithium-use`, "tells its use; the others only want it"],
  [
    "Где используется литий?",
    `${KOREA}/lithium-use`,
    "where it is used is in what, not in which country",
  ],
  [
    "Какой президент Южной Кореи посетил Астану?",
    `${KOREA}/talks-june-2024`,
    "names him; he is in no other fact",
  ],
  [
    "What does Korean-Kazakh cooperation include besides extraction?",
    `${KOREA}/beyond-extraction`,
    "what is set aside need not be matched",
  ],
  [
    "La Corée du Sud va-t-elle transmettre son savoir-faire aux Kazakhs ?",
    `${KOREA}/talks-topics`,
    "technology transfer in other words",
  ],
  [
    "How many French companies are active in Kazakhstan?",
    `${METALS}/french-companies`,
    "the number stands beside the companies",
  ],
  [
    "number of French firms operating in Kazakhstan",
    `${METALS}/french-companies`,
    "no question word at all",
  ],
  [
    "Quand Macron s'est-il rendu au Kazakhstan ?",
    `${METALS}/macron-arrival`,
    "tells the visit's day; for others it is the setting",
  ],
  [
    "Who did Macron sign the critical metals deal with?",
    `${METALS}/signatories`,
    "names the other one",
  ],
  [
    "мощность ВЭС по контракту с французами",
    `${METALS}/wind-joint-venture`,
    "an abbreviation and an inflected people",
  ],
  [
    "Which other European governments, apart from Paris, want closer raw-materials cooperation with Astana?",
    `${METALS}/uk-germany-cooperation`,
    "two states of Europe stand for European, Paris is set aside",
  ],
  [
    "Какие страны Европы хотят сотрудничать с Казахстаном в сфере сырья?",
    `${METALS}/uk-germany-cooperation`,
    "wants names of countries",
  ],
  [
    "combien de minéraux critiques de la liste de l'UE le pays peut-il livrer aujourd'hui",
    `${METALS}/eu-critical-minerals-16-of-30`,
    "a number beside the minerals, for the EU",
  ],
  [
    "Qui est Benjamin Gallezot ?",
    `${TITANIUM}/gallezot-welcomes-cooperation`,
    "tells his office whole; the others a part",
  ],
  [
    "what comes first among the goals of the 2023 Franco-Kazakh agreement (the one from the Macron visit)?",
    `${TITANIUM}/first-objective-geology`,
    "brackets only tell which agreement",
  ],
  [
    "Combien d'objectifs compte l'accord franco-kazakh ?",
    `${TITANIUM}/four-objectives`,
    "the number stands beside the objectives",
  ],
  [
    "Какая французская компания может строить первую АЭС?",
    `${TITANIUM}/edf-nuclear-plant`,
    "names a company; the noun comes after an adjective",
  ],
  [
    "size of french fund for overseas critical minerals",
    `${TITANIUM}/investment-fund`,
    "tells the fund itself; the guarantees only come with it",
  ],
  [
    "Titanium: what is it important for?",
    `${TITANIUM}/titanium-aviation`,
    "essential answers for important",
  ],
  [
    "Who are the foreign ministers of China and Kazakhstan?",
    `${CHINA}/announced-at-astana-meeting`,
    "names both; the others one of them",
  ],
  [
    "Какие плюсы обещают от выпуска электрокаров в РК?",
    `${CHINA}/local-economy`,
    "an opportunity is a benefit, of these vehicles",
  ],
  ["китай ИИ цифровые технологии", `${CHINA}/digital-and-ai-prospects`, "no verb; an abbreviation"],
])("%s → %s: %s", (question, fact) => {
  expect(citedFor(question)[0]).toBe(fact);
});
