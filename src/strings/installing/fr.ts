import type { en } from "./en.ts";

export const fr: typeof en = {
  title: "kzminerals",
  installed: (workspace) => `kzminerals est installé dans ${workspace}.`,
  next: "Dans un canal ou en message direct, écrivez /kzminerals aide pour voir ce qu’il sait faire, et /kzminerals abonner pour recevoir un digest hebdomadaire.",
  open: "Ouvrir Slack",
  again: "Recommencer l’installation",
  denied: "Rien n’a été installé : l’installation a été annulée dans Slack.",
  stale:
    "Rien n’a été installé : cette page a été ouverte trop tard, une seconde fois, ou dans un autre navigateur que celui où l’installation a commencé.",
  refused:
    "Rien n’a été installé : Slack ne l’a pas permis. Un administrateur de l’espace de travail doit peut-être d’abord approuver l’application.",
  misconfigured: (reason) =>
    `Rien n’a été installé : Slack n’accepte pas les réglages de cette application (${reason}). La personne qui l’exploite doit les corriger.`,
  away: "Rien n’a été installé : Slack est injoignable pour le moment. Veuillez réessayer dans une minute.",
  organisation:
    "Rien n’a été installé : l’application ne peut pas encore être installée pour toute une organisation. Installez-la dans chaque espace de travail qui la souhaite.",
  failed: (reference) =>
    `L’installation a échoué. Veuillez réessayer ; si elle échoue encore, donnez cette référence à la personne qui exploite l’application : ${reference}.`,
  notInstalled:
    "kzminerals n’est plus installé dans cet espace de travail. Un administrateur peut le réinstaller.",
};
