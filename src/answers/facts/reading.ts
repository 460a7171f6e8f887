/** Texts with the concepts that they name. Several ask for the same text, so it is read once. */
import { remembering } from "../../knowledge/remembering.ts";
import { type Token, tokenize } from "../../knowledge/tokens.ts";
import type { Mention, Vocabulary } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";

type ReadText = {
  tokens: readonly Token[];
  /** Every mention, those inside longer names too. */
  mentions: readonly Mention[];
  concepts: ReadonlySet<string>;
};

export type Reading = (text: string, language: Language) => ReadText;

/** More than an article has; the same text is asked for while its article is read. */
const MAX_KEPT = 100;

/** Reads texts with a vocabulary and remembers the last ones. */
export function createReading(vocabulary: Vocabulary): Reading {
  const kept = { en: readerOf("en"), fr: readerOf("fr"), ru: readerOf("ru") };

  function readerOf(language: Language): (text: string) => ReadText {
    return remembering((text) => {
      const tokens = tokenize(text, language);
      const mentions = vocabulary.everyMention(tokens, language);
      const concepts = new Set(mentions.flatMap((mention) => mention.concepts));
      return { tokens, mentions, concepts };
    }, MAX_KEPT);
  }

  return (text, language) => kept[language](text);
}
