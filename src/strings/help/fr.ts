import type { en } from "./en.ts";

export const fr: typeof en = {
  intro:
    "Je réponds aux questions sur les minéraux critiques du Kazakhstan à partir de résumés d'articles : chaque affirmation avec sa date, son média et son lien, ou un simple « je ne sais pas ». Français, anglais et russe sont compris.",
  examplesTitle: "Questions à essayer",
  waysTitle: "Comment demander",
  ways: [
    "`/kzminerals` suivi d'une question : vous seul voyez la réponse et pouvez la partager",
    "mentionnez-moi dans un canal : je réponds dans le fil",
    "écrivez-moi directement ; mon onglet Accueil montre les nouveautés",
    "« Ask kzminerals » dans le menu de n'importe quel message",
  ],
  commandsTitle: "Commandes",
  groups: {
    read: "Lire",
    follow: "Suivre",
    digest: "Éditions",
    base: "Et aussi",
  },
  commands: {
    deals: {
      write: "accords uranium france",
      does: "le registre des accords, en tableau et en fichier CSV",
    },
    latest: { write: "actualités lithium", does: "les derniers articles" },
    new: { write: "nouveautés", does: "ce qui est entré depuis votre dernière demande" },
    timeline: { write: "chronologie lithium corée", does: "ce qui s'est passé, dans l'ordre" },
    matrix: { write: "matrice", does: "partenaires et minéraux avec leurs accords, en image" },
    article: {
      write: "article 2",
      does: "un article entier : le deuxième de la dernière liste, ou par son adresse",
    },
    follow: {
      write: "suivre titane france",
      does: "je vous écris dès qu'il y a du nouveau",
    },
    following: { write: "suivis", does: "ce que vous suivez" },
    unfollow: { write: "ne plus suivre titane france", does: "plus rien à ce sujet" },
    digest: {
      write: "digest",
      does: "l'édition de ce canal telle qu'elle partirait maintenant, et de quoi la modifier ; avec un jour, celle de sa semaine",
    },
    subscribe: {
      write: "abonner",
      does: "une édition pour ce canal, les jours et sur les sujets de votre choix",
    },
    subscriptions: { write: "abonnements", does: "les abonnements de l'espace de travail" },
    status: {
      write: "état",
      does: "la taille et la fraîcheur de la base, et les prochaines éditions",
    },
    add: {
      write: "ajouter https://example.org/news/1",
      does: "un article est lu à son adresse et proposé pour la base",
    },
    feeds: { write: "flux", does: "les sources suivies pour de nouveaux articles, et leur état" },
    gaps: {
      write: "lacunes",
      does: "les questions restées sans réponse (pour les administrateurs)",
    },
    help: { write: "aide", does: "cette page" },
  },
  filters:
    "Les filtres sont des minéraux, pays, entreprises, périodes, stades et types : accords uranium france depuis 2024 signés.",
  examples: [
    "Qui a signé le protocole d'accord avec les États-Unis ?",
    "Combien d'entreprises françaises travaillent au Kazakhstan ?",
    "Que propose la Chine pour les véhicules électriques ?",
  ],
};
