import type { en } from "./en.ts";

export const fr: typeof en = {
  tooMany: (limit) =>
    `Cela fait beaucoup en une minute. J'en accepte ${limit} au plus par personne, pour que chacun ait une réponse : merci de renvoyer votre question dans une minute.`,
  tooManyHere: (limit) =>
    `Beaucoup de questions arrivent de cet espace de travail en ce moment. J'en accepte ${limit} au plus par minute, pour que les réponses restent rapides : merci de renvoyer la vôtre dans une minute.`,
};
