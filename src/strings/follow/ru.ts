import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const articles = (count: number) =>
  counted("ru", count, { one: "статья", few: "статьи", many: "статей", other: "статьи" });
const EXAMPLE = "например /kzminerals следить за титаном и францией";

export const ru: typeof en = {
  added: { before: "Теперь вы следите за темой: ", after: "." },
  there: { before: "За этим вы уже следите: ", after: "." },
  resumed: { before: "Продолжаю: ", after: "." },
  promise:
    "Я напишу вам в личном сообщении, когда в базе появится новое по теме или изменится состояние сделки.",
  today: (count) => `сегодня ${articles(count)}`,
  readToday: (words) => `Что есть сегодня: /kzminerals новости ${words}`,
  without: `Напишите, за чем следить, ${EXAMPLE}.`,
  nothingUnderstood: (words) =>
    `Не понимаю, за чем следить: «${words}» в базе не обозначает ни сырьё, ни страну, ни организацию, ни человека. Попробуйте другие слова, ${EXAMPLE}.`,
  everything: `Это было бы всё сразу, а об этом рассказывает дайджест: /kzminerals подписаться. Выберите что-то определённое, ${EXAMPLE}.`,
  over: `Это время прошло, и нового из него не будет. Уберите его, ${EXAMPLE}.`,
  full: (limit) =>
    `Вы следите за ${limit} темами, больше нельзя. Откажитесь от одной из них: /kzminerals слежу`,
  title: (count) =>
    `Вы следите за ${counted("ru", count, { one: "темой", few: "темами", many: "темами", other: "темами" })}`,
  nothing: `Вы пока ни за чем не следите. Начните с чего-то определённого, ${EXAMPLE}.`,
  place: ({ first, last, count }) => `${first}–${last} из ${count}`,
  since: (day) => `с ${day}`,
  paused: (reason) => `приостановлено: Slack не разрешает мне вам писать («${reason}»)`,
  whichOne: "За чем больше не следить?",
  notFollowed: { before: "За этим вы не следите: ", after: ". Вот за чем вы следите:" },
  ended: { before: "Вы больше не следите за темой: ", after: "." },
  again: (words) => `Чтобы следить снова: /kzminerals следить за ${words}`,
  gone: "За этим вы (уже) не следите.",
  unfollow: "Не следить",
  unfollowOne: (name) => `Не следить: ${name}`,
  resume: "Продолжить",
  newsTitle: "Новое по вашей теме",
  dealChanged: ({ name, was, status }) => `${name}: было «${was}», теперь «${status}»`,
  more: ({ count, words }) => `…и ещё ${count}: /kzminerals новости ${words}`,
  homeTitle: "За чем вы следите",
  home: { label: "Всё, за чем я слежу", says: "слежу" },
  asOf: (when) => `По состоянию на ${when}`,
};
