import type { Strings } from "../en.ts";
import { counted } from "../plural.ts";

export const fr: Strings["surfaces"] = {
  working: "cherche dans les articles…",
  further: {
    title: "À lire aussi",
    place: ({ first, last, count }) => `${first}–${last} sur ${count}`,
    caveat: "sur les mêmes sujets, du plus proche au moins proche ; ne répond pas à la question",
    nothingMore: "La base n'a rien de plus à ce sujet.",
  },
  askAbout: {
    title: "Demander à kzminerals",
    searching: "Recherche dans les articles…",
    nothingToAsk: "Ce message n'a pas de texte sur lequel interroger la base.",
    ofNames: "Le message ne pose pas de question. Voici à quoi mènent les noms qui y figurent :",
    cut: "Le message est plus long ; seul son début a été lu.",
  },
  home: {
    title: "Minéraux critiques du Kazakhstan",
    intro:
      "Posez vos questions dans l'onglet Messages, avec /kzminerals dans n'importe quel canal, ou en me mentionnant. Je réponds d'après des résumés d'articles publiés : chaque affirmation porte sa date, sa source et son lien.",
    size: ({ articles, facts, newest }) =>
      [
        counted("fr", articles, { one: "article", other: "articles" }),
        counted("fr", facts, { one: "fait", other: "faits" }),
        `le plus récent : ${newest}`,
      ].join(" · "),
    newest: "Derniers articles",
    noArticles: "Aucun article dont le jour soit connu pour l'instant.",
    deals: "Accords de la semaine",
    noDeals: "Aucun accord annoncé ces jours-ci.",
    digests: "Abonnements",
    moreDigests: (count) => `…et ${count} de plus : /kzminerals abonnements`,
    youAsked: "Votre question :",
    buttons: {
      help: { label: "Aide", says: "aide" },
      digest: { label: "Édition", says: "digest" },
      register: { label: "Registre des accords", says: "accords" },
      latest: { label: "Toutes les actualités", says: "actualités" },
      allDigests: { label: "Tous les abonnements", says: "abonnements" },
      subscribe: "M'abonner…",
    },
  },
};
