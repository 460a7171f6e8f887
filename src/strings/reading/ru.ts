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
  now: "Теперь:",
  updateOf: "Продолжает:",
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
    undated: (count) =>
      `Без даты, поэтому не показано: ${counted("ru", count, { one: "статья", few: "статьи", many: "статей", other: "статьи" })}.`,
    pictured: ({ shown, count }) => {
      const events = counted("ru", count, {
        one: "событие",
        few: "события",
        many: "событий",
        other: "события",
      });
      return shown < count ? `${events} по времени, из них словами — ${shown}` : events;
    },
    restInText: "Остальные — в тексте хронологии.",
    nothing:
      "Такого события в базе нет. Попробуйте меньше слов, например /kzminerals хронология литий корея.",
  },
  card: {
    kinds: {
      mineral: "минерал",
      country: "партнёр",
      organisation: "организация",
      person: "человек",
      place: "место",
    },
    several: (names) => `Это имя носят несколько: ${names}.`,
    of: (name) => `${name}:`,
    inBase: "В базе:",
    counts: ({ articles, deals }) =>
      [
        counted("ru", articles, { one: "статья", few: "статьи", many: "статей", other: "статьи" }),
        ...(deals > 0
          ? [
              counted("ru", deals, {
                one: "сделка",
                few: "сделки",
                many: "сделок",
                other: "сделки",
              }),
            ]
          : []),
      ].join(", "),
    newest: "Самое новое:",
    partners: "Чаще всего с этими партнёрами:",
    minerals: "Чаще всего с этим сырьём:",
    organisations: "Чаще всего с этими организациями:",
    moreDeals: (count) =>
      `…и ещё ${counted("ru", count, { one: "сделка", few: "сделки", many: "сделок", other: "сделки" })}`,
    allDeals: "Все сделки",
    latest: "Последние новости",
    timeline: "Хронология",
  },
  status: {
    title: "Статус",
    base: ({ articles, facts, deals }) =>
      [
        counted("ru", articles, { one: "статья", few: "статьи", many: "статей", other: "статьи" }),
        counted("ru", facts, { one: "факт", few: "факта", many: "фактов", other: "факта" }),
        counted("ru", deals, { one: "сделка", few: "сделки", many: "сделок", other: "сделки" }),
      ].join(" · "),
    newest: "Самая новая статья:",
    languages: (languages) => `Языки статей: ${languages}`,
    readAt: (when) => `База прочитана ${when}`,
    version: (version) => `версия ${version}`,
    digests: ({ here, all }) =>
      here === 0
        ? `У этого канала нет дайджеста (во всём рабочем пространстве: ${all}). Настроить: /kzminerals подписаться`
        : `${counted("ru", here, { one: "дайджест", few: "дайджеста", many: "дайджестов", other: "дайджеста" })} в этом канале (во всём рабочем пространстве: ${all}):`,
    you: ({ language, clocks, now, isKnown }) =>
      `Вы: ${language}, ${clocks}${isKnown ? "" : " (часы дайджеста: Slack не сообщает ваши)"}, сейчас ${now}`,
  },
};
