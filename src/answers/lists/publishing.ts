/** Questions for what was published in a time, not for what happened in it. */
import type { Token } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";

const PUBLISHING: Record<Language, RegExp> = {
  en: /^(publish(ed|es|ing)?|publications?|articles?|news|wr(ote|ite|ites|itten)|coverage|headlines?)$/,
  fr: /^(publie(e|s|es)?|publications?|paru(e|s|es)?|articles?|actualites?|actus?|ecri(t|ts|vent|re|vait)|presse)$/,
  ru: /^(опубликова.*|публик.*|статья|статьи|статье|статью|статей|стать(ях|ям|ями|ей)|новост.*|(на)?писал[аи]?|пиш[еу]т|сми|пресс[аеуы]|заметк.*)$/,
};

/** The places of the words that ask for articles; "article 25" is one of a law. */
export function publishingWords(tokens: readonly Token[], language: Language): number[] {
  return [...tokens.keys()].filter((at) => {
    const next = tokens[at + 1];
    const isNumbered = next?.isNumber === true && !/^\d{4}$/.test(next.text);
    return PUBLISHING[language].test(tokens[at]?.text ?? "") && !isNumbered;
  });
}
