import type { en } from "./en.ts";

export const fr: typeof en = {
  quoted: { before: "« ", after: " »" },
  inLanguage: { en: "(en anglais)", fr: "(en français)", ru: "(en russe)" },
  ownWords: "phrases entre guillemets tirées des articles cités",
  notAllowed:
    "Seuls les administrateurs ajoutent des articles ici. Envoyez l’adresse à l’un d’eux.",
  known: "La base contient déjà cet article.",
  copy: "La base contient déjà presque le même texte ; cette copie n’apporte rien.",
  because: (things) => `il porte sur : ${things}`,
  alsoTold: "La base a la même nouvelle par d’autres :",
  rejectedBefore: ({ date, reason }) => `Rejeté le ${date} : ${reason}`,
  decidedBefore:
    "Quelqu’un a déjà décidé de ce brouillon, ou il est trop ancien. Rien n’a été changé.",
  rejected: "Rejeté. Le motif est conservé.",
  published: "Publié. Il répond désormais aux questions et viendra dans le prochain digest.",
  invitation: "Ouvrez le brouillon pour le relire avant de le publier.",
  openDraft: "Ouvrir le brouillon",
  notPublished: "Cet article est un fichier du dossier de connaissances : corrigez-le là.",
  version: (version) => `Version ${version} de cet article ; toutes les versions sont conservées.`,
  changedMeanwhile:
    "Quelqu’un a modifié cet article entre-temps. Rien n’a été enregistré : rouvrez-le.",
  removed: "Retiré de la base.",
  corrected: "Corrigé. Les réponses citent désormais la nouvelle version.",
  correct: "Corriger…",
  form: {
    title: "Ajouter un article",
    reading: "La page est téléchargée et lue…",
    submit: "Valider",
    close: "Annuler",
    headline: "Titre",
    published: "Publié le",
    publishedHint: "Aussi précis que possible : 2026-11-20, 2026-11 ou 2026. Vide si inconnu.",
    minerals: "Minerais",
    partners: "Pays partenaires",
    listHint: "Noms séparés par des virgules.",
    facts: "Phrases citées",
    factsHint:
      "Une phrase par ligne, à la lettre comme dans l’article. Retirez ce qui est inutile.",
    replaces: "Remplace-t-il un chiffre plus ancien ?",
    replacesHint:
      "Cochez ce qui n’est plus valable : il ne sera montré qu’avec le nouveau chiffre.",
    verdict: "Décision",
    correctTitle: "Corriger un article",
    correctVerdicts: { publish: "Enregistrer", reject: "Retirer de la base" },
    verdicts: { publish: "Publier", reject: "Rejeter" },
    reason: "Motif, en cas de rejet",
    faults: {
      noTitle: "Écrivez le titre.",
      notADate: (value) => `« ${value} » n’est pas une date : écrivez 2026-11-20, 2026-11 ou 2026.`,
      notAMineral: (names) => `Minerais inconnus : ${names}. Vérifiez l’orthographe.`,
      notACountry: (names) => `Pays inconnus : ${names}. Vérifiez l’orthographe.`,
      noFacts: "Laissez au moins une phrase.",
      manyFacts: ({ count, limit }) => `Il y a ${count} phrases ; ${limit} au plus sont citées.`,
      notInArticle: (text) => `L’article ne dit pas cela à la lettre : « ${text.slice(0, 100)} ».`,
      noReason: "Dites pourquoi il est rejeté.",
      longReason: ({ length, limit }) =>
        `Le motif compte ${length} caractères ; ${limit} au plus sont conservés.`,
    },
  },
  faults: {
    notAnAddress: (value) =>
      `« ${value} » n’est pas l’adresse d’une page. Écrivez-la en entier, par exemple https://example.org/news/1.`,
    private: (host) =>
      `${host} n’est pas sur l’internet public et n’est donc pas lu. Un administrateur peut l’autoriser avec INGEST_ALLOW.`,
    unreachable: ({ host, reason }) =>
      `${host} est injoignable (${reason}). Vérifiez l’adresse ou réessayez plus tard.`,
    tooSlow: ({ host, seconds }) =>
      `${host} n’a pas envoyé la page en ${seconds} secondes. Réessayez plus tard.`,
    tooManyRedirects: (limit) =>
      `L’adresse renvoie ailleurs plus de ${limit} fois. Ouvrez-la dans un navigateur et reprenez l’adresse d’arrivée.`,
    tooLarge: (megabytes) => `La page dépasse ${megabytes} Mo et n’a pas été lue.`,
    pdf: "C’est un fichier PDF, et seules les pages web sont lues. Donnez la page à laquelle il appartient.",
    wrongType: (type) => `Cette adresse ne mène pas à une page web, mais à un fichier (${type}).`,
    encoding: (encoding) =>
      `La page est comprimée d’une façon qui ne peut pas être lue (${encoding}).`,
    notFound: "Il n’y a pas de page à cette adresse (statut 404). Vérifiez-la.",
    locked: (status) =>
      `Le site ne laisse ni les programmes ni les inconnus lire cette page (statut ${status}).`,
    busy: "Le site est surchargé et demande de revenir plus tard.",
    status: (status) => `Le site a répondu par une erreur (statut ${status}). Réessayez plus tard.`,
    robots: (host) =>
      `${host} demande aux programmes de ne pas lire cette page ; elle n’a pas été lue.`,
    unreadable: "La page ne peut pas être lue : elle est défectueuse ou trop grande.",
    noText:
      "Cette page ne contient pas de texte d’article ; il faut peut-être un navigateur pour l’afficher.",
    paid: "L’article est réservé aux abonnés.",
    foreign: (language) =>
      `L’article est dans une langue qui n’est pas lue ici (${language}) ; l’anglais, le français et le russe le sont.`,
    irrelevant: "L’article ne porte pas sur les minerais du Kazakhstan : il en parle trop peu.",
    nothingToQuote: "Aucune phrase de l’article ne dit à elle seule quelque chose de son sujet.",
    noAddress: "La page ne dit pas où elle a été publiée. Donnez aussi son adresse.",
  },
};
