import { counted } from "../plural.ts";
import type { en } from "./en.ts";

export const fr: typeof en = {
  latestTitle: "Dernières nouvelles",
  newTitle: "Nouveau dans la base",
  nothingSuch:
    "La base ne contient pas d’article de ce genre. Essayez avec moins de mots, par exemple /kzminerals nouvelles uranium depuis 2025.",
  place: ({ first, last, count }) =>
    `${first}–${last} sur ${counted("fr", count, { one: "nouvelle", other: "nouvelles" })}, de la plus récente à la plus ancienne`,
  later: ({ count, day }) =>
    counted("fr", count, {
      one: `article daté d’après le ${day} n’est pas montré`,
      other: `articles datés d’après le ${day} ne sont pas montrés`,
    }),
  now: "Maintenant :",
  updateOf: "Suite de :",
  sources: (count) => counted("fr", count, { one: "source", other: "sources" }),
  open: ({ sign, headline }) => `Ouvrir ${sign} : ${headline}`,
  openHint: "Appuyez sur un numéro pour lire un article en entier.",
  firstTime: (days) =>
    `Vous ne l’aviez pas encore demandé. Voici ce qui est entré dans la base ces ${days} derniers jours :`,
  sinceLast: (when) => `Entré dans la base depuis votre dernière demande, ${when} :`,
  inPeriod: (period) => `Entré dans la base : ${period}`,
  shownBefore: ({ from, to }) => `Entré dans la base entre ${from} et ${to} :`,
  nothingSince: (when) => `Rien de nouveau n’est entré dans la base depuis : ${when}.`,
  nothingInDays: (days) =>
    `Vous ne l’aviez pas encore demandé. Rien n’est entré dans la base ces ${days} derniers jours.`,
  nothingIn: (period) => `Rien n’est entré dans la base pendant cette période : ${period}`,
  newestThereIs: "Le plus récent :",
  showAgain: "Revoir la dernière liste",
  article: {
    facts: "Ce qu’il dit",
    deals: "Accords",
    people: "Personnes",
    follows: "Il fait suite à",
    followedBy: "Suivi de",
    notStated: (what) => `Non précisé (noté en anglais) : ${what}.`,
    title: (title) => `Titre d’origine : ${title}`,
    writtenIn: (language) => `en ${language}`,
    dateBasis: {
      page: "date lue sur la page",
      url: "date lue dans l’adresse",
    },
    id: (id) => `Article ${id}. Phrases résumées par nous.`,
    page: ({ page, pages }) => `Page ${page} sur ${pages}`,
    usage:
      "Écrivez l’identifiant de l’article, son adresse ou son numéro dans la dernière liste, par exemple /kzminerals article korea-lithium-2024.",
    unknown: (name) => `La base n’a pas d’article « ${name} ».`,
    nearest: "Les identifiants les plus proches :",
    noNumber: ({ number, count }) =>
      count === 0
        ? `Aucune liste récente ici, donc pas de numéro ${number}. Demandez d’abord /kzminerals nouvelles, ou écrivez l’identifiant de l’article, par exemple /kzminerals article korea-lithium-2024.`
        : `La dernière liste n’a pas de numéro ${number} : elle va jusqu’à ${count}.`,
  },
  timeline: {
    deals: (named) => `Au registre : ${named}`,
    title: "Chronologie",
    place: ({ first, last, count }) =>
      `${first}–${last} sur ${counted("fr", count, { one: "événement", other: "événements" })}, du plus ancien au plus récent`,
    reported: (day) => `rapporté : ${day}`,
    undated: (count) =>
      `${counted("fr", count, { one: "article sans date n’y figure", other: "articles sans date n’y figurent" })} pas.`,
    pictured: ({ shown, count }) => {
      const events = counted("fr", count, { one: "événement", other: "événements" });
      return shown < count ? `${events} selon leur date, dont ${shown} en toutes lettres` : events;
    },
    restInText: "Les autres figurent dans le texte de la chronologie.",
    nothing:
      "La base ne connaît pas d’événement de ce genre. Essayez avec moins de mots, par exemple /kzminerals chronologie lithium corée.",
  },
  card: {
    kinds: {
      mineral: "minerai",
      country: "partenaire",
      organisation: "organisation",
      person: "personne",
      place: "lieu",
    },
    several: (names) => `Ce nom désigne plusieurs choses : ${names}.`,
    of: (name) => `${name} :`,
    inBase: "Dans la base :",
    counts: ({ articles, deals }) =>
      [
        counted("fr", articles, { one: "article", other: "articles" }),
        ...(deals > 0 ? [counted("fr", deals, { one: "accord", other: "accords" })] : []),
      ].join(", "),
    newest: "Le plus récent :",
    partners: "Le plus souvent avec ces partenaires :",
    minerals: "Le plus souvent avec ces minerais :",
    organisations: "Le plus souvent avec ces organisations :",
    moreDeals: (count) =>
      `…et ${counted("fr", count, { one: "autre accord", other: "autres accords" })}`,
    allDeals: "Tous les accords",
    latest: "Dernières nouvelles",
    timeline: "Chronologie",
  },
  status: {
    title: "État",
    base: ({ articles, facts, deals }) =>
      [
        counted("fr", articles, { one: "article", other: "articles" }),
        counted("fr", facts, { one: "fait", other: "faits" }),
        counted("fr", deals, { one: "accord", other: "accords" }),
      ].join(" · "),
    newest: "Article le plus récent :",
    languages: (languages) => `Langues des articles : ${languages}`,
    readAt: (when) => `Base lue : ${when}`,
    version: (version) => `version ${version}`,
    digests: ({ here, all }) =>
      here === 0
        ? `Ce canal n’a pas de revue (dans l’espace de travail : ${all}). Pour en créer une : /kzminerals abonner`
        : `${counted("fr", here, { one: "revue", other: "revues" })} dans ce canal (dans l’espace de travail : ${all}) :`,
    you: ({ language, clocks, now, isKnown }) =>
      `Vous : ${language}, ${clocks}${isKnown ? "" : " (heure de la revue, car Slack ne donne pas la vôtre)"}, maintenant ${now}`,
  },
};
