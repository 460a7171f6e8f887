import type { Strings } from "../en.ts";

export const ru: Strings["surfaces"] = {
  further: {
    title: "Ещё по теме",
    place: ({ first, last, count }) => `${first}–${last} из ${count}`,
    caveat: "о том же, сначала самое близкое; это не ответ на вопрос",
    nothingMore: "Больше в базе об этом ничего нет.",
  },
};
