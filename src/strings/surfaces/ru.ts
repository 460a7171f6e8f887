import type { Strings } from "../en.ts";
import { counted } from "../plural.ts";

export const ru: Strings["surfaces"] = {
  working: "ищет в статьях…",
  further: {
    title: "Ещё по теме",
    place: ({ first, last, count }) => `${first}–${last} из ${count}`,
    caveat: "о том же, сначала самое близкое; это не ответ на вопрос",
    nothingMore: "Больше в базе об этом ничего нет.",
  },
  askAbout: {
    title: "Спросить kzminerals",
    searching: "Идёт поиск в статьях…",
    nothingToAsk: "В этом сообщении нет текста, о котором можно спросить.",
    ofNames: "Само сообщение ни о чём не спрашивает. Вот к чему ведут названия в нём:",
    cut: "Сообщение длиннее; прочитано его начало.",
  },
  home: {
    title: "Критически важные минералы Казахстана",
    intro:
      "Спрашивайте на вкладке Messages, командой /kzminerals в любом канале или упомянув меня. Я отвечаю по кратким изложениям опубликованных статей: у каждого утверждения есть дата, издание и ссылка.",
    size: ({ articles, facts, newest }) =>
      [
        counted("ru", articles, { one: "статья", few: "статьи", many: "статей", other: "статьи" }),
        counted("ru", facts, { one: "факт", few: "факта", many: "фактов", other: "факта" }),
        `самая новая: ${newest}`,
      ].join(" · "),
    newest: "Последние статьи",
    noArticles: "Статей с известным днём пока нет.",
    deals: "Сделки за неделю",
    noDeals: "За эти дни о сделках не сообщалось.",
    digests: "Подписки на дайджест",
    moreDigests: (count) => `…и ещё ${count}: /kzminerals подписки`,
    youAsked: "Вы спросили:",
    buttons: {
      help: { label: "Справка", says: "справка" },
      digest: { label: "Дайджест", says: "дайджест" },
      register: { label: "Реестр сделок", says: "сделки" },
      latest: { label: "Все новости", says: "новости" },
      allDigests: { label: "Все подписки", says: "подписки" },
      subscribe: "Получать лично…",
    },
  },
};
