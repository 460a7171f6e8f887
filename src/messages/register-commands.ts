/** The commands that read the register. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { DealRow } from "../register/deals.ts";
import { selectDeals } from "../register/select-deals.ts";
import type { Command } from "./commands.ts";
import { csvButtons } from "./deals-file.ts";
import { DEALS_A_PAGE, dealsMessage } from "./deals-message.ts";
import { tableButtons } from "./deals-question.ts";
import { matrixMessage } from "./matrix-message.ts";
import { pageButtons } from "./pages.ts";

export function createRegisterCommands({
  deals: register,
  vocabulary,
  today,
}: {
  /** The deals of the base. */
  deals: () => readonly DealRow[];
  vocabulary: Vocabulary;
  /** `YYYY-MM-DD`. */
  today: () => string;
}): { deals: Command; matrix: Command } {
  return {
    deals: async ({ text, filter, page, reader: { language } }) => {
      const rows = selectDeals(register(), filter, vocabulary);
      const pages = Math.max(1, Math.ceil(rows.length / DEALS_A_PAGE));
      // The base may have shrunk since the button was drawn.
      const shown = Math.min(page, pages - 1);
      const message = dealsMessage(rows, { filter, page: shown, language, vocabulary });
      return {
        ...message,
        buttons: [
          ...(message.buttons ?? []),
          ...pageButtons({ name: "deals", text, language, page: shown, pages }),
          ...(rows.length > 0 ? csvButtons({ text, language }) : []),
        ],
      };
    },
    matrix: async ({ text, filter, reader: { language } }) => {
      const rows = selectDeals(register(), filter, vocabulary);
      return {
        ...matrixMessage(rows, { filter, day: today(), language, vocabulary }),
        buttons:
          rows.length > 0
            ? [...tableButtons({ text, language }), ...csvButtons({ text, language })]
            : [],
      };
    },
  };
}
