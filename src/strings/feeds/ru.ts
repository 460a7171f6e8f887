import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const articles = (count: number) =>
  counted("ru", count, {
    one: "статья ждёт",
    few: "статьи ждут",
    many: "статей ждут",
    other: "статьи ждут",
  });
const things = (count: number) =>
  counted("ru", count, {
    one: "источник",
    few: "источника",
    many: "источников",
    other: "источника",
  });
/** After «из». */
const ofThings = (count: number) =>
  counted("ru", count, { one: "источника", many: "источников", other: "источников" });

export const ru: typeof en = {
  title: "Источники",
  none: "Ни один источник не отслеживается, поэтому ничего не загружается.",
  offered: "Известные издания, которые никто не включил:",
  place: ({ first, last, count }) => `${first}–${last} из ${ofThings(count)}`,
  policies: { review: "сначала показывается кураторам", publish: "публикуется сразу" },
  filter: (text) => `только ${text}`,
  lastRead: (moment) => `прочитан ${moment}`,
  notRead: "ещё не прочитан",
  paused: "приостановлен",
  failing: ({ since, reason }) => `Не читается с ${since}. ${reason}`,
  nextTry: (moment) => `следующая попытка ${moment}`,
  waiting: (count) => `${articles(count)} куратора`,
  foundAt: "где найден адрес",
  buttons: {
    add: "Добавить источник",
    pause: "Приостановить",
    resume: "Возобновить",
    remove: "Убрать",
    "turn-on": "Включить",
  },
  removal: {
    title: "Убрать этот источник?",
    text: (title) => `${title} больше не будет отслеживаться. Опубликованное останется в базе.`,
    yes: "Убрать",
    no: "Оставить",
  },
  done: {
    pause: (title) => `${title}: приостановлен, ничего не загружается.`,
    resume: (title) => `${title}: снова отслеживается.`,
    remove: (title) => `${title}: больше не отслеживается.`,
    "turn-on": (title) =>
      `${title}: отслеживается с этого момента. То, что в ленте сейчас, отмечается молча; новое придёт кураторам.`,
  },
  gone: "Этого источника уже нет.",
  forAdmins: "Добавлять, приостанавливать и убирать источники могут только администраторы.",
  inPrivate: "Администраторы управляют источниками командой /kzminerals ленты.",
  noFeed: "По этому адресу нет ленты (RSS, Atom или JSON Feed).",
  form: {
    title: "Добавить источник",
    url: "Адрес ленты",
    urlHint: "RSS, Atom, RDF или JSON Feed, например https://astanatimes.com/feed/",
    language: "Язык статей",
    anyLanguage: "Какой указан в ленте",
    policy: "Что делать со статьями",
    filter: "Только статьи о",
    filterHint: "Пусто: всё о сырье Казахстана.",
    filterExample: "уран казатомпром",
    submit: "Проверить",
    watch: "Отслеживать",
    close: "Отмена",
    reading: "Лента читается…",
    first: "Последние записи:",
    empty: "В ней пока нет записей.",
    silence: "То, что в ней сейчас, отмечается молча. Новое с этого момента читается.",
    known: (title) => `Этот источник уже отслеживается: ${title}.`,
    noAddress: "Напишите адрес ленты.",
    longAddress: (limit) => `Адрес длиннее ${limit} знаков.`,
    filterUnknown: (words) => `Это мне ни о чём не говорит: ${words}`,
    added: (title) =>
      `${title}: отслеживается с этого момента. О его состоянии скажет /kzminerals ленты.`,
  },
  candidate: {
    new: (source) => `Новое: ${source}`,
    why: (concepts) => `О чём статья: ${concepts}.`,
    minerals: (names) => `Сырьё: ${names}`,
    partners: (names) => `Партнёры: ${names}`,
    alsoTold: "Об этом событии в базе уже есть:",
    publish: "Опубликовать",
    edit: "Изменить",
    reject: "Отклонить",
    mute: "Отключить источник",
    muting: {
      title: "Отключить этот источник?",
      text: (title) => `Из источника «${title}» ничего не загрузится, пока его не возобновят.`,
      yes: "Отключить",
      no: "Оставить",
    },
    decided: { approved: "Опубликовано: ", rejected: "Отклонено: " },
    muted: "Источник отключён: ",
    before: {
      approved: "Кто-то успел раньше, статья уже опубликована: ",
      rejected: "Кто-то успел раньше, статья уже отклонена: ",
      other: "Решение уже принято.",
    },
    notAllowed: "Решают здесь только участники канала кураторов и администраторы.",
  },
  failure: {
    title: (source) => `Источник «${source}» не читается уже сутки`,
    hint: "/kzminerals ленты показывает все источники; там его можно приостановить.",
  },
  status: {
    watched: (count) => `Отслеживается: ${things(count)}`,
    failing: (titles) => `сейчас не читается: ${titles}`,
    none: "Ни один источник не отслеживается",
  },
  mayLack: (titles) =>
    `В том, что удалось прочитать, нового нет. Не читались источники: ${titles}.`,
};
