import { type DealStatus, dealCounts } from "./deal-counts.ts";
import type { Strings } from "./en.ts";
import { fr as fairUse } from "./fair-use/fr.ts";
import { fr as feedback } from "./feedback/fr.ts";
import { fr as feeds } from "./feeds/fr.ts";
import { fr as files } from "./files/fr.ts";
import { fr as follow } from "./follow/fr.ts";
import { fr as gaps } from "./gaps/fr.ts";
import { fr as help } from "./help/fr.ts";
import { fr as ingest } from "./ingest/fr.ts";
import { fr as installing } from "./installing/fr.ts";
import { fr as matrix } from "./matrix/fr.ts";
import { counted } from "./plural.ts";
import { fr as reading } from "./reading/fr.ts";
import { fr as reasons } from "./reasons/fr.ts";
import { fr as register } from "./register/fr.ts";
import { fr as subscription } from "./subscription/fr.ts";
import { fr as surfaces } from "./surfaces/fr.ts";

const articles = (count: number) => counted("fr", count, { one: "article", other: "articles" });

const STATUS: Record<DealStatus, string> = {
  proposed: "proposé",
  negotiating: "en négociation",
  announced: "annoncé",
  signed: "signé",
  "in-force": "en vigueur",
  "under-way": "en cours",
  completed: "achevé",
  cancelled: "annulé",
};

export const fr: Strings = {
  answer: {
    readArticle: "lire l'article",
    dateUnknown: "date inconnue",
    dateInferred: (date) => `${date} (date déduite)`,
    base: ({ count, newest }) => `${articles(count)}, le plus récent : ${newest}`,
    emptyBase: "aucun article chargé",
    ourSummaries: "phrases résumées par nous d'après les articles cités",
    nothingOn: { before: "Rien dans la base sur ", after: " qui réponde à cette question." },
    nothing: "La base n'a pas de réponse à cette question.",
    silentOn: { before: "Sur ce point, rien dans la base pour : ", after: "." },
    nothingIn: { before: "Rien dans la base ne répond à cela pour cette période : ", after: "." },
    foreign:
      "Je comprends le français, l'anglais et le russe. Voici où mènent les noms de votre question.",
    nearest: "À lire, au plus près :",
    searched: (base) => `Recherche faite dans ${base}.`,
    earlier: "Annoncé auparavant, remplacé depuis :",
    differs: "Une autre source diffère :",
    mistake: "Information erronée :",
    snippet: "seul un extrait a été lu",
    share: "Partager dans le canal",
    more: "Autres sources",
    shared: "Partagé dans le canal.",
    asked: "a demandé :",
    andMore: (count) => `…et ${count} de plus`,
    outdatedShare: "Les faits de cette réponse ne sont plus dans la base. Reposez la question.",
  },
  period: {
    since: (date) => `depuis le ${date}`,
    before: (date) => `avant le ${date}`,
  },
  help,
  digest: {
    title: (period) => `Minéraux critiques du Kazakhstan · ${period}`,
    newItems: (count) => counted("fr", count, { one: "nouvelle", other: "nouvelles" }),
    updates: (count) => counted("fr", count, { one: "mise à jour", other: "mises à jour" }),
    deals: (counts) =>
      dealCounts("fr", counts, {
        one: "accord",
        other: "accords",
        status: ({ status, count }) => STATUS[status].replace(/é$/, count > 1 ? "és" : "é"),
        alone: (deals, status) => `${deals} ${status}`,
      }),
    nothingNew: (newest) =>
      `Pas de nouvelles cette fois. L'article le plus récent est du ${newest}.`,
    nothingAtAll: "Pas de nouvelles cette fois.",
    update: "Suite :",
    earlierEdition: "édition précédente",
    earlier: (source) => `auparavant : ${source}`,
    was: "avant :",
    now: "maintenant :",
    quoted: (text) => `« ${text} »`,
    or: "ou",
    wasStatus: (status) => `auparavant ${status}`,
    sources: (count) => counted("fr", count, { one: "source", other: "sources" }),
    indexed: (date) => `ajouté le ${date}`,
    indexedToday: "ajouté aujourd'hui",
    dealsAlso: "Accords :",
    stillOpen: "Toujours en suspens :",
    toldBefore: (count) =>
      counted("fr", count, {
        one: "article déjà paru dans une édition précédente",
        other: "articles déjà parus dans une édition précédente",
      }),
    dealsTitle: "Accords",
    othersTitle: "Autres nouvelles",
    asOf: (when) => `État au ${when}`,
    next: (when) => `prochaine : ${when}`,
    notUnderstood: (words) => `Incompris dans le filtre : ${words}.`,
    askInThread: "mentionnez-moi dans le fil pour poser une question",
    delayed: (when) => `En retard : cette édition était prévue ${when}.`,
    leftOut: (count) => `…et ${count} de plus : /kzminerals latest`,
    moreInThread: (count) => `${count} de plus dans le fil`,
    notADate: (value) =>
      `« ${value} » n'est pas une date. Écrivez le jour sous la forme AAAA-MM-JJ, par exemple /kzminerals digest 2024-06-10.`,
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
  colon: " : ",
  pages: { previous: "← Précédent", next: "Suivant →" },
  status: STATUS,
  notice: {
    parked: {
      before: "Je ne sais pas si un message de la revue est arrivé dans ",
      after: " : la connexion a été perdue, et je ne peux pas lire ce qui s'y trouve.",
    },
    parkedSince: (when: string) => `Il a été envoyé ${when}.`,
    parkedAsk:
      "Je ne le renvoie pas de moi-même, pour que rien n'apparaisse deux fois. Regardez, et dites-le-moi.",
    isThere: "Il y est",
    sendAgain: "Renvoyer",
    paused: {
      before: "J'ai mis en pause la revue pour ",
      after: " : Slack ne me laisse pas y publier.",
    },
    remedies: {
      choose:
        "Le canal a été supprimé, ou il est privé et je n'en suis pas membre : invitez-moi avec /invite @kzminerals, ou choisissez un autre canal.",
      unarchive: "Le canal est archivé : désarchivez-le, ou choisissez-en un autre.",
      invite: "Je ne suis pas dans le canal : invitez-moi avec /invite @kzminerals.",
      allow:
        "Les règles du canal ou de l'espace de travail l'interdisent : demandez à un administrateur de me laisser publier.",
      reinstall:
        "Mon accès à l'espace de travail a pris fin ou ne suffit pas : demandez à un administrateur de me réinstaller.",
    },
    resume: "Ensuite, reprenez-la avec /kzminerals digest dans le canal.",
    refused: {
      before: "Une édition de la revue n'a pas pu être publiée dans ",
      after: ". Ses nouvelles viendront avec la prochaine.",
    },
    because: (reason: string) => `Raison : ${reason}`,
    settled: {
      "not-allowed": "Seuls le propriétaire de la revue et les administrateurs en décident.",
      "settled-before": "C'est déjà réglé.",
      recorded: "Noté comme envoyé.",
      "thread-ended":
        "Noté comme envoyé. Je ne retrouve pas le message : les réponses de son fil ne sont pas envoyées.",
      "sent-again": "Il est renvoyé.",
    },
  },
  events: {
    agreement: "accords",
    memorandum: "protocoles d'accord",
    negotiation: "négociations",
    visit: "visites",
    discovery: "découvertes",
    investment: "investissements",
    project: "projets",
    policy: "politiques",
    statistics: "statistiques",
    production: "production",
    analysis: "analyses",
  },
  failure: {
    databaseAway:
      "La base de données est injoignable pour l’instant : l’opération n’a pas pu être faite. Veuillez réessayer dans une minute.",
    unexpected: (reference) =>
      `Un problème est survenu de notre côté et votre question est restée sans réponse. Réessayez ; si cela se reproduit, donnez à votre administrateur la référence ${reference}.`,
    notSaved: (reference) =>
      `Un problème est survenu de notre côté, et il n'est pas certain que quelque chose ait été enregistré. Vérifiez par /kzminerals digest et réessayez ; si cela se reproduit, donnez à votre administrateur la référence ${reference}.`,
    pressAgain: "Slack n'a pas attendu assez longtemps. Appuyez de nouveau sur le bouton.",
    tooLong: ({ length, limit }) =>
      `Votre question compte ${length} caractères ; ${limit} au plus peuvent être lus. Raccourcissez-la.`,
    cannotPost:
      "Je ne peux pas écrire dans ce canal. Invitez-moi par /invite @kzminerals et réessayez.",
    notShared: (reason) => `La réponse n'a pas été partagée : ${reason}.`,
    shareLater: "Slack est occupé. La réponse sera partagée dès que possible.",
  },
};
