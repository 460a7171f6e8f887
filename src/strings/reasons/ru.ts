import type { Strings } from "../en.ts";

export const ru: Strings["reasons"] = {
  slack: (word) => `Slack отвечает «${word}»`,
  own: {
    "too-late": "отправить вовремя не удалось",
    "unreadable-message": "сохранённое сообщение не читается",
    "unknown-message": "такого сообщения больше нет",
    "lead-not-posted": "первое сообщение ветки не опубликовано",
    "lead-not-found": "первое сообщение ветки не найдено",
    "digest-stopped": "дайджест остановлен",
    "digest-moved": "дайджест перенесён в другой канал",
    "too-many-messages": "с тех пор там написано слишком много сообщений",
    "no-answer": "Slack не ответил",
    "not-drawn": "не удалось нарисовать изображение",
    "no-upload-address": "Slack не дал адреса для отправки файла",
    "upload-refused": "Slack не принял файл",
  },
};
