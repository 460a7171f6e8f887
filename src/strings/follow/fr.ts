import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const articles = (count: number) => counted("fr", count, { one: "article", other: "articles" });
const EXAMPLE = "par exemple /kzminerals suivre titane france";

export const fr: typeof en = {
  added: { before: "Vous suivez maintenant ", after: "." },
  there: { before: "Vous suivez déjà cela : ", after: "." },
  resumed: { before: "Je reprends : ", after: "." },
  promise:
    "Je vous écris en message direct quand du nouveau entre dans la base ou que l'état d'un accord change.",
  today: (count) => `${articles(count)} aujourd'hui`,
  readToday: (words) => `Ce qu'il y a aujourd'hui : /kzminerals nouvelles ${words}`,
  without: `Dites ce qu'il faut suivre, ${EXAMPLE}.`,
  nothingUnderstood: (words) =>
    `Je ne sais pas quoi suivre : « ${words} » n'est ni un minéral, ni un pays, ni une organisation, ni une personne de la base. Essayez d'autres mots, ${EXAMPLE}.`,
  everything: `Ce serait tout suivre, et c'est ce que fait la revue : /kzminerals abonner. Suivez quelque chose de précis, ${EXAMPLE}.`,
  over: `Cette période est passée, rien de nouveau ne peut en venir. Laissez-la de côté, ${EXAMPLE}.`,
  full: (limit) =>
    `Vous suivez ${limit} sujets, et davantage n'est pas possible. Arrêtez-en un : /kzminerals suivis`,
  title: (count) => `Vous suivez ${counted("fr", count, { one: "sujet", other: "sujets" })}`,
  nothing: `Vous ne suivez rien encore. Commencez par quelque chose de précis, ${EXAMPLE}.`,
  place: ({ first, last, count }) => `${first}–${last} sur ${count}`,
  since: (day) => `depuis le ${day}`,
  paused: (reason) => `en pause : Slack ne me laisse pas vous écrire (« ${reason} »)`,
  whichOne: "Lequel ne voulez-vous plus suivre ?",
  notFollowed: { before: "Vous ne suivez pas ", after: ". Voici ce que vous suivez :" },
  ended: { before: "Vous ne suivez plus ", after: "." },
  again: (words) => `Pour le suivre de nouveau : /kzminerals suivre ${words}`,
  gone: "Vous ne suivez pas (ou plus) cela.",
  unfollow: "Ne plus suivre",
  unfollowOne: (name) => `Ne plus suivre ${name}`,
  resume: "Reprendre",
  newsTitle: "Du nouveau sur ce que vous suivez",
  dealChanged: ({ name, was, status }) => `${name} : auparavant ${was}, maintenant ${status}`,
  more: ({ count, words }) => `…et ${count} de plus : /kzminerals nouvelles ${words}`,
  homeTitle: "Ce que vous suivez",
  home: { label: "Tout ce que je suis", says: "suivis" },
  asOf: (when) => `État au ${when}`,
};
