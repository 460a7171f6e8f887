import { counted } from "../plural.ts";
import type { en } from "./en.ts";

const things = (count: number) => counted("fr", count, { one: "sujet", other: "sujets" });
const questions = (count: number) => counted("fr", count, { one: "question", other: "questions" });

export const fr: typeof en = {
  title: "Ce à quoi je n'ai pas su répondre",
  titleOf: (period) => `Ce à quoi je n'ai pas su répondre · ${period}`,
  none: "Rien : toutes les questions ont eu une réponse, et personne n'a demandé de correction.",
  unanswered: (count) => `${questions(count)} sans réponse`,
  corrected: ({ count, kinds }) => `${count} à corriger (${kinds})`,
  kinds: {
    "wrong-figure": "chiffre faux",
    outdated: "dépassé",
    "missing-source": "source manquante",
    other: "autre chose",
  },
  last: (day) => `dernière fois le ${day}`,
  quoted: (text) => `« ${text} »`,
  remarked: (texts) => `Remarques : ${texts}`,
  forgotten: "Questions plus anciennes, dont les mots ne sont plus gardés",
  place: ({ first, last, count }) =>
    `${first}–${last} sur ${things(count)}, les plus demandés d'abord`,
  more: (count) => `…et ${things(count)} de plus : /kzminerals lacunes`,
  keeping: (days) =>
    `Les questions sans réponse sont gardées ${days} jours, sans le nom de qui les a posées ; ce que vous dites d'une réponse l'est aussi longtemps, avec votre nom. Ensuite, seul leur sujet est compté.`,
  privacy: (days) =>
    `Les questions sont gardées ${days} jours, sans le nom de qui les a posées ; ensuite, seul leur sujet est compté.`,
  forAdmins:
    "Seuls les administrateurs voient ce à quoi je n'ai pas su répondre : demandez à un administrateur de cet espace de travail. Vous pouvez me poser une question, par exemple /kzminerals qui explore le lithium ?",
  inPrivate:
    "Pas ici, où d'autres lisent : tapez /kzminerals lacunes, ou écrivez-moi lacunes en message direct.",
};
