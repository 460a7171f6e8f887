import { type DealStatus, dealCounts } from "./deal-counts.ts";
import type { Strings } from "./en.ts";
import { ru as fairUse } from "./fair-use/ru.ts";
import { ru as feedback } from "./feedback/ru.ts";
import { ru as feeds } from "./feeds/ru.ts";
import { ru as files } from "./files/ru.ts";
import { ru as follow } from "./follow/ru.ts";
import { ru as gaps } from "./gaps/ru.ts";
import { ru as help } from "./help/ru.ts";
import { ru as ingest } from "./ingest/ru.ts";
import { ru as installing } from "./installing/ru.ts";
import { ru as matrix } from "./matrix/ru.ts";
import { counted } from "./plural.ts";
import { ru as reading } from "./reading/ru.ts";
import { ru as reasons } from "./reasons/ru.ts";
import { ru as register } from "./register/ru.ts";
import { ru as subscription } from "./subscription/ru.ts";
import { ru as surfaces } from "./surfaces/ru.ts";

const articles = (count: number) =>
  counted("ru", count, { one: "статья", few: "статьи", many: "статей", other: "статьи" });

const STATUS: Record<DealStatus, string> = {
  proposed: "предложено",
  negotiating: "идут переговоры",
  announced: "объявлено",
  signed: "подписано",
  "in-force": "действует",
  "under-way": "выполняется",
  completed: "завершено",
  cancelled: "отменено",
};

export const ru: Strings = {
  answer: {
    readArticle: "читать статью",
    dateUnknown: "дата неизвестна",
    dateInferred: (date) => `${date} (дата установлена косвенно)`,
    base: ({ count, newest }) => `${articles(count)}, самая новая: ${newest}`,
    emptyBase: "статьи не загружены",
    ourSummaries: "фразы — наши изложения статей по ссылкам",
    nothingOn: { before: "В базе нет ответа на это; не хватает: ", after: "." },
    nothing: "В базе нет ответа на этот вопрос.",
    silentOn: { before: "Об этом в базе ничего нет для следующего: ", after: "." },
    nothingIn: { before: "В базе нет ответа за этот период: ", after: "." },
    foreign:
      "Я понимаю русский, английский и французский. Вот к чему ведут названия в вашем вопросе.",
    nearest: "Ближе всего по теме:",
    searched: (base) => `Поиск шёл по базе (${base}).`,
    earlier: "Ранее сообщалось, позже заменено:",
    differs: "В другом источнике иначе:",
    mistake: "Ошибочное сообщение:",
    snippet: "прочитан только отрывок",
    share: "Показать в канале",
    more: "Ещё источники",
    shared: "Ответ показан в канале.",
    asked: "спрашивает:",
    andMore: (count) => `…и ещё ${count}`,
    outdatedShare: "Фактов этого ответа больше нет в базе. Задайте вопрос снова.",
  },
  period: {
    since: (date) => `с ${date}`,
    before: (date) => `до ${date}`,
  },
  help,
  digest: {
    title: (period) => `Критически важные минералы Казахстана · ${period}`,
    newItems: (count) =>
      counted("ru", count, {
        one: "новость",
        few: "новости",
        many: "новостей",
        other: "новости",
      }),
    updates: (count) =>
      counted("ru", count, {
        one: "продолжение",
        few: "продолжения",
        many: "продолжений",
        other: "продолжения",
      }),
    deals: (counts) =>
      dealCounts("ru", counts, {
        one: "сделка",
        few: "сделки",
        many: "сделок",
        other: "сделки",
        status: ({ status }) => STATUS[status],
        alone: (deals, status) => `${deals} (${status})`,
      }),
    nothingNew: (newest) => `На этот раз новостей нет (самая новая статья: ${newest}).`,
    nothingAtAll: "На этот раз новостей нет.",
    update: "Продолжение:",
    earlierEdition: "прежний выпуск",
    earlier: (source) => `ранее: ${source}`,
    was: "было:",
    now: "теперь:",
    quoted: (text) => `«${text}»`,
    or: "или",
    wasStatus: (status) => `было: ${status}`,
    sources: (count) =>
      counted("ru", count, {
        one: "источник",
        few: "источника",
        many: "источников",
        other: "источника",
      }),
    indexed: (date) => `добавлено ${date}`,
    indexedToday: "добавлено сегодня",
    dealsAlso: "Сделки:",
    stillOpen: "Пока не завершено:",
    toldBefore: (count) => `${articles(count)} из прежних выпусков`,
    dealsTitle: "Сделки",
    othersTitle: "Другие новости",
    asOf: (when) => `По состоянию на ${when}`,
    next: (when) => `следующий выпуск: ${when}`,
    notUnderstood: (words) => `Непонятно в фильтре: ${words}.`,
    askInThread: "упомяните меня в ветке, чтобы спросить",
    delayed: (when) => `С опозданием: выпуск должен был выйти ${when}.`,
    leftOut: (count) => `…и ещё ${count}: /kzminerals latest`,
    moreInThread: (count) => `ещё ${count} в ветке`,
    notADate: (value) =>
      `«${value}» — не дата. Напишите день как ГГГГ-ММ-ДД, например /kzminerals дайджест 2024-06-10.`,
  },
  reasons,
  subscription,
  reading,
  ingest,
  installing,
  register,
  feedback,
  fairUse,
  gaps,
  follow,
  feeds,
  files,
  matrix,
  surfaces,
  colon: ": ",
  pages: { previous: "← Назад", next: "Дальше →" },
  status: STATUS,
  notice: {
    parked: {
      before: "Не могу определить, пришло ли сообщение дайджеста в ",
      after: ": связь прервалась, а прочитать канал я не могу.",
    },
    parkedSince: (when: string) => `Оно отправлено ${when}.`,
    parkedAsk:
      "Сам я его повторно не отправляю, чтобы ничего не появилось дважды. Посмотрите и скажите мне.",
    isThere: "Сообщение на месте",
    sendAgain: "Отправить ещё раз",
    paused: {
      before: "Я приостановил дайджест для ",
      after: ": Slack не разрешает мне там писать.",
    },
    remedies: {
      choose:
        "Канал удалён, или он закрытый и меня в нём нет: пригласите меня командой /invite @kzminerals или выберите другой канал.",
      unarchive: "Канал в архиве: верните его из архива или выберите другой.",
      invite: "Меня нет в канале: пригласите меня командой /invite @kzminerals.",
      allow:
        "Это запрещают правила канала или рабочего пространства: попросите администратора разрешить мне писать.",
      reinstall:
        "Мой доступ к рабочему пространству закончился или недостаточен: попросите администратора установить меня заново.",
    },
    resume: "После этого возобновите его командой /kzminerals digest в канале.",
    refused: {
      before: "Выпуск дайджеста не удалось опубликовать в ",
      after: ". Его новости войдут в следующий.",
    },
    because: (reason: string) => `Причина: ${reason}`,
    settled: {
      "not-allowed": "Это решают только владелец дайджеста и администраторы.",
      "settled-before": "Это уже решено.",
      recorded: "Отмечено как отправленное.",
      "thread-ended":
        "Отмечено как отправленное. Само сообщение я не нахожу, поэтому ответы в его ветке не отправляются.",
      "sent-again": "Отправляю ещё раз.",
    },
  },
  events: {
    agreement: "соглашения",
    memorandum: "меморандумы",
    negotiation: "переговоры",
    visit: "визиты",
    discovery: "открытия",
    investment: "инвестиции",
    project: "проекты",
    policy: "политика",
    statistics: "статистика",
    production: "производство",
    analysis: "анализ",
  },
  failure: {
    databaseAway:
      "База данных сейчас недоступна, поэтому выполнить это не удалось. Повторите, пожалуйста, через минуту.",
    unexpected: (reference) =>
      `У нас произошёл сбой, и вопрос остался без ответа. Попробуйте ещё раз; если сбой повторится, сообщите администратору номер ${reference}.`,
    notSaved: (reference) =>
      `У нас произошёл сбой, и неясно, сохранилось ли что-нибудь. Проверьте командой /kzminerals дайджест и попробуйте ещё раз; если сбой повторится, сообщите администратору номер ${reference}.`,
    pressAgain: "Slack не дождался ответа. Нажмите кнопку ещё раз.",
    tooLong: ({ length, limit }) =>
      `В вопросе ${length} знаков, а прочесть можно не больше ${limit}. Сократите его.`,
    cannotPost:
      "Я не могу писать в этот канал. Пригласите меня командой /invite @kzminerals и попробуйте снова.",
    notShared: (reason) => `Ответ не показан в канале: ${reason}.`,
    shareLater: "Slack занят. Ответ появится в канале, как только это станет возможно.",
  },
};
