import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const things = (count: number) =>
  counted("ru", count, { one: "тема", few: "темы", many: "тем", other: "темы" });
const ofThings = (count: number) =>
  counted("ru", count, { one: "темы", few: "тем", many: "тем", other: "тем" });
const questions = (count: number) =>
  counted("ru", count, { one: "вопрос", few: "вопроса", many: "вопросов", other: "вопроса" });

export const ru: typeof en = {
  title: "На что я не смог ответить",
  titleOf: (period) => `На что я не смог ответить · ${period}`,
  none: "Пробелов нет: на все вопросы нашёлся ответ, и никто не просил исправлений.",
  unanswered: (count) => `${questions(count)} без ответа`,
  corrected: ({ count, kinds }) => `исправить: ${count} (${kinds})`,
  kinds: {
    "wrong-figure": "неверная цифра",
    outdated: "устарело",
    "missing-source": "нет источника",
    other: "другое",
  },
  last: (day) => `последний раз ${day}`,
  quoted: (text) => `«${text}»`,
  remarked: (texts) => `Замечания: ${texts}`,
  forgotten: "Более старые вопросы, тексты которых уже не хранятся",
  place: ({ first, last, count }) => `${first}–${last} из ${ofThings(count)}, сначала самые частые`,
  more: (count) => `…и ещё ${things(count)}: /kzminerals пробелы`,
  keeping: (days) =>
    `Вопросы без ответа хранятся ${days} дней без имени того, кто их задал; ваши отзывы об ответах хранятся столько же вместе с вашим именем. Потом остаётся только счёт по темам.`,
  privacy: (days) =>
    `Вопросы хранятся ${days} дней без имени того, кто их задал; потом остаётся только счёт по темам.`,
  forAdmins:
    "То, на что я не смог ответить, видят только администраторы: обратитесь к администратору рабочего пространства. А вопрос можно задать так: /kzminerals кто ищет литий?",
  inPrivate:
    "Не здесь, где читают другие: введите /kzminerals пробелы или напишите мне «пробелы» в личном сообщении.",
};
