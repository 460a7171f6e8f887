/** How many of the latest are wanted: the last three deals, les 5 derniers accords. */
import type { Token } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import { numberOf } from "../facts/quantities.ts";

/** The place of the number among the words, and what it says. */
type LastSoMany = { at: number; count: number };

const LAST: Record<Language, RegExp> = {
  en: /^(last|latest|newest|recent|past|top)$/,
  fr: /^(derniers|dernieres|recents|recentes)$/,
  ru: /^(последни[хе]|свежих|свежие|недавних|недавние)$/,
};
/** More than this is no list but a book. */
const MAX_WANTED = 10;

/** The number beside "last", if there is one; `isTaken` tells the places that a period takes. */
export function lastSoMany(
  tokens: readonly Token[],
  language: Language,
  isTaken: (at: number) => boolean,
): LastSoMany | null {
  for (const [at, token] of tokens.entries()) {
    const count = Number(numberOf(token, language) ?? 0);
    const isBeside = [at - 1, at + 1].some((place) =>
      LAST[language].test(tokens[place]?.text ?? ""),
    );
    if (count >= 1 && count <= MAX_WANTED && isBeside && !isTaken(at)) return { at, count };
  }
  return null;
}
