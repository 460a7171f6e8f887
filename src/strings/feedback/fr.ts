import type { en } from "./en.ts";

export const fr: typeof en = {
  way: "sous une réponse, Juste ou À corriger… dit à ceux qui tiennent la base ce que vous en pensez",
  right: "Juste",
  correct: "À corriger…",
  noted: "Merci, c'est noté comme juste.",
  thanks: "Merci. C'est noté pour ceux qui tiennent la base.",
  form: {
    title: "À corriger",
    kind: "Qu'y a-t-il à corriger ?",
    kinds: {
      "wrong-figure": "Un chiffre est faux",
      outdated: "C'est dépassé",
      "missing-source": "Il manque une source",
      other: "Autre chose",
    },
    text: "Avec vos mots",
    textHint: (days) =>
      `Le bon chiffre, un lien, ce qui a changé depuis. Gardé ${days} jours ; l'ordre des réponses n'en dépend jamais.`,
    textExample: "C'était 25 500 tonnes en 2024 : kazatomprom.kz",
    submit: "Envoyer",
    close: "Annuler",
  },
  faults: {
    kind: "Choisissez ce qu'il y a à corriger, par exemple « Un chiffre est faux ».",
    text: "Dites en quelques mots ce qu'il y a à corriger, par exemple « L'usine a ouvert en 2024 ».",
    tooLong: ({ length, limit }) =>
      `Ce texte compte ${length} caractères ; ${limit} au plus peuvent être gardés. Raccourcissez-le, par exemple au bon chiffre et à sa source.`,
  },
};
