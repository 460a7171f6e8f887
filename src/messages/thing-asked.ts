/** "Who is …?", "what is …?": the things of the vocabulary that such a question is about. */
import { STOP_WORDS } from "../answers/question/stop-words.ts";
import { fold, type Token, tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

const ASKING: Record<Language, readonly RegExp[]> = {
  en: [
    /^(?:and |so )?(?:who|what)(?:['’](?:s|re)| (?:is|are|was|were))\s+(.+)$/iu,
    /^(?:who|what) (.+?) (?:is|are|was|were)$/iu,
  ],
  fr: [
    /^(?:et )?(?:qui (?:est|sont|était|étaient)|qu['’]est[- ]ce que? (?:c['’]est )?(?:que )?|qu['’]est[- ]ce qu['’]|(?:mais )?c['’]est (?:qui|quoi))\s*(.+)$/iu,
    /^(.+?)[\s,:]+c['’]est (?:qui|quoi)$/iu,
  ],
  ru: [
    /^(?:а )?(?:кто|что) (?:это )?(?:такой|такая|такое|такие|это)\s*[—–-]?\s*(.+)$/iu,
    /^(.+?)\s*[—–,-]?\s*(?:это )?(?:кто|что) (?:это )?(?:такой|такая|такое|такие|это)$/iu,
    /^(.+?)\s*[—–,-]?\s*это (?:кто|что)$/iu,
    /^(?:кто|что) за (.+)$/iu,
  ],
};

/** What people say before they ask. */
const POLITE =
  /^(?:please |(?:can|could) you )?(?:tell me |explain(?: to me)? |do you know |(?:dis|dites)-moi |(?:peux-tu|pouvez-vous) (?:me dire |m['’]expliquer )|(?:sais-tu|savez-vous) |(?:скажи|подскажи|расскажи|объясни)(?:те)?(?: мне)?,? (?:пожалуйста,? )?)/iu;

const THING = /^(mineral|country|organisation|person|place):/;
/** The country that the whole base is about. */
const HOME = "country:KZ";

/** Their keys, several where they share the name; none where the question asks for anything else. */
export function thingsAsked(text: string, language: Language, vocabulary: Vocabulary): string[] {
  const asked = text
    .trim()
    .replace(/[\s?!.…»"]+$/u, "")
    .replace(POLITE, "");
  const [name] = ASKING[language].flatMap((pattern) => pattern.exec(asked)?.[1] ?? []);
  const keys = name ? thingsNamed(name, language, vocabulary) : [];
  return keys.includes(HOME) ? [] : keys;
}

function thingsNamed(name: string, language: Language, vocabulary: Vocabulary): string[] {
  const tokens = tokenize(name, language);
  const mentions = vocabulary
    .recognise(tokens, language)
    .map(({ concepts, ...place }) => ({ ...place, keys: concepts.filter(isThing) }))
    .filter(({ keys }) => keys.length > 0);
  const rest = tokens.filter(
    (token, at) =>
      !STOP_WORDS[language].has(token.text) &&
      !mentions.some(({ from, to }) => at >= from && at < to),
  );
  const [only, ...others] = mentions;
  if (only) return others.length === 0 ? only.keys.filter((key) => bears(key, rest)) : [];
  return misspelt(rest, vocabulary);

  /** A first name beside the surname is one of the person's names too. */
  function bears(key: string, words: readonly Token[]): boolean {
    const names = Object.values(vocabulary.concepts.get(key)?.names ?? {}).flat();
    const known = new Set(names.flatMap((each) => fold(each).split(/[^\p{L}\p{N}]+/u)));
    return words.every(({ text }) => known.has(text));
  }
}

function isThing(key: string): boolean {
  return THING.test(key);
}

/** What every word may be a slip of. */
function misspelt(words: readonly Token[], vocabulary: Vocabulary): string[] {
  const [first, ...others] = words.map(
    ({ text }) => new Set(vocabulary.resembling(text).filter(isThing)),
  );
  return first ? [...others.reduce((both, next) => both.intersection(next), first)] : [];
}
