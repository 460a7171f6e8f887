/** Texts with the concepts that they name. Several ask for the same text, so it is read once. */
import { type Token, tokenize } from "../knowledge/tokens.ts";
import type { Mention, Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

type ReadText = {
  tokens: readonly Token[];
  /** Every mention, those inside longer names too. */
  mentions: readonly Mention[];
  concepts: ReadonlySet<string>;
};

export type Reading = (text: string, language: Language) => ReadText;

/** More than an article has; the same text is asked for while its article is read. */
const MAX_KEPT = 200;

/** Reads texts with a vocabulary and remembers the last ones. */
export function createReading(vocabulary: Vocabulary): Reading {
  const kept = new Map<string, ReadText>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const tokens = tokenize(text, language);
    const mentions = vocabulary.everyMention(tokens, language);
    const concepts = new Set(mentions.flatMap((mention) => mention.concepts));
    const read = { tokens, mentions, concepts };
    kept.set(key, read);
    return read;
  };
}
