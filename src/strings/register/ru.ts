import type { Instrument } from "../../model.ts";
import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const INSTRUMENTS: Record<Instrument, string> = {
  memorandum: "меморандум",
  agreement: "соглашение",
  contract: "контракт",
  partnership: "партнёрство",
  declaration: "декларация",
  roadmap: "дорожная карта",
  plan: "план",
  "joint-venture": "совместное предприятие",
  consortium: "консорциум",
  purchase: "покупка",
  option: "опцион",
  supply: "поставка",
  investment: "инвестиция",
  loan: "заём",
  licence: "лицензия",
  "letter-of-interest": "письмо о заинтересованности",
};

const dealsIn = (count: number) =>
  counted("ru", count, { one: "сделка", few: "сделки", many: "сделок", other: "сделки" });

export const ru: typeof en = {
  dealsTitle: "Сделки",
  noDeals:
    "Такой сделки в реестре нет. Попробуйте меньше слов, например /kzminerals сделки уран франция с 2024.",
  place: ({ first, last, count }) =>
    `${first}–${last} из ${counted("ru", count, { one: "сделки", few: "сделок", many: "сделок", other: "сделок" })}, сначала новые`,
  columns: {
    date: "Дата",
    name: "Сделка",
    partners: "Партнёры",
    minerals: "Сырьё",
    instrument: "Форма",
    status: "Состояние",
    amount: "Сумма",
    source: "Источник",
  },
  instruments: INSTRUMENTS,
  labelled: ({ label, count }) => `${label} ${count}`,
  byStatus: (stages) => `По состоянию: ${stages}`,
  byCurrency: (sums) => `Названные суммы по валютам: ${sums}`,
  amountOf: ({ amount, deals }) => `${amount} (${dealsIn(deals)})`,
  withoutCurrency: "валюта не названа",
  withoutAmount: (count) => `${dealsIn(count)} без суммы`,
  differing: (count) =>
    `Источники расходятся в сумме (${dealsIn(count)}): учтена названная последней.`,
  deals: dealsIn,
  csv: "Скачать CSV",
  table: "Таблица сделок",
  fileTitle: ({ filter, day }) => `Сделки · ${filter} · ${day}`,
  fileDiffering: (count) =>
    `Источники расходятся в сумме (${dealsIn(count)}): в файле названная последней.`,
  conflict: ({ name, figures }) => `${name}: источники расходятся в сумме: ${figures}`,
};
