import type { Strings } from "../en.ts";

export const fr: Strings["surfaces"] = {
  further: {
    title: "À lire aussi",
    place: ({ first, last, count }) => `${first}–${last} sur ${count}`,
    caveat: "sur les mêmes sujets, du plus proche au moins proche ; ne répond pas à la question",
    nothingMore: "La base n'a rien de plus à ce sujet.",
  },
};
