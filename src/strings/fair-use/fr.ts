import type { en } from "./en.ts";

export const fr: typeof en = {
  tooMany: (limit) =>
    `Cela fait beaucoup en une minute. J'en accepte ${limit} au plus par personne, pour que chacun ait une réponse : merci de renvoyer votre question dans une minute.`,
};
