import type { en } from "./en.ts";

export const fr: typeof en = {
  sent: (name) => `J’ai envoyé ${name} dans vos messages directs avec moi.`,
  later: (name) =>
    `Slack ne peut pas recevoir ${name} pour l’instant. Réessayez dans une minute ; rien n’a été envoyé.`,
  unclear: (name) =>
    `Je ne sais pas si ${name} est arrivé : la connexion à Slack a été perdue. Regardez avant de réessayer.`,
  withoutScope: (name) =>
    `Je n’ai pas le droit d’envoyer des fichiers dans cet espace de travail ; ${name} n’a donc pas été envoyé. Un administrateur peut le permettre : sur la page de l’application, sur api.slack.com/apps, rubrique « OAuth & Permissions », ajouter l’autorisation files:write du bot et réinstaller l’application.`,
  againstRules: ({ name, reason }) =>
    `Les règles de cet espace de travail m’empêchent d’envoyer ${name} (Slack répond « ${reason} »). Un administrateur peut les changer dans les paramètres de l’espace.`,
  refused: ({ name, why }) => `${name} n’a pas été envoyé : ${why}.`,
};
