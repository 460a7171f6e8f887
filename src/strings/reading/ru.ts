import { counted } from "../plural.ts";
import { sentence } from "../sentence.ts";
import type { en } from "./en.ts";

const DAYS = { one: "день", few: "дня", many: "дней", other: "дня" };

export const ru: typeof en = {
  latestTitle: "Последние новости",
  newTitle: "Новое в базе",
  nothingSuch:
    "Такой статьи в базе нет. Попробуйте меньше слов, например /kzminerals новости уран с 2025.",
  place: ({ first, last, count }) =>
    `${first}–${last} из ${counted("ru", count, { one: "новости", other: "новостей" })}, сначала новые`,
  later: ({ count, day }) =>
    sentence(
      `${counted("ru", count, { one: "статья", few: "статьи", many: "статей", other: "статьи" })} не показано: они датированы позже, чем ${day}`,
    ),
  updateOf: "Продолжение:",
  sources: (count) =>
    counted("ru", count, {
      one: "источник",
      few: "источника",
      many: "источников",
      other: "источника",
    }),
  open: ({ sign, headline }) => `Открыть ${sign}: ${headline}`,
  openHint: "Нажмите на номер, чтобы прочитать статью целиком.",
  firstTime: (days) =>
    `Вы ещё не спрашивали об этом. Вот что появилось в базе за последние ${counted("ru", days, DAYS)}:`,
  sinceLast: (when) => `Появилось в базе с прошлого раза, ${when}:`,
  inPeriod: (period) => `Появилось в базе: ${period}`,
  shownBefore: ({ from, to }) => `Появилось в базе между ${from} и ${to}:`,
  nothingSince: (when) => `Ничего нового в базе с прошлого раза, ${when}.`,
  nothingInDays: (days) =>
    `Вы ещё не спрашивали об этом. За последние ${counted("ru", days, DAYS)} в базе ничего не появилось.`,
  nothingIn: (period) => `За это время в базе ничего не появилось: ${period}`,
  newestThereIs: "Самое новое:",
  showAgain: "Показать прошлый список ещё раз",
  article: {
    facts: "О чём в ней сказано",
    deals: "Сделки",
    another: "Другое сообщение:",
    people: "Люди",
    follows: "Продолжает",
    followedBy: "Продолжение",
    notStated: (what) => `Не указано (пометка по-английски): ${what}.`,
    title: (title) => `Заголовок в оригинале: ${title}`,
    writtenIn: (language) => `язык: ${language}`,
    dateBasis: {
      page: "дата со страницы",
      url: "дата из адреса",
    },
    id: (id) => `Статья ${id}. Фразы — наше изложение.`,
    page: ({ page, pages }) => `Страница ${page} из ${pages}`,
    usage:
      "Напишите идентификатор статьи, её адрес или номер в последнем списке, например /kzminerals статья korea-lithium-2024.",
    unknown: (name) => `Статьи «${name}» в базе нет.`,
    nearest: "Ближайшие идентификаторы:",
    noNumber: ({ number, count }) =>
      count === 0
        ? `Списка здесь недавно не было, поэтому номера ${number} нет. Сначала спросите /kzminerals новости или напишите идентификатор статьи, например /kzminerals статья korea-lithium-2024.`
        : `В последнем списке нет номера ${number}: в нём номера до ${count}.`,
  },
  timeline: {
    deals: (named) => `В реестре: ${named}`,
    title: "Хронология",
    place: ({ first, last, count }) =>
      `${first}–${last} из ${counted("ru", count, { one: "события", other: "событий" })}, сначала старые`,
    reported: (day) => `сообщение: ${day}`,
    now: "Теперь:",
    otherwise: "Другое сообщение:",
    undated: (count) =>
      `Без даты, поэтому не показано: ${counted("ru", count, { one: "статья", few: "статьи", many: "статей", other: "статьи" })}.`,
    nothing:
      "Такого события в базе нет. Попробуйте меньше слов, например /kzminerals хронология литий корея.",
  },
};
