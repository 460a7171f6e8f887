import { counted } from "../plural.ts";
import type { en } from "./en.ts";

export const ru: typeof en = {
  title: "Партнёры × сырьё",
  noDeals:
    "Такой сделки в реестре нет. Попробуйте меньше слов, например /kzminerals матрица франция с 2024.",
  counts: (deals) => `${deals}; каждая учтена у всех своих партнёров и по всем видам сырья`,
  partner: "Партнёр",
  all: "Сделки",
  noPartner: "партнёр не назван",
  noMineral: "не указано",
  morePartners: (names) => `Другие партнёры (не показаны): ${names}`,
  moreMinerals: (names) => `Другое сырьё (не показано): ${names}`,
  inWords: ({ name, deals, cells }) => `${name} (${deals}): ${cells}.`,
  restInTable: (count) =>
    `В таблице есть ещё ${counted("ru", count, { one: "партнёр", few: "партнёра", many: "партнёров", other: "партнёра" })}.`,
};
