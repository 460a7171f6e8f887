/** Names as they sound, so that Jana and Zhana, Юн and Yoon are the same. */
import { onceForEach } from "../../knowledge/once.ts";
import { fold, tokenize } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";

const LATIN: Record<string, string> = Object.fromEntries(
  "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:iu я:ia"
    .split(" ")
    .map((pair) => pair.split(":")),
);

/** In this order: later spellings rest on earlier ones. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/sch|tch/g, "ch"],
  [/dzh|dj|zh/g, "j"],
  [/kh/g, "h"],
  [/ph/g, "f"],
  [/ou|oo/g, "u"],
  [/ck|qu|[cq](?!h)/g, "k"],
  [/w/g, "v"],
  [/y/g, "i"],
  [/i+(?=[aeou])/g, ""],
  [/(.)\1+/g, "$1"],
];

/** Shorter names sound like too many others. */
const MIN_SOUND = 2;
const MIN_NAME = 3;
/** A word of many names tells none: Kazakhstan, Asia, bank. */
const MAX_BEARERS = 2;

/** The concepts one of whose names holds a word that sounds like this one. */
export function soundingLike(word: string, vocabulary: Vocabulary): string[] {
  if (word.length < MIN_NAME) return [];
  const bearers = bearersBySound(vocabulary).get(soundOf(word));
  return bearers && bearers.size <= MAX_BEARERS ? [...bearers] : [];
}

const bearersBySound = onceForEach((vocabulary: Vocabulary) => {
  const index = new Map<string, Set<string>>();
  for (const [key, { names }] of vocabulary.concepts) {
    if (!NAMED.test(key)) continue;
    for (const { text } of Object.values(names)
      .flat()
      .flatMap((name) => tokenize(name, "en"))) {
      const sound = soundOf(text);
      if (sound.length < MIN_SOUND || text.length < MIN_NAME) continue;
      index.set(sound, (index.get(sound) ?? new Set()).add(key));
    }
  }
  return index;
});

const NAMED = /^(person|place|organisation):/;

function soundOf(word: string): string {
  const latin = [...fold(word)].map((letter) => LATIN[letter] ?? letter).join("");
  return SPELLINGS.reduce((sound, [spelling, as]) => sound.replace(spelling, as), latin);
}
